package io.moneyprinter.materials.intake;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.ffmpeg.MediaInfo;
import java.time.Duration;

/**
 * A file as we made it anew.
 *
 * @param fileSize bytes of what is stored, not of what came in
 * @param width pixels as displayed; 0 for audio
 * @param height pixels as displayed; 0 for audio
 * @param duration zero for images
 * @param source what came in was
 * @param sourceMimeType the same for people: a container of sound alone is called so
 */
public record Media(
        ObjectKey key,
        MediaInfo.Kind kind,
        String mimeType,
        long fileSize,
        int width,
        int height,
        Duration duration,
        MediaFormat source,
        String sourceMimeType) {}
