package io.moneyprinter.orchestration.progress;

import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.job.Stage;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What pieces of work cost, in nominal seconds: about what they take on two processors. Only their proportions
 * matter, since {@link Forecast} measures how long a nominal second really is.
 */
public final class Weights {

    /** Of a piece that is there already. */
    public static final double NOTHING = 0.01;

    /** By a language model. */
    public static final double MODEL = 10;

    public static final double SHOT = 0.6;
    public static final double PLAN = 0.2;
    public static final double JOIN = 0.5;
    public static final double THUMBNAIL = 0.3;
    public static final double FINISH = 0.1;
    public static final double EXTRACT = 1;

    private static final double SPEECH_CALL = 0.3;
    private static final double SPEECH_PER_CHARACTER = 0.01;
    private static final double CHARACTERS_PER_SECOND = 15;
    /** Of a picture of 1080x1920 pixels. */
    private static final double FRAME = 0.012;

    private static final double FRAME_PIXELS = 1080.0 * 1920.0;

    private Weights() {}

    public static double content(VideoRequest request) {
        if (request.draft() != null) {
            return NOTHING;
        }
        if (request.topic() != null || request.template() != null || request.variation() != null) {
            return MODEL;
        }
        return request.article() == null ? 0.3 : 0.5;
    }

    public static double speech(String text) {
        return SPEECH_CALL + text.length() * SPEECH_PER_CHARACTER;
    }

    public static double chunk(long frames, Canvas canvas) {
        return frames * FRAME * canvas.width() * canvas.height() / FRAME_PIXELS;
    }

    public static double mix(double seconds) {
        return 0.5 + 0.05 * seconds;
    }

    public static double optimise(double seconds) {
        return 0.5 + 0.02 * seconds;
    }

    /** The finished sound alone. */
    public static double sound(double seconds) {
        return 0.3 + 0.03 * seconds;
    }

    public static double preview(double seconds) {
        return 0.3 + 0.05 * seconds;
    }

    /** The film written in another way: encoded, with what is drawn for it, or only packed. */
    public static double conversion(ConversionSettings wanted, long frames, Canvas canvas) {
        var output = wanted.output() == null ? OutputSettings.DEFAULT : wanted.output();
        var packed = Stream.of(
                        wanted.codec(),
                        wanted.quality(),
                        wanted.optimizationPreset(),
                        wanted.resolution(),
                        wanted.fps(),
                        output.crf(),
                        output.videoBitrate())
                .allMatch(Objects::isNull);
        if (packed) {
            return optimise((double) frames / canvas.fps());
        }
        // Beside x264, where drawing is half of the work.
        var encoder = switch (wanted.codec()) {
            case "hevc" -> 2;
            case "av1" -> 1.5;
            case null, default -> 1;
        };
        return encoder * chunk(frames, canvas);
    }

    /** What a whole stage should cost, before its pieces are known. */
    public static double expected(Stage stage, VideoRequest request, ContentEstimate estimate) {
        var sentences = Math.max(1, estimate.sentences());
        double seconds = Math.max(1, estimate.estimatedDuration());
        return switch (stage) {
            case SCRIPT -> content(request);
            case SPEECH -> sentences * SPEECH_CALL + seconds * CHARACTERS_PER_SECOND * SPEECH_PER_CHARACTER;
            case MATERIALS -> sentences * SHOT;
            case RENDER -> PLAN + rendering(request, seconds);
            case FINALISE -> FINISH + finishing(request.produced(), seconds);
        };
    }

    private static double rendering(VideoRequest request, double seconds) {
        return switch (request.produced()) {
            case VIDEO -> {
                var canvas = canvas(request);
                yield chunk(Math.round(seconds * canvas.fps()), canvas) + mix(seconds) + JOIN;
            }
            case AUDIO -> mix(seconds);
            case CAPTIONS -> 0;
        };
    }

    private static double finishing(Produce produce, double seconds) {
        return switch (produce) {
            case VIDEO -> optimise(seconds) + THUMBNAIL + preview(seconds);
            case AUDIO -> sound(seconds);
            case CAPTIONS -> 0;
        };
    }

    public static Canvas canvas(VideoRequest request) {
        var settings = request.videoSettings();
        return Canvas.of(settings == null ? VideoSettings.DEFAULT : settings);
    }
}
