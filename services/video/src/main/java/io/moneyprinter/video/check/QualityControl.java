package io.moneyprinter.video.check;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.ffmpeg.ProbeAnswer;
import io.moneyprinter.ffmpeg.Progress;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.video.check.Finding.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks at a finished film before anybody else does. What is broken is an error; what may be meant so, such as a black
 * stretch, is a warning.
 */
public final class QualityControl {

    /** Louder or quieter than that is heard. */
    private static final double TOLERATED_LU = 1;

    /** No limiter explains a difference of so much. */
    private static final double BROKEN_LU = 10;

    /** Lossy codecs overshoot a little. */
    private static final double TOLERATED_PEAK = 0.5;

    /** Where the loudness meter hears nothing. */
    private static final double SILENCE_LUFS = -69.9;

    /** Seconds of footage that stands still. */
    private static final double LONG_FREEZE = 2;

    private static final double NEARLY_ALL = 0.95;
    private static final Set<FfmpegErrorCode> FAULTS_OF_THE_FILM =
            Set.of(FfmpegErrorCode.SOURCE_DAMAGED, FfmpegErrorCode.FFMPEG_FAILED);

    private final Probe probe;

    /** Runs FFmpeg on behalf of one video, so that the video can be cancelled. */
    @FunctionalInterface
    public interface Runs {

        /**
         * Returns when the run has succeeded.
         *
         * @throws CodedException with the code of the cause
         */
        Outcome.Finished run(FfmpegCommand command, Duration deadline, Progress.Listener listener);
    }

    public QualityControl(Probe probe) {
        this.probe = probe;
    }

    /**
     * Decodes the whole film once.
     *
     * @throws CodedException when the check itself could not be made, such as {@code CANCELLED}
     */
    public Findings check(Path film, Wish wish, Duration deadline, Runs runs) {
        var command = CheckCommand.whole(film, wish.canvas(), wish.audible());
        return check(film, command, wish, deadline, runs);
    }

    /**
     * Looks at the small versions of the parts that the film was joined of.
     *
     * @param parts a list of them in FFmpeg's concat format
     * @param small the stream of the parts that is their small version
     */
    public Findings check(Path film, Path parts, int small, Wish wish, Duration deadline, Runs runs) {
        var command = CheckCommand.small(film, parts, small, wish.canvas(), wish.audible());
        return check(film, command, wish, deadline, runs);
    }

    private Findings check(Path film, FfmpegCommand command, Wish wish, Duration deadline, Runs runs) {
        var report = new Report();
        if (!streams(film, wish, report)) {
            return report.findings();
        }
        var detections = new Detections();
        try {
            var frames = runs.run(command, deadline, listener(detections)).frames();
            report.errorIf(
                    frames != wish.frames(), Kind.FRAMES, "%d frames (expected: %d)".formatted(frames, wish.frames()));
            pictures(wish, detections, report);
            if (wish.audible()) {
                sound(wish, detections, report);
            }
        } catch (CodedException failed) {
            if (!(failed.code() instanceof FfmpegErrorCode code) || !FAULTS_OF_THE_FILM.contains(code)) {
                throw failed;
            }
            report.error(Kind.UNDECODABLE, "the film does not decode");
        }
        return report.findings();
    }

    private static Progress.Listener listener(Detections detections) {
        return new Progress.Listener() {
            @Override
            public void progressed(Progress progress) {}

            @Override
            public void logged(String line) {
                detections.hear(line);
            }
        };
    }

    /** Whether the headers are good enough to decode by. */
    private boolean streams(Path film, Wish wish, Report report) {
        ProbeAnswer facts;
        try {
            facts = probe.facts(
                    film,
                    "stream=codec_type,codec_name,width,height,pix_fmt,color_space,color_transfer,color_primaries,"
                            + "color_range,sample_aspect_ratio,duration:stream_tags=DURATION:format=duration,nb_streams");
        } catch (CodedException unreadable) {
            if (unreadable.code() != FfmpegErrorCode.FFMPEG_FAILED) {
                throw unreadable;
            }
            report.error(Kind.UNDECODABLE, "the film cannot be opened");
            return false;
        }
        var coding = wish.coding();
        var expected = coding.audio() == null ? 1 : 2;
        var count = facts.whole("format.nb_streams", 0);
        report.errorIf(count != expected, Kind.STREAMS, "%d streams (expected: %d)".formatted(count, expected));
        if (!facts.text("streams.0.codec_type", "").equals("video")) {
            report.error(Kind.STREAMS, "no picture (expected: as the first stream)");
            return false;
        }
        var canvas = wish.canvas();
        report.compare(Kind.PICTURE, "codec", facts.text("streams.0.codec_name", ""), coding.video());
        report.compare(
                Kind.PICTURE,
                "size",
                facts.text("streams.0.width", "") + "x" + facts.text("streams.0.height", ""),
                canvas.width() + "x" + canvas.height());
        report.compare(Kind.PICTURE, "pixels", facts.text("streams.0.pix_fmt", ""), coding.pixelFormat());
        report.compare(Kind.PICTURE, "pixel shape", facts.text("streams.0.sample_aspect_ratio", "1:1"), "1:1");
        for (var tag : List.of("color_space", "color_transfer", "color_primaries")) {
            report.compare(Kind.PICTURE, tag, facts.text("streams.0." + tag, ""), coding.color());
        }
        report.compare(Kind.PICTURE, "color_range", facts.text("streams.0.color_range", ""), "tv");
        length(facts, wish, report);
        return coding.audio() == null || soundIsThere(facts, wish, coding.audio(), report);
    }

