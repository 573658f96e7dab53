package io.moneyprinter.video.audio;

/**
 * How loud a mix is to be.
 *
 * @param integratedLufs -30 to -8
 * @param truePeakDbtp what the encoded file does not exceed, -9 to -0.5; wins where both cannot be had
 */
public record MixTarget(double integratedLufs, double truePeakDbtp) {

    /** What platforms play without turning it down. */
    public static final MixTarget DEFAULT = new MixTarget(-14, -1);

    public MixTarget {
        if (!(integratedLufs >= -30 && integratedLufs <= -8)) {
            throw new IllegalArgumentException("loudness: %s LUFS (expected: -30 to -8)".formatted(integratedLufs));
        }
        if (!(truePeakDbtp >= -9 && truePeakDbtp <= -0.5)) {
            throw new IllegalArgumentException("true peak: %s dBTP (expected: -9 to -0.5)".formatted(truePeakDbtp));
        }
    }

    /** Whether peak and loudness are nearer to each other than a limiter alone brings speech. */
    boolean isDense() {
        return truePeakDbtp - integratedLufs < 10;
    }
}
