package io.moneyprinter.tts.provider.http;

import io.moneyprinter.tts.spi.Utterance;

/** Styles for models that are told in words how to speak. */
public final class Styles {

    private Styles() {}

    /** @param instructions what such a model is told in any case */
    public static String told(Utterance utterance, String instructions) {
        return utterance.style() == null
                ? instructions
                : "Speak in this style: %s. %s"
                        .formatted(utterance.style(), instructions)
                        .strip();
    }
}
