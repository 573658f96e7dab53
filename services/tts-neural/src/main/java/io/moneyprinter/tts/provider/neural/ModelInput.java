package io.moneyprinter.tts.provider.neural;

/** A tensor that a model is given. */
@SuppressWarnings("ArrayRecordComponent") // Numbers are handed on, never compared.
sealed interface ModelInput {

    String name();

    record Longs(String name, long[] values, long... shape) implements ModelInput {}

    record Floats(String name, float[] values, long... shape) implements ModelInput {}
}
