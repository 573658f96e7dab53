package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.video.encode.spi.VideoEncoder;
import java.util.ArrayList;
import java.util.List;

/** The encoders of this machine. */
public final class Encoders {

    private static final List<VideoEncoder> PROCESSOR =
            List.of(X264.ENCODER, X265.ENCODER, Vp9.ENCODER, SvtAv1.ENCODER);

    private final List<VideoEncoder> encoders;

    private Encoders(List<VideoEncoder> encoders) {
        this.encoders = List.copyOf(encoders);
    }

    /** Those that run anywhere: one for every codec. */
    public static Encoders onProcessor() {
        return new Encoders(PROCESSOR);
    }

    /** With those of devices that were found to work, the best one of a codec first. */
    public static Encoders with(List<VideoEncoder> devices) {
        var all = new ArrayList<>(devices);
        all.addAll(PROCESSOR);
        return new Encoders(all);
    }

    /**
     * The profile with its device decided on, once for a whole film: chunks of two encoders do not look alike.
     *
     * @throws CodedException {@code OUTPUT_IMPOSSIBLE} where a GPU is asked for and none encodes this codec
     */
    public Profile settle(Profile profile) {
        var device = encoders.stream().anyMatch(encoder -> encoder.hardware() && encoder.codec() == profile.codec());
        return switch (profile.device()) {
            case CPU -> profile;
            case AUTO -> profile.on(device ? Device.GPU : Device.CPU);
            case GPU -> {
                if (!device) {
                    throw CodedException.ofField(
                            EncodeErrorCode.OUTPUT_IMPOSSIBLE,
                            "/video_settings/output/device",
                            "device: gpu (expected: auto or cpu, as no GPU here encodes %s)"
                                    .formatted(profile.codec()));
                }
                yield profile;
            }
        };
    }

    /** What encodes by a profile: a device where one is asked for and there, else the processor. */
    public VideoEncoder pick(Profile profile) {
        return encoders.stream()
                .filter(encoder -> encoder.codec() == profile.codec())
                .filter(encoder -> !encoder.hardware() || profile.device() != Device.CPU)
                .findFirst()
                .orElseThrow();
    }

    /** The options of the video stream, from the encoder that is picked. */
    public List<Option> settings(Profile profile, Canvas canvas) {
        return pick(profile).settings(profile, canvas);
    }
}
