package io.moneyprinter.video.caption;

/**
 * What tells one picture of a cue from another.
 *
 * @param active the word that is spoken now, -1 for none
 * @param pop how much larger it is than the others, 0 when it is not
 * @param shown as many UTF-16 units of the text are seen
 * @param motion how far the caption has come in
 */
record Look(int active, double pop, int shown, Motion motion) {

    /** The same when nothing moves any more. */
    Look still() {
        return new Look(active, pop, shown, new Motion(motion.animation(), 0, 0));
    }
}
