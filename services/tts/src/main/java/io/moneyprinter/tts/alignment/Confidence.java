package io.moneyprinter.tts.alignment;

/** What a likeness is worth. The figures were measured, see docs/adr/0026-word-times-by-alignment.md. */
final class Confidence {

    /** Other text of the same length is never so like. */
    static final double LEAST_LIKENESS = 0.12;

    /** At this likeness, the sound is as likely the text as not. */
    private static final double EVEN = 0.12;

    private static final double SLOPE = 40;

    /** Even the best alignment is not what a provider says of its own voice. */
    private static final double HIGHEST = 0.95;

    private Confidence() {}

    static boolean isOtherText(double likeness) {
        return likeness < LEAST_LIKENESS;
    }

    /** @param word how well that word fits, which is less certain than how well all of them do */
    static double of(double likeness, double word) {
        var mixed = 0.7 * likeness + 0.3 * word;
        return HIGHEST / (1 + Math.exp(-SLOPE * (mixed - EVEN)));
    }
}
