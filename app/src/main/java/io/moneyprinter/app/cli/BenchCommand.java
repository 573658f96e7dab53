package io.moneyprinter.app.cli;

import io.moneyprinter.app.MoneyPrinter;
import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.bench.AlignBench;
import io.moneyprinter.bench.EditBench;
import io.moneyprinter.bench.FootageSize;
import io.moneyprinter.bench.KillDrill;
import io.moneyprinter.bench.LengthsBench;
import io.moneyprinter.bench.RenderBench;
import io.moneyprinter.bench.SearchBench;
import io.moneyprinter.bench.ShotBench;
import io.moneyprinter.bench.SplitDrill;
import io.moneyprinter.bench.UploadBench;
import io.moneyprinter.bench.VoiceListBench;
import io.moneyprinter.bench.VoiceMemoryBench;
import io.moneyprinter.bench.WorkerBench;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.materials.intake.Intake;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.alignment.References;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.video.card.CardPainter;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.FilmPlanner;
import io.moneyprinter.video.plan.PlanFormat;
import io.moneyprinter.video.render.Renderer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moneyprinter bench}: measurements and drills, on data of their own. */
@Command(name = "bench", description = "Measures, and breaks things on purpose.", mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {

    /** No chunk is longer, so the film is one. */
    private static final Duration WHOLE_FILM = Duration.ofHours(1);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to measure: render, visuals, kill, split, workers, edits, lengths, align, voices, voice-list,"
                        + " search, shots, uploads");
    }

    @Command(
            name = "render",
            description =
                    "How long rendering takes, as a ratio to the bare x264 encode of the same frames, to one graph"
                            + " for all and to the three encodes of other tools.",
            mixinStandardHelpOptions = true)
    int render(
            @Option(names = "--seconds", defaultValue = "60", description = "length of the film (${DEFAULT-VALUE})")
                    int seconds,
            @Option(
                            names = "--rounds",
                            defaultValue = "3",
                            description = "how often (${DEFAULT-VALUE}); the median counts")
                    int rounds,
            @Option(
                            names = "--footage",
                            defaultValue = "HD,UHD",
                            split = ",",
                            description =
                                    "how large the footage is, any of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
                    List<FootageSize> footage,
            @Option(
                            names = "--peers",
                            negatable = true,
                            defaultValue = "true",
                            fallbackValue = "true",
                            description =
                                    "whether the three encodes of other tools are measured too (${DEFAULT-VALUE})")
                    boolean peers)
            throws Exception {
        rendering((bench, server) -> {
            for (var size : footage) {
                bench.run(size, seconds, rounds, peers);
            }
            return true;
        });
        return ExitCodes.OK;
    }

    @Command(
            name = "visuals",
            description = "What drawn pictures cost, as a ratio to the x264 encode of the seconds that they fill.",
            mixinStandardHelpOptions = true)
    int visuals(
            @Option(names = "--seconds", defaultValue = "48", description = "length of the film (${DEFAULT-VALUE})")
                    int seconds)
            throws Exception {
        var cheaper = rendering((bench, server) -> bench.visuals(server.bean(MaterialLibrary.class), seconds));
        return cheaper ? ExitCodes.OK : ExitCodes.FAILED;
    }

    /** Measures rendering on a server. */
    private interface RenderMeasuring {
        boolean with(RenderBench bench, Server server) throws Exception;
    }

    private boolean rendering(RenderMeasuring measuring) throws Exception {
        var home = Files.createTempDirectory("moneyprinter-bench");
        // The processor time of sandboxed processes is not to be had; a sandbox costs a few milliseconds.
        System.setProperty("moneyprinter.ffmpeg.sandbox", "off");
        var options = ServerOptions.everything(home)
                .withServices(EnumSet.of(ServiceId.VIDEO, ServiceId.MATERIALS))
                .withPort(0);
        try (var server = Server.start(options)) {
            var store = server.bean(ObjectStore.class);
            var ffmpeg = server.bean(Ffmpeg.class);
            var intake = server.bean(Intake.class);
            var canvas = Canvas.of(VideoSettings.DEFAULT);
            var profile = Profile.of(VideoSettings.DEFAULT, canvas);
            var encoders = Encoders.onProcessor();
            var renderer = new Renderer(store, ffmpeg, server.bean(Captioning.class), home, encoders);
            var planner = new FilmPlanner(
                    server.bean(Captioning.class),
                    new CardPainter(home, store),
                    Renderer.version(ffmpeg),
                    new PlanFormat(),
                    WHOLE_FILM,
                    FilmPlanner.Encoding.ON_PROCESSOR);
            var bench = new RenderBench(
                    server.bean(VideoRendering.class),
                    store,
                    ffmpeg,
                    file -> intake.take(file, EnumSet.of(Kind.IMAGE, Kind.VIDEO), null)
                            .key(),
                    encoders.pick(profile).settings(profile, canvas),
                    (request, encoding, file) -> renderer.render(
                            request.videoId(), planner.plan(request).plan(), 0, encoding, file),
                    home,
                    spec.commandLine().getOut());
            return measuring.with(bench, server);
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    @Command(
            name = "kill",
            description = "Kills the server with kill -9 in every kind of step and checks that nothing is lost or done"
                    + " twice.",
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

    @Command(
            name = "workers",
            description = "Renders a film with one worker and with two on a core each, and counts on to many workers.",
            mixinStandardHelpOptions = true)
    int workers() throws Exception {
        var bench = new WorkerBench(MoneyPrinter.class, spec.commandLine().getOut());
        return bench.run() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    @Command(
            name = "edits",
            description = "What each kind of change to a film of a minute costs, as a share of all its pictures.",
            mixinStandardHelpOptions = true)
    int edits() throws Exception {
        var bench = new EditBench(MoneyPrinter.class, spec.commandLine().getOut());
        return bench.run() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    @Command(
            name = "lengths",
            description = "Whether films of scripts, articles and topics last as long as they were to last.",
            mixinStandardHelpOptions = true)
    int lengths() throws Exception {
        var bench = new LengthsBench(MoneyPrinter.class, spec.commandLine().getOut());
        return bench.run() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    @Command(
            name = "align",
            description =
                    "How exactly words are found in speech whose times are known, and whether other text is noticed.",
            mixinStandardHelpOptions = true)
    int align() throws Exception {
        return onServer(
                "",
                BenchCommand::speechAlone,
                (server, home) -> new AlignBench(
                                server.bean(Voices.class),
                                server.bean(References.class),
                                server.bean(AudioDecoder.class),
                                home,
                                spec.commandLine().getOut())
                        .run());
    }

    @Command(
            name = "voices",
            description = "Whether memory stays flat while the embedded voice speaks in several jobs at once.",
            mixinStandardHelpOptions = true)
    int voices(
            @Option(names = "--minutes", defaultValue = "10", description = "how long (${DEFAULT-VALUE})")
                    double minutes,
            @Option(names = "--jobs", defaultValue = "8", description = "sentences at a time (${DEFAULT-VALUE})")
                    int jobs)
            throws Exception {
        var length = Duration.ofMillis(Math.round(minutes * 60_000));
        var configuration = VoiceMemoryBench.configuration(jobs);
        return onServer(
                configuration,
                BenchCommand::speechAlone,
                (server, home) -> new VoiceMemoryBench(
                                server.bean(SpeechSynthesis.class),
                                jobs,
                                length,
                                length.dividedBy(20),
                                spec.commandLine().getOut())
                        .run());
    }

    @Command(
            name = "voice-list",
            description = "How long the list of voices takes when there are ten thousand of them.",
            mixinStandardHelpOptions = true)
    int voiceList() throws Exception {
        try (var bench = new VoiceListBench()) {
            return onServer(
                    bench.configuration(),
                    options -> options,
                    (server, home) -> bench.run(
                            URI.create("http://127.0.0.1:" + server.port()),
                            spec.commandLine().getOut()));
        }
    }

    @Command(
            name = "search",
            description = "How long it takes to find something among a hundred thousand files of one owner.",
            mixinStandardHelpOptions = true)
    int search(
            @Option(names = "--files", defaultValue = "100000", description = "how many (${DEFAULT-VALUE})") int files)
            throws Exception {
        return onServer(
                "",
                options -> options.withServices(EnumSet.of(ServiceId.GATEWAY, ServiceId.MATERIALS)),
                (server, home) -> new SearchBench(files, spec.commandLine().getOut())
                        .run(URI.create("http://127.0.0.1:" + server.port()), home));
    }

    @Command(
            name = "shots",
            description =
                    "Chooses shots for sentences of nine scripts from nine hundred photos, and shows them with their scores.",
            mixinStandardHelpOptions = true)
    int shots(
            @Option(
                            names = "--sheet",
                            defaultValue = "shots.jpg",
                            description = "where the contact sheet goes (${DEFAULT-VALUE})")
                    Path sheet)
            throws Exception {
        try (var bench = new ShotBench(spec.commandLine().getOut())) {
            return onServer(
                    bench.configuration(),
                    options -> options.withServices(EnumSet.of(ServiceId.MATERIALS)),
                    (server, home) ->
                            bench.run(server.bean(MaterialLibrary.class), server.bean(ObjectStore.class), sheet));
        }
    }

    @Command(
            name = "uploads",
            description = "Gives files of a gigabyte to a server with a heap of a quarter of that.",
            mixinStandardHelpOptions = true)
    int uploads(
            @Option(names = "--parallel", defaultValue = "4", description = "files at a time (${DEFAULT-VALUE})")
                    int parallel)
            throws Exception {
        return new UploadBench(MoneyPrinter.class, spec.commandLine().getOut()).run(parallel) ? 0 : 1;
    }

    private static ServerOptions speechAlone(ServerOptions options) {
        return options.withServices(EnumSet.of(ServiceId.TTS));
    }

    /** Measures something on a server, and says whether it was good enough. */
    private interface Measuring {
        boolean on(Server server, Path home) throws Exception;
    }

    /** @param configuration as YAML; empty for none */
    private static int onServer(String configuration, UnaryOperator<ServerOptions> options, Measuring measuring)
            throws Exception {
        var home = Files.createTempDirectory("moneyprinter-bench");
        try {
            Files.writeString(home.resolve("application.yaml"), configuration);
            try (var server =
                    Server.start(options.apply(ServerOptions.everything(home).withPort(0)))) {
                return measuring.on(server, home) ? ExitCodes.OK : ExitCodes.FAILED;
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }
}
