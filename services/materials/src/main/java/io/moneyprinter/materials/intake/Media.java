package io.moneyprinter.materials.intake;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.MediaInfo;
import java.time.Duration;

/**
 * A file as we made it anew.
 *
 * @param fileSize bytes of what is stored, not of what came in
 * @param width pixels as displayed; 0 for audio
 * @param height pixels as displayed; 0 for audio
 * @param duration zero for images
 */
public record Media(
        ObjectKey key, MediaInfo.Kind kind, String mimeType, long fileSize, int width, int height, Duration duration) {}
