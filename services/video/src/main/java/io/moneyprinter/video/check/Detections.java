package io.moneyprinter.video.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the filters of the check say in the log, line by line. */
final class Detections {

    private static final String NUMBER = ":\\s*(-?[0-9.]+|-inf)";
    private static final Pattern BLACK = Pattern.compile("black_start" + NUMBER + " black_end" + NUMBER);
    private static final Pattern FREEZE = Pattern.compile("freeze_(start|end)" + NUMBER);
    private static final Pattern SILENCE = Pattern.compile("silence_(start|end)" + NUMBER);
    private static final Pattern INTEGRATED = Pattern.compile("^\\s*I" + NUMBER + " LUFS");
    private static final Pattern PEAK = Pattern.compile("^\\s*Peak" + NUMBER + " dBFS");

    private final List<Stretch> black = new ArrayList<>();
    private final Open frozen = new Open();
    private final Open silent = new Open();
    private @Nullable Double integratedLufs;
    private @Nullable Double truePeakDbtp;

    /** Stretches of which the log gives the two ends one after the other; the last one may have no end. */
    private static final class Open {

        private final List<Stretch> closed = new ArrayList<>();
        private @Nullable Double start;

        void hear(Pattern pattern, String line) {
            var matcher = pattern.matcher(line);
            if (!matcher.find()) {
                return;
            }
            var at = number(matcher.group(2));
            if (matcher.group(1).equals("start")) {
                start = at;
            } else if (start != null) {
                closed.add(new Stretch(start, at));
                start = null;
            }
        }

        List<Stretch> until(double end) {
            var all = new ArrayList<>(closed);
            if (start != null) {
                all.add(new Stretch(start, end));
            }
            return all;
        }
    }

    synchronized void hear(String line) {
        var dark = BLACK.matcher(line);
        if (dark.find()) {
            black.add(new Stretch(number(dark.group(1)), number(dark.group(2))));
        }
        frozen.hear(FREEZE, line);
        silent.hear(SILENCE, line);
        var loudness = INTEGRATED.matcher(line);
        if (loudness.find()) {
            integratedLufs = number(loudness.group(1));
        }
        var peak = PEAK.matcher(line);
        if (peak.find()) {
            truePeakDbtp = number(peak.group(1));
        }
    }

    synchronized List<Stretch> black() {
        return List.copyOf(black);
    }

    /** @param end of the film, where a stretch without end ends */
    synchronized List<Stretch> frozen(double end) {
        return frozen.until(end);
    }

    /** @param end of the film, where a stretch without end ends */
    synchronized List<Stretch> silent(double end) {
        return silent.until(end);
    }

    synchronized OptionalDouble integratedLufs() {
        return integratedLufs == null ? OptionalDouble.empty() : OptionalDouble.of(integratedLufs);
    }

    synchronized OptionalDouble truePeakDbtp() {
        return truePeakDbtp == null ? OptionalDouble.empty() : OptionalDouble.of(truePeakDbtp);
    }

    private static double number(String text) {
        return text.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
    }
}