    private static void length(ProbeAnswer facts, Wish wish, Report report) {
        var longest = Math.max(wish.seconds(), wish.audible() ? wish.soundSeconds() : 0);
        var seconds = seconds(facts.text("format.duration", "0"));
        report.errorIf(
                Math.abs(seconds - longest) > tolerance(wish),
                Kind.FRAMES,
                "%.3f seconds (expected: %.3f)".formatted(seconds, longest));
    }

    private static boolean soundIsThere(ProbeAnswer facts, Wish wish, String codec, Report report) {
        if (!facts.text("streams.1.codec_type", "").equals("audio")) {
            report.error(Kind.SOUND, "no sound (expected: one stream)");
            return false;
        }
        report.compare(Kind.SOUND, "codec", facts.text("streams.1.codec_name", ""), codec);
        // Matroska and WebM write lengths of streams as tags.
        var written = facts.text("streams.1.duration", facts.text("streams.1.tags.DURATION", "0"));
        var seconds = seconds(written);
        report.errorIf(
                Math.abs(seconds - wish.soundSeconds()) > tolerance(wish),
                Kind.SOUND,
                "%.3f seconds of sound (expected: %.3f)".formatted(seconds, wish.soundSeconds()));
        return true;
    }

    /** A frame, or a packet of sound before it and one behind where that is more. */
    private static double tolerance(Wish wish) {
        return Math.max(1.0 / wish.canvas().fps(), 0.045);
    }

    /** {@code 12.5} or {@code 00:00:12.500000000}. */
    private static double seconds(String text) {
        var sum = 0.0;
        for (var part : text.split(":", -1)) {
            sum = 60 * sum + Double.parseDouble(part);
        }
        return sum;
    }

    private static void pictures(Wish wish, Detections detections, Report report) {
        var black = detections.black();
        var dark = black.stream()
                .mapToDouble(stretch -> stretch.shared(wish.pictured()))
                .sum();
        if (isNearlyAll(dark, wish.pictured())) {
            report.error(Kind.BLACK, "the film is black from start to end");
        } else {
            black.stream()
                    .filter(stretch -> stretch.shared(wish.pictured()) >= CheckCommand.SHORTEST)
                    .forEach(stretch -> report.warning(Kind.BLACK, "black from " + stretch));
        }
        detections.frozen(wish.seconds()).stream()
                .filter(stretch -> stretch.shared(wish.moving()) >= LONG_FREEZE)
                .forEach(stretch -> report.warning(Kind.FROZEN, "footage stands still from " + stretch));
    }

    private static void sound(Wish wish, Detections detections, Report report) {
        var silent = detections.silent(wish.soundSeconds());
        var missing = silent.stream()
                .mapToDouble(stretch -> stretch.shared(wish.spoken()))
                .sum();
        if (isNearlyAll(missing, wish.spoken())) {
            report.error(Kind.SILENT, "nothing is heard where something is said");
            return;
        }
        silent.stream()
                .filter(stretch -> stretch.shared(wish.spoken()) >= CheckCommand.SHORTEST)
                .forEach(stretch -> report.warning(Kind.SILENT, "nothing is heard from " + stretch));

        var loudness = detections.integratedLufs().orElse(Double.NEGATIVE_INFINITY);
        if (loudness > SILENCE_LUFS) {
            var off = Math.abs(loudness - wish.integratedLufs());
            var detail = "%.1f LUFS (expected: %.1f)".formatted(loudness, wish.integratedLufs());
            // Sounds at cuts alone are not made as loud as a voice.
            var broken = off > BROKEN_LU && !wish.spoken().isEmpty();
            report.errorIf(broken, Kind.LOUDNESS, detail);
            report.warningIf(off > TOLERATED_LU && !broken, Kind.LOUDNESS, detail);
        }
        var peak = detections.truePeakDbtp().orElse(Double.NEGATIVE_INFINITY);
        report.warningIf(
                peak > wish.truePeakDbtp() + TOLERATED_PEAK,
                Kind.TRUE_PEAK,
                "peaks at %.1f dBTP (expected: at most %.1f)".formatted(peak, wish.truePeakDbtp()));
    }

    private static boolean isNearlyAll(double seconds, List<Stretch> stretches) {
        var whole = stretches.stream().mapToDouble(Stretch::length).sum();
        return whole > CheckCommand.SHORTEST && seconds >= NEARLY_ALL * whole;
    }

    /** Collects everything, so that one look tells all that is wrong. */
    private static final class Report {

        private final List<Finding> errors = new ArrayList<>();
        private final List<Finding> warnings = new ArrayList<>();

        void error(Kind kind, String detail) {
            errors.add(new Finding(kind, detail));
        }

        void errorIf(boolean wrong, Kind kind, String detail) {
            if (wrong) {
                error(kind, detail);
            }
        }

        void compare(Kind kind, String what, String found, String expected) {
            errorIf(!found.equals(expected), kind, "%s: %s (expected: %s)".formatted(what, found, expected));
        }

        void warning(Kind kind, String detail) {
            warnings.add(new Finding(kind, detail));
        }

        void warningIf(boolean wrong, Kind kind, String detail) {
            if (wrong) {
                warning(kind, detail);
            }
        }

        Findings findings() {
            return new Findings(errors, warnings);
        }
    }
}
