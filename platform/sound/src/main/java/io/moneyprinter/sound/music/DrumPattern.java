package io.moneyprinter.sound.music;

import java.util.List;

/**
 * A bar of drums in sixteenths: a digit is how hard a drum is struck, a dot is silence.
 *
 * @param lines one per drum
 */
record DrumPattern(List<Line> lines) {

    static final DrumPattern NONE = new DrumPattern(List.of());

    static final DrumPattern HEARTBEAT = of(new Line(Instrument.KICK, "4.......3......."));

    static final DrumPattern BRUSHED = of(
            new Line(Instrument.KICK, "5.......4.2....."),
            new Line(Instrument.SHAKER, "3.2.5.2.3.2.5.2."),
            new Line(Instrument.SNAP, "............2..."));

    static final DrumPattern STEPPING =
            of(new Line(Instrument.KICK, "7.......7.4....."), new Line(Instrument.SHAKER, "3.5.3.5.3.5.3.5."));

    static final DrumPattern GROOVE = of(
            new Line(Instrument.KICK, "8...6...8..36..."),
            new Line(Instrument.SNAP, "....6.......6..2"),
            new Line(Instrument.HAT, "..6...6...6...6."),
            new Line(Instrument.SHAKER, "4253425342534253"));

    static final DrumPattern DISTANT = of(new Line(Instrument.TOM, "6.........3....."));

    static final DrumPattern MARCHING = of(
            new Line(Instrument.TOM, "8.....4.6...3.4."),
            new Line(Instrument.KICK, "6.......6......."),
            new Line(Instrument.SHAKER, "2.1.3.1.2.1.3.1."));

    static final DrumPattern DUSTY = of(
            new Line(Instrument.KICK, "6.........5....."),
            new Line(Instrument.SNAP, "....4.......4..."),
            new Line(Instrument.HAT, "3...3...3...3..."));

    static final DrumPattern BOOM_BAP = of(
            new Line(Instrument.KICK, "8......4..7....."),
            new Line(Instrument.SNAP, "....7.......7..1"),
            new Line(Instrument.HAT, "5.4.5.4.5.4.5.43"));

    static final DrumPattern PULSE =
            of(new Line(Instrument.PUNCH, "7...7...7...7..."), new Line(Instrument.HAT, "..4...4...4...4."));

    static final DrumPattern FOUR_ON_THE_FLOOR = of(
            new Line(Instrument.PUNCH, "9...8...9...8..."),
            new Line(Instrument.CLAP, "....6.......6..."),
            new Line(Instrument.HAT, "2.6.2.6.2.6.2.64"),
            new Line(Instrument.SHAKER, "3242324232423242"));

    static final DrumPattern SHAKEN =
            of(new Line(Instrument.KICK, "5.......4......."), new Line(Instrument.SHAKER, "4.3.5.3.4.3.5.3."));

    static final DrumPattern HAND_DRUM = of(
            new Line(Instrument.KICK, "7.....4.6......."),
            new Line(Instrument.TOM, "....4.......4.2."),
            new Line(Instrument.CLAP, "....2.......3..."),
            new Line(Instrument.SHAKER, "4253425342534253"));

    DrumPattern {
        lines = List.copyOf(lines);
    }

    private static DrumPattern of(Line... lines) {
        return new DrumPattern(List.of(lines));
    }

    /** One drum of the pattern. */
    record Line(Instrument drum, String steps) {

        /** How hard sixteenth {@code step} is struck, 0 for not at all. */
        double velocity(int step) {
            var sign = steps.charAt(step);
            return sign == '.' ? 0 : (sign - '0') / 9.0;
        }
    }
}
