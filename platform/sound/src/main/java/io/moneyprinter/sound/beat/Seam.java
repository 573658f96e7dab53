package io.moneyprinter.sound.beat;

/** Whether sound can be played again and again as it is: its end goes on at its beginning. */
public final class Seam {

    /** Seconds on either side of the seam that are compared with the whole. */
    private static final double NEAR = 0.05;

    /** Either side is at least so loud, beside what is usual: nothing fades in or out. */
    private static final double PRESENT = 0.12;

    /** Neither side is so many times louder than the other: a stroke may follow what rings on. */
    private static final double STEP = 12;

    /** What jumps further than nearly all that is next to it clicks. */
    private static final double JUMP = 1.5;

    private Seam() {}

    /** Samples of one channel, as far as they are needed. */
    public interface Samples {

        double at(long sample);
    }

    /** Whether nothing is heard where the end meets the beginning. */
    public static boolean isSmooth(Samples sound, long length, int sampleRate) {
        var near = (int) (NEAR * sampleRate);
        if (length < 4L * near) {
            return false;
        }
        var usual = level(sound, 0, length, Math.max(1, length / 100_000));
        var before = level(sound, length - near, length, 1);
        var after = level(sound, 0, near, 1);
        if (usual < 1e-4
                || before < PRESENT * usual
                || after < PRESENT * usual
                || after > STEP * before
                || before > STEP * after) {
            return false;
        }
        // The line through the last two samples, and the one through the first two, meet in the seam.
        var largest = 1e-5;
        for (var i = 1; i < near; i++) {
            largest = Math.max(largest, bend(sound, length - near + i - 1, length));
            largest = Math.max(largest, bend(sound, i, length));
        }
        return bend(sound, length - 1, length) <= JUMP * largest && bend(sound, 0, length) <= JUMP * largest;
    }

    /** How far a sample lies from where those around it let expect it. */
    private static double bend(Samples sound, long at, long length) {
        var before = sound.at((at + length - 1) % length);
        var after = sound.at((at + 1) % length);
        return Math.abs(sound.at(at) - 0.5 * (before + after));
    }

    private static double level(Samples sound, long from, long to, long step) {
        var sum = 0.0;
        var count = 0L;
        for (var at = from; at < to; at += step, count++) {
            sum += sound.at(at) * sound.at(at);
        }
        return Math.sqrt(sum / count);
    }
}
