package io.moneyprinter.sound.music;

/**
 * What plays a note, and where it stands in the room.
 *
 * @see Score
 */
enum Instrument {
    PAD(0.125, 0.30, 0.00),
    STRINGS(0.105, 0.32, 0.00),
    KEYS(0.210, 0.22, 0.10),
    PLUCK(0.360, 0.22, 0.26),
    BELL(0.150, 0.42, 0.30),
    BASS(0.165, 0.02, 0.00),
    KICK(0.270, 0.03, 0.00),
    TOM(0.250, 0.30, 0.00),
    SNAP(0.110, 0.28, 0.00),
    HAT(0.075, 0.06, 0.00),
    SHAKER(0.095, 0.08, 0.00),
    SWELL(0.060, 0.35, 0.00),
    SHORT_STRINGS(0.230, 0.34, 0.00),
    SYNTH(0.180, 0.20, 0.22),
    SYNTH_BASS(0.210, 0.02, 0.00),
    GUITAR(0.330, 0.20, 0.06),
    CLAP(0.190, 0.26, 0.00),
    DUST(0.020, 0.00, 0.00),
    PUNCH(0.330, 0.04, 0.00);

    private final double level;
    private final double reverb;
    private final double echo;

    Instrument(double level, double reverb, double echo) {
        this.level = level;
        this.reverb = reverb;
        this.echo = echo;
    }

    double level() {
        return level;
    }

    /** Share of the sound that goes to the reverb. */
    double reverb() {
        return reverb;
    }

    /** Share of the sound that goes to the echo. */
    double echo() {
        return echo;
    }
}
