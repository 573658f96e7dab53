package io.moneyprinter.sound.music;

/** The last stage of one channel: makes room for a voice, keeps offsets out and never clips. */
final class Master {

    /** Where the curve begins to bend, and what it never reaches: -1.2 dBFS. */
    private static final double LINEAR = 0.55;

    private static final double CEILING = 0.87;

    private final Biquad floor = Biquad.highPass(32, 0.7);
    private final Biquad voiceRoom = Biquad.peak(2200, 0.6, -4);
    private final Biquad air = Biquad.highShelf(9000, -2);

    double next(double in) {
        return bounded(shaped(in));
    }

    /** All but the last: what makes room. */
    double shaped(double in) {
        return air.next(voiceRoom.next(floor.next(in)));
    }

    /** Never clips; needs nothing of what was before. */
    static double bounded(double value) {
        var size = Math.abs(value);
        if (size <= LINEAR) {
            return value;
        }
        var room = CEILING - LINEAR;
        var over = (size - LINEAR) / room;
        return Math.copySign(LINEAR + room * over / (1 + over), value);
    }
}
