package io.moneyprinter.materials.music;

import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.materials.asset.MaterialsApplication;
import io.moneyprinter.materials.asset.MaterialsClient;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.sound.music.MusicLoop;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The music of the library, over a real socket. */
class MusicControllerTests {

    private static final String PATH = "/api/v1/materials/music";

    @TempDir
    Path work;

    private final MaterialsClient client =
            new MaterialsClient(MaterialsApplication.shared().address());

    @Test
    void listsWhatCanBeMade() {
        var page = json(client.get(PATH + "?genre=lofi&mood=calm&q=lofi"));

        var music = page.get("music").get(0);
        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(music.get("id").asString()).isEqualTo("lofi:calm:1");
        assertThat(music.get("source").asString()).isEqualTo("generated");
        assertThat(texts(music.get("genres"))).containsExactly("lofi");
        assertThat(texts(music.get("moods"))).containsExactly("calm");
        assertThat(music.get("bpm").asDouble()).isBetween(65.0, 95.0);
        assertThat(music.get("key").asString()).endsWith(" major");
        assertThat(music.get("loudness").asDouble()).isEqualTo(-16);
        assertThat(music.get("duration").asDouble()).isBetween(30.0, 60.0);
        assertThat(music.get("loopable").asBoolean()).isTrue();
        assertThat(music.get("licence").asString()).isEqualTo("CC0-1.0");
        assertThat(music.get("preview_url").asString()).isEqualTo(PATH + "/lofi:calm:1/preview");
    }

    @Test
    void filtersByTempoAndGivesPages() {
        var fast = json(client.get(PATH + "?tempo_min=110&tempo_max=130&limit=3&source=generated"));

        assertThat(fast.get("music")).hasSize(3);
        assertThat(fast.get("music")
                        .valueStream()
                        .filter(each -> each.get("source").asString().equals("generated")))
                .allSatisfy(music -> assertThat(music.get("bpm").asDouble()).isBetween(110.0, 130.0));
        var next = json(client.get(PATH + "?tempo_min=110&tempo_max=130&limit=3&cursor="
                + fast.get("next_cursor").asString()));
        assertThat(ids(next)).doesNotContainAnyElementsOf(ids(fast));
        assertThat(json(client.get(PATH + "?q=polka&genre=lofi")).get("music")).isEmpty();
        assertThat(json(client.get(PATH + "?q=cinem%20dar&mood=dark"))
                        .get("music")
                        .valueStream())
                .allSatisfy(music -> assertThat(texts(music.get("genres"))).contains("cinematic"));
        assertThat(client.get(PATH + "?cursor=x").statusCode()).isEqualTo(422);
    }

