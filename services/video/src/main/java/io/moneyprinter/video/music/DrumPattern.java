package io.moneyprinter.video.music;

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
