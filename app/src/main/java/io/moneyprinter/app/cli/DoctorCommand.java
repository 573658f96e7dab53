package io.moneyprinter.app.cli;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceProvider;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.database.PostgresServer;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.tts.health.Providers;
import io.moneyprinter.tts.provider.neural.VoiceShelf;
import io.moneyprinter.video.device.FilmDevices;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code moneyprinter doctor}: looks at all that a video needs, and says what to do about what is missing. */
@Command(
        name = "doctor",
        description = "Checks all that a video needs and says what is missing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final long MIN_HEAP_MIB = 512;
    private static final long MIN_DISK_GIB = 2;

    @Spec
    private CommandSpec spec;

    private boolean healthy = true;

    /** Looks at one thing and describes what it found; fails when a video cannot be made so. */
    private interface Look {

        String find() throws Exception;
    }

    @Override
    public Integer call() {
        var home = Home.of(System.getenv());
        check("Java", () -> Runtime.version().toString());
        check("memory", DoctorCommand::memory);
        check("data directory", () -> dataDirectory(home));
        check("database", () -> database(home));
        services(home);
        return healthy ? ExitCodes.OK : ExitCodes.FAILED;
    }

    /** What the services themselves see, with the configuration of this machine. */
    private void services(Path home) {
        var options = ServerOptions.everything(home)
                .withServices(EnumSet.of(ServiceId.CONTENT, ServiceId.TTS, ServiceId.VIDEO))
                .withPort(0);
        try (var server = Server.start(options)) {
            check(
                    "ffmpeg",
                    () -> server.bean(Ffmpeg.class).binaries().version() + " in "
                            + server.bean(Ffmpeg.class).binaries().ffmpeg());
            check("encoders", () -> server.bean(FilmDevices.class).report().toString());
            check("fonts", () -> {
                FontLibrary.open(home);
                return "Latin, Greek, Cyrillic, Arabic, Hebrew, Thai, Devanagari, Chinese, Japanese, Korean, emoji";
            });
            check(
                    "voices",
                    () -> server.bean(SpeechSynthesis.class).voices().stream()
                            .map(voice -> "%s/%s".formatted(voice.provider(), voice.id()))
                            .limit(5)
                            .collect(Collectors.joining(", ")));
            server.bean(VoiceShelf.class).broken().forEach(broken -> line("--", "broken voice", broken));
            server.bean(Providers.class).list().stream()
                    .filter(provider -> provider.configured() && !provider.id().equals(VoiceSettings.NO_VOICE))
                    .forEach(this::provider);
            var environment = server.bean(Environment.class);
            models(server.bean(LanguageModels.class));
            option(
                    environment,
                    "stock videos",
                    "moneyprinter.materials.pexels.api-key",
                    "a free key of Pexels; without one pictures are designed here");
            option(
                    environment,
                    "Edge voices",
                    "moneyprinter.tts.edge.enabled",
                    "true for voices in many languages from Microsoft's read-aloud service");
        } catch (RuntimeException e) {
            healthy = false;
            line("FAIL", "services", RootCause.of(e));
        }
    }

    /** One that does not answer is told of, but a video can be made without it. */
    private void provider(VoiceProvider provider) {
        var failure = provider.listingFailure();
        if (failure != null || provider.languages() == null) {
            line("--", provider.id(), failure == null ? "it does not answer in time" : failure);
            return;
        }
        var quota = provider.quota();
        line(
                "ok",
                provider.id(),
                "%d language%s, %s%s"
                        .formatted(
                                provider.languages(),
                                provider.languages() == 1 ? "" : "s",
                                Boolean.TRUE.equals(provider.offline()) ? "on this machine" : "over the network",
                                quota == null
                                        ? ""
                                        : ", %,d of %,d characters left"
                                                .formatted(quota.charactersLeft(), quota.characters())));
    }

    /** Nobody is asked: a question costs money. */
    private void models(LanguageModels models) {
        var configured =
                models.health().stream().filter(ModelProvider::configured).toList();
        if (configured.isEmpty()) {
            line(
                    "--",
                    "language model",
                    "none; needed for --topic only, see docs/language-models.md, such as"
                            + " MONEYPRINTER_CONTENT_LLM_BASE_URL");
        }
        configured.forEach(model -> line(
                "ok",
                "language model",
                "%s of %s%s%s"
                        .formatted(
                                model.model(),
                                model.id(),
                                model.place() == null ? ", only on request" : "",
                                model.keys() > 1 ? ", %d keys".formatted(model.keys()) : "")));
    }

    private void option(Environment environment, String what, String property, String hint) {
        var value = environment.getProperty(property, "");
        if (value.isBlank() || value.equals("false")) {
            line("--", what, "off; set %s (%s)".formatted(property, hint));
        } else {
            line("ok", what, "on");
        }
    }

    private void check(String what, Look look) {
        try {
            line("ok", what, look.find());
        } catch (Exception e) {
            healthy = false;
            line("FAIL", what, RootCause.of(e));
        }
    }

    private void line(String result, String what, String detail) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-4s  %-14s  %s%n", result, what, detail);
        out.flush();
    }

    private static String memory() {
        var heap = Runtime.getRuntime().maxMemory() >> 20;
        if (heap < MIN_HEAP_MIB) {
            throw new IllegalStateException(
                    "%d MiB of heap (expected: >= %d); give the machine more memory or set MONEYPRINTER_JAVA_OPTS=-Xmx1g"
                            .formatted(heap, MIN_HEAP_MIB));
        }
        return "%d MiB of heap, %d cores".formatted(heap, Runtime.getRuntime().availableProcessors());
    }

    private static String dataDirectory(Path home) throws Exception {
        Files.createDirectories(home);
        Files.delete(Files.createTempFile(home, "doctor", ".tmp"));
        var free = Files.getFileStore(home).getUsableSpace() >> 30;
        if (free < MIN_DISK_GIB) {
            throw new IllegalStateException("%s has %d GiB free (expected: >= %d); make room or set MONEYPRINTER_HOME"
                    .formatted(home, free, MIN_DISK_GIB));
        }
        return "%s, %d GiB free".formatted(home, free);
    }

    private static String database(Path home) {
        try (var server = PostgresServer.start(home.resolve("pg18"))) {
            return server.url();
        }
    }
}
