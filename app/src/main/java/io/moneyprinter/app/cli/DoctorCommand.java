package io.moneyprinter.app.cli;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.content.moderation.Moderation;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceProvider;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.image.ImageModels;
import io.moneyprinter.materials.stock.Sources;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.database.PostgresServer;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.health.Providers;
import io.moneyprinter.tts.provider.neural.VoiceShelf;
import io.moneyprinter.tts.synthesis.IndexHealth;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.video.device.FilmDevices;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    private static final int EXAMPLES = 5;

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
                .withServices(EnumSet.of(ServiceId.CONTENT, ServiceId.TTS, ServiceId.VIDEO, ServiceId.MATERIALS))
                .withPort(0);
        try (var server = Server.start(options)) {
            check(
                    "ffmpeg",
                    () -> server.bean(Ffmpeg.class).binaries().version() + " in "
                            + server.bean(Ffmpeg.class).binaries().ffmpeg());
            check("objects", () -> server.bean(ObjectStore.class).toString());
            check("encoders", () -> server.bean(FilmDevices.class).report().toString());
            check("fonts", () -> {
                FontLibrary.open(home);
                return "Latin, Greek, Cyrillic, Arabic, Hebrew, Thai, Devanagari, Chinese, Japanese, Korean, emoji";
            });
            check("voices", () -> voices(server.bean(SpeechSynthesis.class).voices()));
            server.bean(VoiceShelf.class).broken().forEach(broken -> line("--", "broken voice", broken));
            server.bean(Providers.class).list().stream()
                    .filter(provider -> !provider.id().equals(VoiceSettings.NO_VOICE))
                    .forEach(this::provider);
            index(server.bean(IndexHealth.class).look());
            models(server.bean(LanguageModels.class));
            moderation(server.bean(Moderation.class).means());
            stock(server.bean(Sources.class).list());
            images(server.bean(ImageModels.class).list());
            meanings(server.bean(Meanings.class));
        } catch (RuntimeException e) {
            healthy = false;
            line("FAIL", "services", RootCause.of(e));
        }
    }

    private static String voices(List<Voice> all) {
        var speaking = all.stream()
                .filter(voice -> !voice.provider().equals(VoiceSettings.NO_VOICE))
                .toList();
        if (speaking.isEmpty()) {
            throw new IllegalStateException("there is none. " + Voices.howToSwitchOn("marytts"));
        }
        return "%,d%s %s"
                .formatted(
                        speaking.size(),
                        speaking.size() > EXAMPLES ? ", such as" : ":",
                        speaking.stream()
                                .limit(EXAMPLES)
                                .map(voice -> "%s/%s".formatted(voice.provider(), voice.id()))
                                .collect(Collectors.joining(", ")));
    }

    /** One that is preferred and does not speak is told of, but a video can be made without it. */
    private void provider(VoiceProvider provider) {
        if (!provider.configured()) {
            var advice = Voices.howToSwitchOn(provider.id());
            line(
                    "--",
                    provider.id(),
                    advice.isEmpty() ? "preferred, and nothing of that name is there" : "off. " + advice);
            return;
        }
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

    /** Without it each process remembers for itself, and a video can be made all the same. */
    private void index(IndexHealth.State index) {
        if (!index.shared()) {
            line(
                    "--",
                    "Redis",
                    "off; set moneyprinter.redis.url where several processes speak (what one spoke the others know)");
        } else if (index.failure() == null) {
            line("ok", "Redis", "it answers, what one process spoke the others know");
        } else {
            line(
                    "--",
                    "Redis",
                    "%s; until it answers, processes may speak the same sentence twice".formatted(index.failure()));
        }
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

    /** Nobody is asked here either. */
    private void moderation(List<String> means) {
        if (means.isEmpty()) {
            line("--", "moderation", "off, every text is taken; see docs/language-models.md");
        }
        means.forEach(one -> line("ok", "moderation", "texts are looked at by " + one));
    }

    private void stock(List<PictureProvider> providers) {
        var asked = providers.stream().filter(PictureProvider::configured).toList();
        if (asked.isEmpty()) {
            line(
                    "--",
                    "stock footage",
                    "off, pictures are designed here; set MONEYPRINTER_MATERIALS_PEXELS_API_KEY (a free key), or see"
                            + " docs/stock.md for seven others");
        }
        asked.forEach(provider -> line(
                "ok",
                "stock footage",
                provider.id() + (provider.keys() > 1 ? ", %d keys".formatted(provider.keys()) : "")));
    }

    private void images(List<PictureProvider> providers) {
        var asked = providers.stream().filter(PictureProvider::configured).toList();
        if (asked.isEmpty()) {
            line("--", "image models", "none, pictures are designed here; see docs/stock.md");
        }
        asked.forEach(provider -> line("ok", "image models", provider.id()));
    }

    private void meanings(Meanings meanings) {
        try {
            meanings.model()
                    .ifPresentOrElse(
                            model -> line("ok", "embeddings", model),
                            () -> line(
                                    "--", "embeddings", "off, pictures are found by words alone; see docs/search.md"));
        } catch (CodedException e) {
            healthy = false;
            line("FAIL", "embeddings", String.valueOf(e.getMessage()));
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
