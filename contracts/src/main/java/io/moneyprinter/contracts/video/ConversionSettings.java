package io.moneyprinter.contracts.video;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a finished film should be written besides. Null means: as the film is.
 *
 * @param codec {@code h264}, {@code hevc}, {@code vp9} or {@code av1}; another codec comes in its own usual
 *     container
 * @param quality of the picture
 * @param optimizationPreset {@code web}, {@code tiktok}, {@code youtube_shorts}, {@code reels} or {@code archive}
 * @param resolution {@code WIDTHxHEIGHT}, of the film's shape and no larger than the film
 * @param fps the film's, or a whole part of it, such as 30 of 60
 * @param output container, bitrates and device
 */
public record ConversionSettings(
        @Nullable @Pattern(regexp = "h264|hevc|vp9|av1", message = "expected one of h264, hevc, vp9, av1")
        String codec,

        @Nullable Quality quality,

        @Nullable
        @Pattern(
                regexp = "web|tiktok|youtube_shorts|reels|archive",
                message = "expected one of web, tiktok, youtube_shorts, reels, archive")
        String optimizationPreset,

        @Nullable @Pattern(regexp = "\\d{3,4}x\\d{3,4}", message = "expected WIDTHxHEIGHT, such as 720x1280")
        String resolution,

        @Nullable Integer fps,
        @Nullable @Valid OutputSettings output) {}
