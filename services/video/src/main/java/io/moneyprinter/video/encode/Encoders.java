package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.List;

/** The encoders that run anywhere: one for every codec. */
public final class Encoders {

    private static final List<VideoEncoder> PROCESSOR =
            List.of(X264.ENCODER, X265.ENCODER, Vp9.ENCODER, SvtAv1.ENCODER);

    private Encoders() {}

    /** Those of the processor. */
    public static Encoders onProcessor() {
        return new Encoders();
    }

    /** What encodes by a profile on the processor. */
    public VideoEncoder pick(Profile profile) {
        return PROCESSOR.stream()
                .filter(encoder -> encoder.codec() == profile.codec())
                .findFirst()
                .orElseThrow();
    }

    /** The options of the video stream, from the encoder that is picked. */
    public List<Option> settings(Profile profile, Canvas canvas) {
        return pick(profile).settings(profile, canvas);
    }
}
