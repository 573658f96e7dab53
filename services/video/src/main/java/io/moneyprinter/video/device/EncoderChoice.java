package io.moneyprinter.video.device;

import org.jspecify.annotations.Nullable;

/**
 * What a film will be encoded with.
 *
 * @param encoder of a device, as FFmpeg calls it; null for the CPU
 * @param note why it is not the GPU that was wanted; null when all is as wanted
 */
public record EncoderChoice(
        @Nullable String encoder, @Nullable String note) {

    public static final EncoderChoice CPU = new EncoderChoice(null, null);

    /** How people are told that the CPU does what a GPU should. */
    public static String onProcessor(String reason) {
        return "encoded on the CPU: " + reason;
    }
}
