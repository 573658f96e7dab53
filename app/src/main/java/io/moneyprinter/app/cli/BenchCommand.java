package io.moneyprinter.app.cli;

import io.moneyprinter.app.MoneyPrinter;
import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.bench.KillDrill;
import io.moneyprinter.bench.RenderBench;
import io.moneyprinter.bench.SplitDrill;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.encode.Profile;
import java.nio.file.Files;
import java.util.EnumSet;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moneyprinter bench}: measurements and drills, on data of their own. */
@Command(name = "bench", description = "Measures, and breaks things on purpose.", mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to measure: render, kill, split");
    }

    @Command(
            name = "render",
            description = "How long rendering takes, as a ratio to the bare x264 encode of the same frames.",
            mixinStandardHelpOptions = true)
    int render(
            @Option(names = "--seconds", defaultValue = "8", description = "length of the film (${DEFAULT-VALUE})")
                    int seconds,
            @Option(
                            names = "--rounds",
                            defaultValue = "3",
                            description = "how often (${DEFAULT-VALUE}); the median counts")
                    int rounds)
            throws Exception {
        var home = Files.createTempDirectory("moneyprinter-bench");
        var options = ServerOptions.everything(home)
                .withServices(EnumSet.of(ServiceId.VIDEO))
                .withPort(0);
        var canvas = Canvas.of(VideoSettings.DEFAULT);
        var profile = Profile.of(VideoSettings.DEFAULT, canvas);
        try (var server = Server.start(options)) {
            var bench = new RenderBench(
                    server.bean(VideoRendering.class),
                    server.bean(ObjectStore.class),
                    server.bean(Ffmpeg.class),
                    Encoders.onProcessor().pick(profile).settings(profile, canvas),
                    home,
                    spec.commandLine().getOut());
            bench.run(seconds, rounds);
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "kill",
            description =
                    "Kills the server with kill -9 in every kind of step and checks that nothing is lost or done twice.",
            mixinStandardHelpOptions = true)
    int kill() throws Exception {
        var drill = new KillDrill(MoneyPrinter.class, spec.commandLine().getOut());
        return drill.run() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    @Command(
            name = "split",
            description = "Makes a video with eight processes on eight ports, and kills one of them in the middle.",
            mixinStandardHelpOptions = true)
    int split() throws Exception {
        var drill = new SplitDrill(MoneyPrinter.class, spec.commandLine().getOut());
        return drill.run() ? ExitCodes.OK : ExitCodes.FAILED;
    }
}
