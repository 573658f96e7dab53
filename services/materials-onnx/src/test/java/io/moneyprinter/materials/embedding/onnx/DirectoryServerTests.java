package io.moneyprinter.materials.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsConfiguration;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.designed.DesignedVisuals;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with a model in a directory: files are embedded by themselves, and found over HTTP. */
class DirectoryServerTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    @TempDir
    Path home;

    @Test
    @Timeout(180)
    void findsByMeaningWhatWasAddedWhileItRunsAndAfterARestart() throws Exception {
        var directory = RealModels.miniLm(home);
        var name = "cocktail-at-dusk-%d.jpg".formatted(System.nanoTime());
        try (var server = start(directory)) {
            assertThat(server.bean(Meanings.class).model().orElseThrow())
                    .startsWith("all-MiniLM-L6-v2@")
                    .endsWith(" in " + directory);
            new LibraryFixture(DATABASE)
                    .add(UserId.LOCAL, List.of(new Entry(name, "image", List.of(), null, null, "blue", 0.5)));

            assertThat(found(server)).contains(name);
        }
        try (var server = start(directory)) {
            assertThat(found(server)).contains(name);
        }
    }

    @Test
    void doesNotStartWithBothAServerAndADirectory() throws Exception {
        var directory = SmallModel.in(home.resolve("small")).directory();

        assertThat(catchThrowable(() -> start(directory, "moneyprinter.materials.embeddings.api-key=secret-key")
                        .close()))
                .rootCause()
                .hasMessageStartingWith("moneyprinter.materials.embeddings.api-key")
                .hasMessageContaining("a server or a directory")
                .hasMessageNotContaining("secret-key");
    }

    @Test
    void startsThoughTheModelIsBroken() throws Exception {
        var directory =
                SmallModel.in(home.resolve("small")).without("tokenizer.json").directory();
        try (var server = start(directory)) {
            assertThat(catchThrowable(() -> server.bean(Meanings.class).model()))
                    .hasMessageContaining("there is no tokenizer.json in it");
            assertThat(names(server)).isEmpty();
        }
    }

    private TestServer start(Path directory, String... more) {
        var properties = new ArrayList<>(List.of(
                "moneyprinter.services=gateway,materials",
                "moneyprinter.ffmpeg.directory=" + SharedFfmpeg.directory(),
                "moneyprinter.materials.embeddings.onnx.directory=" + directory));
        properties.addAll(List.of(more));
        return TestServer.start(Application.class, DATABASE, home, properties.toArray(String[]::new));
    }

    private static List<String> found(TestServer server) throws Exception {
        List<String> found;
        do {
            Thread.sleep(Duration.ofMillis(200));
            found = names(server);
        } while (found.isEmpty());
        return found;
    }

    private static List<String> names(TestServer server) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/materials/search?q=sunset%20drinks"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode results = JsonMapper.shared().readTree(answer.body()).get("results");
            return results.valueStream()
                    .map(each -> each.get("material").get("filename").asString())
                    .toList();
        }
    }

    /** Not marked as a configuration, or every test's scan of the service would find it. */
    @EnableAutoConfiguration
    @Import(MaterialsConfiguration.class)
    static class Application {

        @Bean
        @Primary
        DesignedVisuals blank() {
            return request -> {
                throw new IllegalStateException("nothing is drawn in this test");
            };
        }
    }
}
