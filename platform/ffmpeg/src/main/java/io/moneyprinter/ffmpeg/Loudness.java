package io.moneyprinter.ffmpeg;

import java.util.regex.Pattern;

/**
 * How loud a sound is, by EBU R 128.
 *
 * @param integratedLufs -70 for silence
 * @param truePeakDbtp negative infinity for silence
 */
public record Loudness(double integratedLufs, double truePeakDbtp) {

    /** What the meter says where nothing passes its gate. */
    private static final double SILENCE = -69.9;

    private static final Pattern INTEGRATED = Pattern.compile("^\\s*I:\\s+(-?[0-9.]+|-inf) LUFS", Pattern.MULTILINE);
    private static final Pattern PEAK = Pattern.compile("^\\s*Peak:\\s+(-?[0-9.]+|-inf) dBFS", Pattern.MULTILINE);

    /** Reads the summary that FFmpeg's {@code ebur128} writes at its end. */
    public static Loudness parse(String log) {
        return new Loudness(last(INTEGRATED, log), last(PEAK, log));
    }

    /** The same in the meter's words, for {@link #parse}. */
    public String summary() {
        return "I: %s LUFS%nPeak: %s dBFS%n".formatted(written(integratedLufs), written(truePeakDbtp));
    }

    private static String written(double decibels) {
        return decibels == Double.NEGATIVE_INFINITY ? "-inf" : Double.toString(decibels);
    }

    /** Reads only the loudness, from a summary of a meter that was not asked for peaks. */
    public static double integrated(String log) {
        return last(INTEGRATED, log);
    }

    /** Whether there is nothing that could be made louder. */
    public boolean isSilent() {
        return integratedLufs <= SILENCE;
    }

    private static double last(Pattern pattern, String log) {
        var matcher = pattern.matcher(log);
        var value = "";
        while (matcher.find()) {
            value = matcher.group(1);
        }
        return switch (value) {
            case "" -> throw new IllegalArgumentException("no loudness in: " + log);
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value);
        };
    }
}
