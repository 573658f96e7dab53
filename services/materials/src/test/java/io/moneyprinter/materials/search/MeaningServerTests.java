package io.moneyprinter.materials.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.embedding.ConceptServer;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with an embeddings endpoint: files are embedded by themselves, and found over HTTP. */
class MeaningServerTests {

    @TempDir
    Path home;

    @Test
    @Timeout(120)
    void findsByMeaningWhatWasAddedWhileItRuns() throws Exception {
        findsWhatIsAdded(TestDatabase.withSchemas("materials"), "auto");
    }

    @Test
    @Timeout(120)
    @EnabledIf(
            value = "io.moneyprinter.testing.database.TestDatabase#hasPgvector",
            disabledReason = "no server with pgvector is named; ./moneyprinter test --pgvector starts one")
    void findsByMeaningWhatPgvectorCompares() throws Exception {
        var database = TestDatabase.withPgvector("materials");

        findsWhatIsAdded(database, "always");

        assertThat(database.jdbc()
                        .sql("select count(*) from materials.asset_direction where direction is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void findsWhatIsAdded(TestDatabase database, String pgvector) throws Exception {
        try (var embeddings = ConceptServer.start();
                var http = HttpClient.newHttpClient();
                var server = TestServer.start(
                        SearchTests.Application.class,
                        database,
                        home,
                        "moneyprinter.services=gateway,materials",
                        "moneyprinter.ffmpeg.directory=" + SharedFfmpeg.directory(),
                        "moneyprinter.materials.embeddings.base-url=" + embeddings.url("/v1"),
                        "moneyprinter.materials.embeddings.model=concepts",
                        "moneyprinter.materials.embeddings.pgvector=" + pgvector)) {
            var name = "rocket-%d.jpg".formatted(System.nanoTime());
            new LibraryFixture(database)
                    .add(
                            UserId.LOCAL,
                            List.of(new Entry(name, "image", List.of("space launch"), null, null, "blue", 0.5)));

            List<String> found;
            do {
                Thread.sleep(Duration.ofMillis(200));
                found = names(http.send(
                        HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/materials/search?q=Rakete"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
            } while (found.isEmpty());

            assertThat(found).contains(name);
        }
    }

    private static List<String> names(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode results = JsonMapper.shared().readTree(answer.body()).get("results");
        return results.valueStream()
                .map(each -> each.get("material").get("filename").asString())
                .toList();
    }
}
