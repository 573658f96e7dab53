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
 * @param maxFrames of one video
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
        int maxFrameRate,
        int maxFrames) {

    private static final long MIB = 1L << 20;

    public Expected {
        kinds = Set.copyOf(kinds);
    }

    /**
     * The usual limits: images of 16 MiB and 33 megapixels, videos of 512 MiB, 10 minutes and 72000 pictures, an hour
     * of sound.
     */
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
                120,
                72_000);
    }

    /** The same for files of so many bytes. */
    public Expected withBytes(long image, long video, long audio) {
        return new Expected(
                kinds,
                extension,
                image,
                video,
                audio,
                maxPixels,
                maxVideoDuration,
                maxAudioDuration,
                maxFrameRate,
                maxFrames);
    }

    /** The same for videos of at most that length. */
    public Expected withVideoDuration(Duration longest) {
        return new Expected(
                kinds,
                extension,
                maxImageBytes,
                maxVideoBytes,
                maxAudioBytes,
                maxPixels,
                longest,
                maxAudioDuration,
                maxFrameRate,
                maxFrames);
    }

    Duration maxDuration(MediaInfo.Kind kind) {
        return kind == MediaInfo.Kind.AUDIO ? maxAudioDuration : maxVideoDuration;
    }

    long maxBytes(MediaInfo.Kind kind) {
        return switch (kind) {
            case IMAGE -> maxImageBytes;
            case VIDEO -> maxVideoBytes;
            case AUDIO -> maxAudioBytes;
        };
    }
}
