package io.moneyprinter.materials.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsConfiguration;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.designed.DesignedVisuals;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is found among files of many languages, over a real socket. */
class SearchTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path home;

    private static TestServer server;

    @BeforeAll
    static void start() {
        var library = new LibraryFixture(DATABASE);
        library.add(
                UserId.LOCAL,
                List.of(
                        new Entry(
                                "bees.mp4",
                                "video",
                                List.of("Honey bees", "meadow"),
                                "Nature",
                                "Bees dance",
                                "blue",
                                0.6),
                        new Entry("bee-closeup.jpg", "image", List.of("bee", "macro"), "Nature", null, "yellow", 0.7),
                        new Entry("meadow.jpg", "image", List.of("meadow", "grass"), "Nature", null, "green", 0.5),
                        new Entry(
                                "office.mp4",
                                "video",
                                List.of("people", "desk"),
                                "Work",
                                "A team in an office",
                                "grey",
                                0.6),
                        new Entry(
                                "night.mp4", "video", List.of("city", "night"), "City", "Cars at night", "black", 0.1),
                        new Entry("Bär im Fluß.jpg", "image", List.of("Tiere"), "Natur", null, "brown", 0.4),
                        new Entry("x1.jpg", "image", List.of("蜜蜂", "花园"), null, "蜜蜂在花园里跳舞", "green", 0.5),
                        new Entry("x2.jpg", "image", List.of("ผึ้ง"), null, "ผึ้งเต้นรำในสวน", "green", 0.5),
                        new Entry("x3.jpg", "image", List.of("пчёлы"), null, "Пчёлы на лугу", "green", 0.5),
                        new Entry("song.mp3", "audio", List.of("waltz"), "Music", null, null, null)));
        library.add(
                new UserId("somebody-else"),
                List.of(new Entry(
                        "bees-of-others.jpg", "image", List.of("bees", "secret"), "Nature", null, "blue", 0.5)));
        server = TestServer.start(
                Application.class,
                DATABASE,
                home,
                "moneyprinter.services=gateway,materials",
                "moneyprinter.ffmpeg.directory=" + SharedFfmpeg.directory());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bees            | bee-closeup.jpg bees.mp4",
                "honey bee       | bees.mp4",
                "HÓNEY           | bees.mp4",
                "meadow grass    | meadow.jpg",
                "bee grass       | meadow.jpg bee-closeup.jpg bees.mp4",
                "mead            | meadow.jpg bees.mp4",
                "bar fluss       | Bär im Fluß.jpg",
                "蜜蜂              | x1.jpg",
                "花园里的蜜蜂         | x1.jpg",
                "ผึ้ง               | x2.jpg",
                "สวน             | x2.jpg",
                "ПЧЕЛЫ           | x3.jpg",
                "secret          | ''",
                "!!              | ''"
            })
    void findsWords(String words, String names) {
        assertThat(names(search("q=" + encoded(words))))
                .containsExactlyInAnyOrder(names.isEmpty() ? new String[0] : split(names));
    }

    /** Names with spaces stay whole. */
    private static String[] split(String names) {
        return names.startsWith("Bär") ? new String[] {names} : names.split(" ");
    }

    @ParameterizedTest
    @CsvSource({"meadwo , meadow", "grss , grass", "macor , macro", "pceli , пчелы"})
    void takesMistypedWordsForThoseTheyAreLike(String mistyped, String meant) {
        var found = search("q=" + encoded(mistyped + " "));

        assertThat(found.get("corrections").get(mistyped).get(0).asString()).isEqualTo(meant);
        assertThat(found.get("total").asInt()).isPositive();
    }

    @Test
    void putsWhatIsSaidInTagsBeforeWhatIsSaidInPassing() {
        assertThat(names(search("q=dance"))).containsExactly("bees.mp4");
        assertThat(names(search("q=night"))).containsExactly("night.mp4");
        var bees = search("q=bee").get("results");
        assertThat(bees.get(0).get("score").asDouble()).isGreaterThan(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=audio                           | song.mp3",
                "q=nature&type=video                  | bees.mp4",
                "category=WORK                        | office.mp4",
                "tag=meadow&tag=grass                 | meadow.jpg",
                "colour=blue&colour=black             | bees.mp4 night.mp4",
                "brightness=dark                      | night.mp4",
                "type=video&orientation=landscape&colour=grey | office.mp4",
                "type=video&min_duration=11           | ''",
                "q=bee&min_width=4000                 | ''",
                "collection=none                      | ''"
            })
    void filters(String query, String names) {
        assertThat(names(search(query))).containsExactlyInAnyOrder(names.isEmpty() ? new String[0] : names.split(" "));
    }

    @Test
    void countsWhatWasFoundByKind() {
        var facets = search("q=nature").get("facets");

        assertThat(facets.get("type").get("image").asInt()).isEqualTo(2);
        assertThat(facets.get("type").get("video").asInt()).isEqualTo(1);
        assertThat(facets.get("category").get("nature").asInt()).isEqualTo(3);
        assertThat(facets.get("tag").get("meadow").asInt()).isEqualTo(2);
        assertThat(facets.get("colour").has("black")).isFalse();
    }

    @Test
    void pagesThroughAllNewestFirst() {
        var first = search("limit=4");
        var second = search("limit=4&cursor=" + first.get("next_cursor").asString());
        var third = search("limit=4&cursor=" + second.get("next_cursor").asString());

        assertThat(names(first)).startsWith("song.mp3", "x3.jpg").hasSize(4);
        assertThat(names(third)).hasSize(2);
        assertThat(names(second)).doesNotContainAnyElementsOf(names(first)).doesNotContainAnyElementsOf(names(third));
        assertThat(third.get("next_cursor").isNull()).isTrue();
        assertThat(first.get("total").asInt()).isEqualTo(10);
        assertThat(first.get("total_is_exact").asBoolean()).isTrue();
        assertThat(get("/api/v1/materials/search?cursor=x").statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/materials/search?sort=x").statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/materials/search?q=" + "a".repeat(501)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void findsMoreLikeThis() {
        var id = search("q=closeup")
                .get("results")
                .get(0)
                .get("material")
                .get("asset_id")
                .asString();

        var alike = json(get("/api/v1/materials/" + id + "/similar"));

        assertThat(names(alike)).first().isEqualTo("meadow.jpg");
        assertThat(names(alike)).doesNotContain("bee-closeup.jpg", "bees.mp4", "bees-of-others.jpg");
        var foreign = DATABASE.jdbc()
                .sql("select id from materials.asset where user_id = 'somebody-else'")
                .query(String.class)
                .single();
        assertThat(get("/api/v1/materials/" + foreign + "/similar").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/materials/!/similar").statusCode()).isEqualTo(404);
    }

    @Test
    void recommendsForEachSentence() {
        var answer = post("""
                {"script": "Honey bees dance in the meadow. Nobody knows. Cars fill the city at night! 蜜蜂在跳舞。",
                 "per_sentence": 1}""");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var sentences = json(answer).get("sentences");
        assertThat(sentences.size()).isEqualTo(4);
        assertThat(names(sentences.get(0))).containsExactly("bees.mp4");
        assertThat(sentences.get(0).get("results").get(0).get("fits").asString())
                .isEqualTo("honey bee");
        assertThat(sentences.get(0).get("results").get(0).get("score").asDouble())
                .isBetween(0.9, 1.0);
        assertThat(names(sentences.get(1))).isEmpty();
        assertThat(names(sentences.get(2))).containsExactly("night.mp4");
        assertThat(names(sentences.get(3))).containsExactly("x1.jpg");
        assertThat(post("{\"script\": \" \"}").statusCode()).isEqualTo(422);
    }

    @Test
    void recommendsForOtherFormsOfAWord() {
        var answer = post("""
                {"script": "Bären schlafen lange. Viele Flüsse frieren zu.", "language": "de"}""");

        var sentences = json(answer).get("sentences");
        assertThat(names(sentences.get(0))).containsExactly("Bär im Fluß.jpg");
        assertThat(names(sentences.get(1))).containsExactly("Bär im Fluß.jpg");
        assertThat(json(post("{\"script\": \"Bees.\", \"language\": \"!\"}"))
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asString())
                .isEqualTo("/language");
    }

    private static JsonNode search(String query) {
        var answer = get("/api/v1/materials/search?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> names(JsonNode found) {
        return found.get("results")
                .valueStream()
                .map(each -> each.get("material").get("filename").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server.address() + path)));
    }

    private static HttpResponse<String> post(String body) {
        return send(HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/materials/recommendations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
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
