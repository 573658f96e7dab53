package io.moneyprinter.ffmpeg;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file has to be to be accepted.
 *
 * @param kinds that will do
 * @param extension what its name promises, without dot; null when it has no name
 * @param maxPixels of one picture
 * @param maxFrameRate pictures per second
 */
public record Expected(
        Set<MediaInfo.Kind> kinds,
        @Nullable String extension,
        long maxImageBytes,
        long maxVideoBytes,
        long maxAudioBytes,
        long maxPixels,
        Duration maxVideoDuration,
        Duration maxAudioDuration,
        int maxFrameRate) {

    private static final long MIB = 1L << 20;

    public Expected {
        kinds = Set.copyOf(kinds);
    }

    /** The usual limits: images of 16 MiB and 33 megapixels, videos of 512 MiB and 10 minutes, an hour of sound. */
    public static Expected of(Set<MediaInfo.Kind> kinds, @Nullable String extension) {
        return new Expected(
                kinds,
                extension,
                16 * MIB,
                512 * MIB,
                100 * MIB,
                33_177_600,
                Duration.ofMinutes(10),
                Duration.ofMinutes(60),
                120);
    }

    long maxBytes(MediaInfo.Kind kind) {
        return switch (kind) {
            case IMAGE -> maxImageBytes;
            case VIDEO -> maxVideoBytes;
            case AUDIO -> maxAudioBytes;
        };
    }
}
