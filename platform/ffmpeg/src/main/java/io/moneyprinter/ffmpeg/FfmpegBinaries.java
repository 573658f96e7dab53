package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.CodedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two programs and what they need to run.
 *
 * @param version as the program says, such as {@code 8.1.2}
 * @param environment variables that the programs need, such as the library path
 * @param directory what a sandbox must show of the file system besides the system's libraries
 */
public record FfmpegBinaries(
        Path ffmpeg, Path ffprobe, String version, Map<String, String> environment, Path directory) {

    private static final Pattern VERSION = Pattern.compile("version n?(\\d+)\\.(\\d+)(\\S*)");
    private static final int OLDEST_MAJOR = 7;
    private static final Set<String> FILTERS = Set.of(
            "overlay",
            "xfade",
            "zoompan",
            "scale",
            "crop",
            "trim",
            "concat",
            "setparams",
            "loudnorm",
            "sidechaincompress",
            "ebur128",
            "ssim",
            "thumbnail",
            "aresample");
    private static final Set<String> ENCODERS = Set.of("libx264", "aac", "mjpeg", "png", "pcm_s16le");

    public FfmpegBinaries {
        environment = Map.copyOf(environment);
    }

    /**
     * The programs to use: the configured ones if they are good enough, else the embedded ones.
     *
     * @param home where the embedded ones are unpacked, once per version
     * @param configured path of another {@code ffmpeg} with {@code ffprobe} beside it; null for the embedded ones
     * @throws CodedException {@code FFMPEG_UNAVAILABLE}
     */
    public static FfmpegBinaries locate(Path home, @Nullable Path configured) {
        return configured == null ? EmbeddedFfmpeg.unpack(home) : installed(configured);
    }

    /** Programs of the system, accepted only if they are new enough and can do all that is needed. */
    public static FfmpegBinaries installed(Path ffmpeg) {
        var absolute = ffmpeg.toAbsolutePath();
        var ffprobe = absolute.resolveSibling("ffprobe");
        for (var program : List.of(absolute, ffprobe)) {
            if (!Files.isExecutable(program)) {
                throw unusable(absolute, "there is no program " + program);
            }
        }
        var directory = Objects.requireNonNullElse(absolute.getParent(), absolute);
        var candidate = new FfmpegBinaries(absolute, ffprobe, "", Map.of(), directory);
        var version = candidate.askVersion();
        var missing = new ArrayList<String>();
        missing.addAll(missing(FILTERS, candidate.ask("-filters")));
        missing.addAll(missing(ENCODERS, candidate.ask("-encoders")));
        if (!missing.isEmpty()) {
            throw unusable(absolute, "it lacks " + String.join(", ", missing));
        }
        return new FfmpegBinaries(absolute, ffprobe, version, Map.of(), directory);
    }

    /** The same programs with more variables around them. */
    public FfmpegBinaries with(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.putAll(environment);
        return new FfmpegBinaries(ffmpeg, ffprobe, version, all, directory);
    }

    /** The table that {@code -encoders} prints. */
    public List<String> encoders() {
        return ask("-encoders");
    }

    /** The version of the program, which is also the proof that it runs here. */
    String askVersion() {
        var matcher = VERSION.matcher(String.join("\n", ask("-version")));
        if (!matcher.find()) {
            throw unusable(ffmpeg, "it does not say its version");
        }
        if (Integer.parseInt(matcher.group(1)) < OLDEST_MAJOR) {
            throw unusable(
                    ffmpeg,
                    "it is version %s.%s (expected: %d or newer)"
                            .formatted(matcher.group(1), matcher.group(2), OLDEST_MAJOR));
        }
        return matcher.group(1) + "." + matcher.group(2) + matcher.group(3);
    }

    private List<String> ask(String question) {
        var lines = new ArrayList<String>();
        try (var supervisor = new Supervisor()) {
            var command = List.of(ffmpeg.toString(), "-hide_banner", question);
            var exit = supervisor.run(command, environment, Limits.LOOK, lines::add, new Stop());
            if (exit.code() != 0) {
                throw unusable(ffmpeg, "it ended with code %d: %s".formatted(exit.code(), exit.log()));
            }
        }
        return lines;
    }

    /** The names that no line of FFmpeg's table has in its second column. */
    static List<String> missing(Set<String> names, List<String> table) {
        var missing = new ArrayList<>(names.stream().sorted().toList());
        for (var line : table) {
            var columns = line.strip().split("\\s+", 3);
            if (columns.length >= 2) {
                missing.remove(columns[1]);
            }
        }
        return missing;
    }

    static CodedException unusable(Path program, String reason) {
        return new CodedException(
                FfmpegErrorCode.FFMPEG_UNAVAILABLE, "%s cannot be used: %s".formatted(program, reason));
    }
}
