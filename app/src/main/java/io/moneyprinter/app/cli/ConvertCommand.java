package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.Quality;
import io.moneyprinter.problem.CodedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter convert}: a finished film, written in another way. */
@Command(
        name = "convert",
        description =
                "Writes a finished video in another way. What is not said is as in the video. A file of the same name"
                        + " is replaced.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the file is there", "1:it could not be made", "2:something is wrong with what was asked for"
        })
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "VIDEO", description = "its id, as make tells it; GET /api/v1/videos lists them")
    private String video = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "where the film goes, ending in .mp4, .mov or .webm")
    private Path out = Path.of("");

    @Option(names = "--codec", description = "h264, hevc, vp9 or av1")
    private @Nullable String codec;

    @Option(names = "--quality", description = "draft, standard or high")
    private @Nullable Quality quality;

    @Option(names = "--preset", description = "web, tiktok, youtube_shorts, reels or archive")
    private @Nullable String preset;

    @Option(names = "--resolution", paramLabel = "WxH", description = "of the same shape and no larger")
    private @Nullable String resolution;

    @Option(names = "--fps", description = "a whole part of the video's, such as 30 of 60")
    private @Nullable Integer fps;

    @Option(names = "--crf", description = "constant rate factor, 0 (best) to 51; wins over --quality")
    private @Nullable Integer crf;

    @Option(names = "--video-bitrate", paramLabel = "KBIT", description = "kilobits a second; wins over --crf")
    private @Nullable Integer videoBitrate;

    @Option(names = "--audio-bitrate", paramLabel = "KBIT", description = "kilobits a second, 32 to 320")
    private @Nullable Integer audioBitrate;

    @Option(names = "--device", description = "auto, cpu or gpu")
    private @Nullable Device device;

    @Mixin
    private ReportOptions reporting = new ReportOptions();

    @Override
    public Integer call() {
        var id = id();
        var settings = new ConversionSettings(
                codec,
                quality,
                preset,
                resolution,
                fps,
                new OutputSettings(container(), crf, videoBitrate, audioBitrate, device));
        var folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw wrong("--out: there is no directory %s".formatted(folder));
        }
        var console = reporting.report(spec.commandLine());
        try (var conversion = new Conversion(console)) {
            return conversion.make(id, settings, out) ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (CodedException refused) {
            console.refused(refused);
            throw refused;
        }
    }

    private VideoId id() {
        try {
            return new VideoId(video);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Container container() {
        var name = out.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(Container.values())
                .filter(container -> name.endsWith(ending(container)))
                .findFirst()
                .orElseThrow(() -> wrong("--out: '%s' (expected: a name ending in %s)"
                        .formatted(
                                out,
                                Arrays.stream(Container.values())
                                        .map(ConvertCommand::ending)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String ending(Container container) {
        return "." + container.name().toLowerCase(Locale.ROOT);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
