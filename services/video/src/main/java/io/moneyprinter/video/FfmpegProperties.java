package io.moneyprinter.video;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which FFmpeg is used.
 *
 * @param path of an {@code ffmpeg} of the system with {@code ffprobe} beside it, checked at the start; by default the
 *     embedded one is used
 * @param directory where the embedded one is unpacked; by default in the data directory
 */
@ConfigurationProperties("moneyprinter.ffmpeg")
record FfmpegProperties(@Nullable Path path, @Nullable Path directory) {}
