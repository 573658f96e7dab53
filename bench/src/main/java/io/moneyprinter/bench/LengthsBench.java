package io.moneyprinter.bench;

import io.moneyprinter.bench.LengthsText.Kind;
import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether films last as long as they are to last: scripts, articles and topics, in several lengths and voices, as
 * captions, which are as long as their film and need no pictures. What people are told of it stands beside each.
 */
public final class LengthsBench {

    /** Seconds by which a film may miss its length. */
    private static final double MOST = 1;

    private static final String CHANGED = "to fit the length asked for: ";
    private static final String TOLD = "instead of";

    private static final String EMBEDDED = "marytts";

    private static final List<Speaker> SPEAKERS = List.of(
            new Speaker("MaryTTS", "en", EMBEDDED, null, null),
            new Speaker("MaryTTS, slower and lower", "en", EMBEDDED, 0.85, -3.0),
            new Speaker("espeak-ng", "en de fr it", "espeak", null, null));

    private final Class<?> main;
    private final PrintWriter out;
    private final Path home;
    private final List<LengthsText> texts = LengthsText.all();
    private final List<Film> films = new ArrayList<>();
    private int refusals;

    /** @param main the class whose {@code main} understands {@code serve} */
    public LengthsBench(Class<?> main, PrintWriter out) throws IOException {
        this.main = main;
        this.out = out;
        this.home = Files.createTempDirectory("moneyprinter-bench");
    }

    /** @param languages that it speaks here */
    private record Speaker(
            String name,
            String languages,
            String provider,
            @Nullable Double rate,
            @Nullable Double pitch) {

        VoiceSettings settings() {
            return new VoiceSettings(provider, null, null, rate, pitch, null, null, null);
        }
    }

    /**
     * What became of a text.
     *
     * @param natural how long it lasts as it was written for this length, in seconds
     * @param note what people are told; empty when there is nothing to tell
     */
    private record Film(LengthsText text, Speaker speaker, int target, double natural, double result, String note) {

        double miss() {
            return result - target;
        }

        boolean kept() {
            return Math.abs(miss()) <= MOST;
        }

        boolean told() {
            return note.contains(TOLD);
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s, %s | %s | %d | %.1f | %.1f | %+.1f | %s |",
                    text.name(),
                    text.kind(),
                    text.genre(),
                    speaker.name(),
                    target,
                    natural,
                    result,
                    miss(),
                    note.isEmpty() ? "as written" : note.replace(CHANGED, ""));
        }
    }

    /** Returns whether every film has its length that can have it, and people are told of all others. */
    public boolean run() throws IOException, InterruptedException, SQLException {
        say("data and logs: %s", home);
        var port = ServerProcess.freePort();
        try (var model = new LengthsModel(texts)) {
            var environment = Map.of(
                    "MONEYPRINTER_CONTENT_LLM_BASE_URL", model.address(), "MONEYPRINTER_CONTENT_LLM_MODEL", "stand-in");
            var arguments = List.of("--port", String.valueOf(port));
            try (var server = ServerProcess.start(
                            main, home, home.resolve("log"), List.of(), arguments, environment, List.of(port));
                    var client = new MoneyPrinterClient(URI.create("http://127.0.0.1:" + port));
                    var ledger = new Ledger(home)) {
                say("");
                say(
                        "| text | kind | voice | target s | as written s | result s | miss s | what was done, or is told |");
                say("| --- | --- | --- | ---: | ---: | ---: | ---: | --- |");
                for (var speaker : SPEAKERS) {
                    for (var text : texts) {
                        if (speaker.languages().contains(text.language())) {
                            make(text, speaker, client, ledger);
                        }
                    }
                }
            }
        }
        return sum();
    }

    private void make(LengthsText text, Speaker speaker, MoneyPrinterClient client, Ledger ledger)
            throws InterruptedException, SQLException {
        var drill = new Drill(client, ledger, out);
        var videos = new ArrayList<VideoId>();
        try {
            for (var target : text.targets()) {
                videos.add(client.create(
                                request(text, speaker, target),
                                UUID.randomUUID().toString())
                        .videoId());
            }
        } catch (CodedException refused) {
            say(
                    "| %s | %s | %s | | | | | not made: %s |",
                    text.name(), text.kind(), speaker.name(), String.valueOf(refused.getMessage()));
            // Others are not installed everywhere.
            refusals += speaker.provider().equals(EMBEDDED) ? 1 : 0;
            return;
        }
        for (var i = 0; i < videos.size(); i++) {
            var status = drill.awaitEnd(videos.get(i));
            if (status == null || status.status() != JobStatus.COMPLETED) {
                throw new IllegalStateException("%s: %s".formatted(text.name(), status));
            }
            var film = new Film(
                    text,
                    speaker,
                    text.targets().get(i),
                    ledger.natural(videos.get(i).value()),
                    Objects.requireNonNull(client.video(videos.get(i)).duration()),
                    status.stages().stream()
                            .map(ProcessingStage::note)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("; ")));
            films.add(film);
            say("%s", film.row());
        }
    }

    private static VideoRequest request(LengthsText text, Speaker speaker, int target) {
        return new VideoRequest(
                null,
                text.kind() == Kind.TOPIC ? text.name() : null,
                text.kind() == Kind.SCRIPT ? text.body() : null,
                text.kind() == Kind.ARTICLE ? text.body() : null,
                null,
                null,
                null,
                null,
                null,
                speaker.settings(),
                VideoSettings.DEFAULT.withDurationTarget(target),
                null,
                Produce.CAPTIONS,
                null,
                null,
                null,
                null);
    }

    private boolean sum() {
        var silent = films.stream().filter(film -> !film.kept() && !film.told()).toList();
        var possible = films.stream()
                .filter(film -> film.text().suffices(film.target(), film.natural()))
                .toList();
        var missed = possible.stream().filter(film -> !film.kept()).toList();
        say("");
        say("- films: %d; within %.0f s of their length: %d", films.size(), MOST, count(Film::kept));
        say("- told by how much and what can be done: %d", count(film -> !film.kept() && film.told()));
        say("- wrong without a word: %d", silent.size());
        say("- of %d with enough to say, missed: %d", possible.size(), missed.size());
        for (var kind : Kind.values()) {
            say(
                    "- %s: %d of %d within %.0f s",
                    kind,
                    count(film -> film.text().kind() == kind && film.kept()),
                    count(film -> film.text().kind() == kind),
                    MOST);
        }
        return refusals == 0 && silent.isEmpty() && missed.isEmpty();
    }

    private long count(Predicate<Film> which) {
        return films.stream().filter(which).count();
    }

    private void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }
}
