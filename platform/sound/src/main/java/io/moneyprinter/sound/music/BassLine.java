package io.moneyprinter.sound.music;

/** How a bass moves within a bar. */
enum BassLine {
    /** Off the beat, with a step towards the next chord. */
    SYNCOPATED,
    /** Eighths that push. */
    DRIVING,
    /** A note as long as the bar. */
    LONG,
    /** Late and lying back. */
    LAZY,
    /** Between the beats, where the drum is not. */
    OFFBEAT,
    /** Root and fifth in turn. */
    STRIDING
}
