package io.moneyprinter.tts.voice;

/** Fallbacks for tests of other packages. */
public final class FallbacksOf {

    private FallbacksOf() {}

    public static Fallbacks voices(Voices voices) {
        return new Fallbacks(voices);
    }
}
