package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.List;

/**
 * Encodes pictures. Chunks of a film are encoded apart from each other and joined as they are, so every instance
 * writes closed groups of pictures of a fixed length and the same parameters for the same profile and canvas.
 */
public interface VideoEncoder {

    /** As FFmpeg names it, such as {@code libx264}. */
    String name();

    Codec codec();

    /** The options of the video stream, in the order of the command line; {@link StreamOptions} has the common ones. */
    List<Option> settings(Profile profile, Canvas canvas);
}
