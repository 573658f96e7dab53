package io.moneyprinter.materials.variant;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.ffmpeg.SourcePictures;
import java.time.Duration;

/**
 * A file of ours that variants are made of: upright, with square pixels.
 *
 * @param width pixels; 0 for sound
 * @param height pixels; 0 for sound
 * @param duration zero for images
 * @param transfer how brightness is coded, as FFmpeg names it; empty when the file does not say
 * @param audible whether there is sound
 */
record Source(
        ObjectKey media, Asset.Type type, int width, int height, Duration duration, String transfer, boolean audible) {

    /** Whether it is brighter than ordinary screens. */
    boolean hdr() {
        return SourcePictures.isHdr(transfer);
    }

    /** Whether one can see through parts of it: the intake keeps those, and the very bright, in formats of their own. */
    boolean alpha() {
        return switch (media.extension()) {
            case "webm" -> true;
            case "png" -> !hdr();
            default -> false;
        };
    }

    double seconds() {
        return duration.toMillis() / 1e3;
    }
}