    @Test
    void playsWhatIsMade() throws Exception {
        var preview = client.get(PATH + "/electronic:happy:5/preview?duration=8");

        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.headers().firstValue("Content-Type")).contains("audio/mp4");
        assertThat(preview.body().substring(4, 8)).isEqualTo("ftyp");
        assertThat(client.get(PATH + "/electronic:happy:5/preview?duration=8", "Range", "bytes=0-99")
                        .body())
                .hasSize(100);
        assertThat(client.get(PATH + "/electronic:happy:5/preview?duration=8").body())
                .isEqualTo(preview.body());
    }

    @Test
    void makesABedAndKeepsItOnce() throws Exception {
        var request = "{\"genre\": \"acoustic\", \"mood\": \"hopeful\", \"seed\": 11, \"bpm\": 96, \"key\": \"G\","
                + " \"duration\": 20, \"keep\": true}";

        var made = post(request);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var bed = json(made);
        assertThat(bed.get("music").get("bpm").asDouble()).isEqualTo(96);
        assertThat(bed.get("music").get("key").asString()).isEqualTo("G major");
        assertThat(bed.get("music").get("duration").asDouble()).isCloseTo(20, within(0.01));
        assertThat(bed.get("beats")).hasSize(32);
        assertThat(bed.get("beats").get(4).asDouble()).isEqualTo(2_500);
        var asset = bed.get("material");
        assertThat(asset.get("category").asString()).isEqualTo("music");
        assertThat(texts(asset.get("tags"))).containsExactly("acoustic", "hopeful");
        assertThat(asset.get("licence").asString()).isEqualTo("CC0-1.0");
        assertThat(asset.get("mime_type").asString()).contains("wav");
        var id = asset.get("asset_id").asString();
        assertThat(made.headers().firstValue("Location")).contains("/api/v1/materials/" + id);

        var again = post(request);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("material").get("asset_id").asString()).isEqualTo(id);

        var own = own(id);
        assertThat(own.get("bpm").asDouble()).isCloseTo(96, within(1.0));
        assertThat(texts(own.get("genres"))).containsExactly("acoustic");
        assertThat(texts(own.get("moods"))).contains("hopeful");
        assertThat(own.get("loudness").asDouble()).isCloseTo(-16, within(0.5));
        assertThat(own.get("loopable").asBoolean()).isTrue();
        var beats = json(client.get(PATH + "/" + id + "/beats"));
        assertThat(beats.get("bpm").asDouble()).isCloseTo(96, within(1.0));
        assertThat(beats.get("beats").valueStream().mapToDouble(JsonNode::asDouble))
                .hasSizeGreaterThan(25)
                .allSatisfy(beat ->
                        assertThat(Math.abs(beat - 625 * Math.rint(beat / 625))).isLessThan(35));
        assertThat(client.get(PATH + "/" + id + "/preview").statusCode()).isEqualTo(307);
        assertThat(client.get(own.get("preview_url").asString(), "Range", "bytes=0-9")
                        .body())
                .hasSize(10);

        var found = json(client.get("/api/v1/materials/search?mood=hopeful&genre=acoustic&tempo=medium&tempo_min=90"));
        assertThat(found.get("results").get(0).get("material").get("asset_id").asString())
                .isEqualTo(id);
        assertThat(found.get("facets").get("mood").get("hopeful").asInt()).isPositive();
        assertThat(json(client.get("/api/v1/materials/search?music=true&tempo_max=60"))
                        .get("results")
                        .valueStream()
                        .map(result -> result.get("material").get("asset_id").asString()))
                .doesNotContain(id);
        assertThat(ids(json(client.get(PATH + "?q=acoustic&genre=acoustic&mood=hopeful&limit=200"))))
                .startsWith(id)
                .contains("acoustic:hopeful:1");

        client.send("DELETE", "/api/v1/materials/" + id + "?permanent=true");
        assertThat(client.get(PATH + "/" + id + "/beats").statusCode()).isEqualTo(404);
    }

    /** As after a process that died when it had kept the music, before it said what it is. */
    @Test
    void saysWhatItKeptWhenItCouldNotAtFirst() {
        var request = "{\"genre\": \"lofi\", \"mood\": \"dark\", \"seed\": 12, \"duration\": 10, \"keep\": true}";
        var path = "/api/v1/materials/"
                + json(post(request)).get("material").get("asset_id").asString();
        var silent = "{\"category\": \"\", \"tags\": [], \"licence\": \"\"}";
        assertThat(json(patch(path, silent)).get("licence").isNull()).isTrue();

        var again = post(request);

        assertThat(again.statusCode()).isEqualTo(200);
        for (var asset : List.of(json(again).get("material"), json(client.get(path)))) {
            assertThat(asset.get("category").asString()).isEqualTo("music");
            assertThat(texts(asset.get("tags"))).containsExactly("lofi", "dark");
            assertThat(asset.get("licence").asString()).isEqualTo("CC0-1.0");
        }

        // What its owner says of it stays.
        patch(path, "{\"category\": \"\", \"tags\": [\"rain\"], \"licence\": \"mine\"}");
        assertThat(texts(json(post(request)).get("material").get("tags"))).containsExactly("rain");
        client.send("DELETE", path + "?permanent=true");
    }

    @Test
    void makesWithoutKeepingUnlessItIsAskedTo() throws Exception {
        var made = post("{\"genre\": \"ambient\", \"duration\": 12}");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(json(made).get("material").isNull()).isTrue();
        var preview = json(made).get("music").get("preview_url").asString();
        assertThat(client.get(preview).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheBeatsOfWhatIsMade() {
        var loop = MusicLoop.of(Genre.CINEMATIC, Mood.DARK, 4, null, null, Duration.ofSeconds(20));

        var beats = json(client.get(PATH + "/cinematic:dark:4/beats?duration=20"));

        assertThat(beats.get("beats")).hasSize(4 * loop.bars());
        assertThat(beats.get("beats").get(7).asDouble()).isCloseTo(7_000.0 * loop.beat() / 48_000, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"genre\": \"polka\"}                          | /genre",
                "{\"genre\": \"lofi\", \"mood\": \"angry\"}        | /mood",
                "{\"genre\": \"lofi\", \"bpm\": 300}             | /bpm",
                "{\"genre\": \"lofi\", \"duration\": 4000}       | /duration",
                "{\"genre\": \"lofi\", \"key\": \"H\"}             | /key",
                "{}                                            | /genre",
            })
    void refusesWhatCannotBeMade(String request, String pointer) {
        var refused = post(request);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lofi", "lofi:calm", "lofi:calm:x", "polka:calm:1", "a.b"})
    void knowsNoOtherMusic(String id) {
        for (var what : List.of("preview", "beats")) {
            var refused = client.get(PATH + "/" + id + "/" + what);

            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(json(refused).get("code").asString()).isEqualTo("MUSIC_NOT_FOUND");
        }
    }

    /** When it was measured. */
    private JsonNode own(String id) throws InterruptedException {
        while (true) {
            var music = json(client.get(PATH + "?genre=acoustic&mood=hopeful&limit=200"))
                    .get("music")
                    .valueStream()
                    .filter(each -> each.get("id").asString().equals(id)
                            && !each.get("loudness").isNull())
                    .findFirst();
            if (music.isPresent()) {
                return music.get();
            }
            Thread.sleep(100);
        }
    }

    private HttpResponse<String> patch(String path, String body) {
        return client.send("PATCH", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private HttpResponse<String> post(String body) {
        return client.send("POST", PATH + "/beds", BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static List<String> ids(JsonNode page) {
        return page.get("music")
                .valueStream()
                .map(music -> music.get("id").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
