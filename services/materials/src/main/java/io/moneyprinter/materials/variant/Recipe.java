package io.moneyprinter.materials.variant;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import java.nio.file.Path;

/**
 * How one variant is made.
 *
 * @param size zero for sound
 */
record Recipe(VariantType type, String extension, String mimeType, Size size, Making making) {

    /** Writes it. */
    @FunctionalInterface
    interface Making {

        /** @param telling where the source shows best what it is about */
        FfmpegCommand command(Path source, Telling telling, Path made);
    }
}
