package io.moneyprinter.tts.provider.neural;

import org.jspecify.annotations.Nullable;

/**
 * What a model made.
 *
 * @param samples about -1 to 1
 * @param durations units of each id; null when the model does not tell
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers are handed on, never compared.
record ModelOutput(float[] samples, double @Nullable [] durations) {}
