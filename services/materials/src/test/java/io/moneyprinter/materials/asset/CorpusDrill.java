package io.moneyprinter.materials.asset;

import static io.moneyprinter.materials.asset.MaterialsClient.MATERIALS;
import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.SimpleFileServer;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.materials.intake.Corpus;
import io.moneyprinter.materials.intake.CorpusFile;
import io.moneyprinter.materials.intake.HungriestChild;
import io.moneyprinter.materials.intake.Intake;
import io.moneyprinter.materials.intake.Verdict;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives every file of the corpus to the running service by all ways in, and writes down what became of it. {@code
 * ./moneyprinter test --corpus} runs it.
 */
class CorpusDrill {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final Path TABLE = root().resolve("docs/intake.md");
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Of a file that took too long: the machine may have been busy with something else. */
    private static final int TRIES = 3;

    private static final long LARGEST = 400L << 20;

    @TempDir
    static Path home;

    @TempDir
    static Path work;

    private final List<String> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void judgesEveryFileInTimeAndWithinItsMemory() throws Exception {
        var files = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), work, SimpleFileServer.OutputLevel.NONE);
        files.start();
        try (var server = MaterialsApplication.start(DATABASE, home);
                var children = new HungriestChild();
                var asker = new Asker(new MaterialsClient(server.address()))) {
            var client = new MaterialsClient(server.address());
            var here = URI.create(
                    "http://127.0.0.1:%d/".formatted(files.getAddress().getPort()));
            var corpus = Corpus.all();
            // The first request loads what all others use.
            client.upload("first.txt", new byte[100]);
            for (var next : corpus) {
                judge(next, server, client, here, children);
            }

            Files.writeString(TABLE, table(corpus, asker));
            assertThat(faults).as("files with another verdict, or over a limit").isEmpty();
            assertThat(asker.failures())
                    .as("questions without an answer meanwhile")
                    .isZero();
        } finally {
            files.stop(0);
        }
    }

    private void judge(CorpusFile next, TestServer server, MaterialsClient client, URI here, HungriestChild children)
            throws IOException {
        var file = next.in(work);
        var size = Files.size(file);
        HttpResponse<String> uploaded;
        Duration took;
        long peak;
        var tries = 0;
        do {
            children.peak();
            var started = System.nanoTime();
            try {
                uploaded = client.upload(file);
            } catch (IllegalStateException unanswered) {
                faults.add("%s: %s (expected: an answer)".formatted(next, unanswered));
                return;
            }
            took = Duration.ofNanos(System.nanoTime() - started);
            peak = children.peak();
            delete(client, uploaded);
            tries++;
        } while (took.compareTo(LONGEST) > 0 && tries < TRIES);

        var verdict = verdict(uploaded);
        rows.add("| `%s` | %s | %s | %s | %.1f | %d |"
                .formatted(next.name(), next.made(), size(size), verdict, took.toMillis() / 1_000.0, peak >> 20));
        if (!agrees(next.verdict(), uploaded)) {
            faults.add("%s: %s (expected: %s)".formatted(next, uploaded.body(), next.verdict()));
        }
        if (took.compareTo(LONGEST) > 0 || peak > LARGEST) {
            faults.add("%s: %s and %d MB (expected: at most %s and %d)"
                    .formatted(next, took, peak >> 20, LONGEST, LARGEST >> 20));
        }
        byTheOtherWays(next, file, server, client, here);
        Files.delete(file);
    }

    /** Names from elsewhere promise nothing, so what is refused for its name alone is good there. */
    private void byTheOtherWays(CorpusFile next, Path file, TestServer server, MaterialsClient client, URI here)
            throws IOException {
        if (next.made().startsWith("a good ")) {
            return;
        }
        var imported = client.importFile(Map.of("url", here.resolve(next.name()).toString()));
        if (!agrees(next.verdict(), imported)) {
            faults.add("%s, imported: %s (expected: %s)".formatted(next, imported.body(), next.verdict()));
        }
        delete(client, imported);
        if (next.isAccepted()) {
            return;
        }
        // As clips of stock providers come in.
        try {
            server.bean(Intake.class).take(file, EnumSet.of(Kind.IMAGE, Kind.VIDEO), null);
            faults.add("%s, as a clip: accepted (expected: %s)".formatted(next, next.verdict()));
        } catch (CodedException refused) {
            if (refused.code().kind().status() >= 500) {
                faults.add("%s, as a clip: %s (expected: %s)".formatted(next, refused, next.verdict()));
            }
        }
    }

    private static boolean agrees(Verdict expected, HttpResponse<String> answer) {
        return switch (expected) {
            case Verdict.Refused(var code) ->
                answer.statusCode() == code.kind().status()
                        && json(answer).get("code").asString().equals(code.name());
            case Verdict.Accepted accepted ->
                answer.statusCode() == 201
                        && json(answer).get("mime_type").asString().equals(accepted.mimeType())
                        && json(answer).path("width").asInt(0) == accepted.width()
                        && json(answer).path("height").asInt(0) == accepted.height()
                        && Math.abs(json(answer).path("duration").asDouble(0) - accepted.seconds())
                                <= 0.06 + accepted.seconds() / 10;
        };
    }

    private static String verdict(HttpResponse<String> answer) {
        var body = json(answer);
        if (answer.statusCode() != 201) {
            return "refused: `%s`".formatted(body.path("code").asString(answer.body()));
        }
        return "accepted: "
                + new Verdict.Accepted(
                        body.get("mime_type").asString(),
                        body.path("width").asInt(0),
                        body.path("height").asInt(0),
                        body.path("duration").asDouble(0));
    }

    private static void delete(MaterialsClient client, HttpResponse<String> answer) {
        if (answer.statusCode() < 300) {
            client.send("DELETE", MATERIALS + "/" + json(answer).get("asset_id").asString());
        }
    }

    private String table(List<CorpusFile> corpus, Asker asker) {
        var accepted = corpus.stream().filter(CorpusFile::isAccepted).count();
        return """
                # What becomes of unusual files

                Every file that comes from outside, uploaded, fetched from an address or from a stock provider, goes one way: \
                known by its first bytes, opened as that and nothing else, looked at and decoded to its end in a sandbox, with \
                few decoders and within limits, and made anew. What is served and shown in films is always ours; what came in \
                is kept for its owner alone, or deleted ([ADR 67](adr/0067-originals-for-their-owners.md)). Why: \
                [ADR 49](adr/0049-one-way-in-for-files.md).

                `./moneyprinter test --corpus` makes the %d files below and gives them to a running service, by all three ways; \
                %d are refused and %d accepted. None may take longer than %d s or let FFmpeg use more than %d MB, and the \
                service has to answer others meanwhile: it answered %d questions, the slowest in %d ms. Seconds are those of \
                the whole request, of the quickest of three where it took longer than allowed; megabytes are the peak of the \
                hungriest FFmpeg. Written by that command, on a machine with 2 cores that was busy with other work.

                | File | What it is | Size | What became of it | s | MB |
                | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        corpus.size(),
                        corpus.size() - accepted,
                        accepted,
                        LONGEST.toSeconds(),
                        LARGEST >> 20,
                        asker.answers(),
                        asker.slowest().toMillis(),
                        String.join("\n", rows));
    }

    private static String size(long bytes) {
        return bytes < 1_000 ? bytes + " B" : bytes < 1_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }

    private static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isExecutable(directory.resolve("moneyprinter"))) {
            directory = directory.getParent();
        }
        return java.util.Objects.requireNonNull(directory, "not run within the project");
    }
}
