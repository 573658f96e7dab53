package io.moneyprinter.tts.alignment;

/**
 * How sure it is that a sound is the text. The weights are those of a logistic regression on 1,800 pairs of sentences
 * and sounds by eleven voices of three engines, two thirds of them of other text; see
 * docs/adr/0026-word-times-by-alignment.md.
 *
 * @param likeness of the sound to the text
 * @param unevenness of the pace at which they go together
 */
record Confidence(double likeness, double unevenness) {

    private static final double WEIGHT_OF_LIKENESS = 69.5;
    private static final double WEIGHT_OF_UNEVENNESS = -45.7;
    private static final double CONSTANT = 12.6;

    /** To believe what is not so is worse than to share the words out by their letters. */
    private static final double LEAST = 0.73;

    /** The best alignment is a little less than what an engine says of its own voice. */
    private static final double HIGHEST = 0.95;

    /** What is left of it for a word that fits no better than chance. */
    private static final double SHARE_OF_ALL = 0.6;

    boolean isLow() {
        return ofAll() < LEAST;
    }

    /** 0..1 */
    double ofAll() {
        var sum = WEIGHT_OF_LIKENESS * likeness + WEIGHT_OF_UNEVENNESS * unevenness + CONSTANT;
        return 1 / (1 + Math.exp(-sum));
    }

    /** @param wordLikeness of one word to its sound */
    double of(double wordLikeness) {
        var relative = Math.clamp(wordLikeness / likeness, 0, 1);
        return HIGHEST * ofAll() * (SHARE_OF_ALL + (1 - SHARE_OF_ALL) * relative);
    }

    @Override
    public String toString() {
        return "likeness %.2f, unevenness %.2f: %.2f sure (expected: >= %.2f)"
                .formatted(likeness, unevenness, ofAll(), LEAST);
    }
}
