package io.moneyprinter.orchestration.video;

import static io.moneyprinter.orchestration.video.VideoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditHttpTests {

    @TempDir
    static Path home;

    private static VideoServer server;
    private static String video;

    @BeforeAll
    static void start() {
        server = new VideoServer(TestDatabase.withSchemas(), home);
        server.fakes().assets.put(new AssetId("photo"), Asset.Type.IMAGE);
        server.fakes().assets.put(new AssetId("song"), Asset.Type.AUDIO);
        video = make();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersWithANewVersion() {
        var answer = edit(video, "{\"type\": \"edit_caption\", \"sentence\": 0, \"text\": \"Hi\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var id = json(answer).get("video_id").asString();
        assertThat(id).isNotEqualTo(video);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/videos/" + id);
        awaitStatus(id, "completed");
        var view = json(server.get("/api/v1/videos/" + id));
        assertThat(view.get("root_id").asString()).isEqualTo(video);
        assertThat(view.get("parent_id").asString()).isEqualTo(video);
        var newest = json(server.get("/api/v1/videos/" + video + "/versions"))
                .get("versions")
                .get(0);
        assertThat(newest.get("edits").get(0).get("type").asString()).isEqualTo("edit_caption");
        var compared = server.get("/api/v1/videos/" + id + "/versions/1/compare/"
                + view.get("version").asInt());
        assertThat(compared.statusCode()).as(compared.body()).isEqualTo(200);
        assertThat(json(compared).get("sentences").get(0).get("changed").get(0).asString())
                .isEqualTo("caption");
    }

    @Test
    void showsLocksAndReplacesShots() {
        var id = server.made("{\"script\": \"Bees scored.\\nBees dance.\"}");
        var shots = json(server.get("/api/v1/videos/" + id + "/shots")).get("shots");
        assertThat(shots.size()).isEqualTo(2);
        var first = shots.get(0);
        assertThat(first.get("text").asString()).isEqualTo("Bees scored.");
        assertThat(first.get("scores").get(0).get("source").asString()).isEqualTo("pexels/1");
        assertThat(first.get("scores").get(0).get("total").asDouble()).isEqualTo(0.8);
        assertThat(first.get("passed_over").get(0).asString()).isEqualTo("library: nothing about it");
        assertThat(first.get("pictures").get(0).get("kind").asString()).isEqualTo("still");
        assertThat(shots.get(1).get("scores").size()).isZero();

        var other = changed(
                id,
                "{\"type\": \"other_shot\", \"sentence\": 0, \"search_terms\": [\"honey\"]},"
                        + "{\"type\": \"lock_shot\", \"sentence\": 0}");
        first = json(server.get("/api/v1/videos/" + other + "/shots"))
                .get("shots")
                .get(0);
        assertThat(first.get("scores").get(0).get("source").asString()).isEqualTo("pexels/2");
        assertThat(first.get("scores").get(0).get("reasons").get(0).asString()).isEqualTo("shows 'honey'");
        assertThat(first.get("locked").asBoolean()).isTrue();
        for (var edit : List.of("'type': 'other_shot'", "'type': 'replace_clip', 'asset_id': 'photo'")) {
            var refused = edit(other, ("{" + edit + ", 'sentence': 0}").replace('\'', '"'));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("locked (expected: unlock");
        }

        var unlocked = changed(
                other,
                "{\"type\": \"lock_shot\", \"sentence\": 0, \"locked\": false},"
                        + "{\"type\": \"replace_clip\", \"sentence\": 0, \"asset_id\": \"photo\"}");
        first = json(server.get("/api/v1/videos/" + unlocked + "/shots"))
                .get("shots")
                .get(0);
        assertThat(first.get("asset_ids").get(0).asString()).isEqualTo("photo");
        assertThat(first.get("locked").asBoolean()).isFalse();
        assertThat(server.get("/api/v1/videos/unknown/shots").statusCode()).isEqualTo(404);
    }

    @Test
    void neverShowsAgainWhatWasTurnedDown() {
        var id = server.made("{\"script\": \"Wasps scored.\\nWasps dance.\"}");
        var other = "{\"type\": \"other_shot\", \"sentence\": 0}";

        var second = changed(id, other);
        var third = changed(second, other);
        var captioned = changed(third, "{\"type\": \"edit_caption\", \"sentence\": 1, \"text\": \"Hi\"}");
        var fourth = changed(captioned, other);
        var own = changed(fourth, "{\"type\": \"replace_clip\", \"sentence\": 0, \"asset_id\": \"photo\"}");
        var fifth = changed(own, other);

        assertThat(List.of(source(id, 0), source(second, 0), source(third, 0), source(fourth, 0), source(fifth, 0)))
                .containsExactly("pexels/1", "pexels/2", "pexels/3", "pexels/4", "pexels/5");
    }

    @Test
    void showsNothingThatAnotherSentenceShowsWhereOneIsReworded() {
        var id = server.made("{\"script\": \"Hornets scored.\\nA drawn hornet.\"}");

        var edited = changed(id, "{\"type\": \"text\", \"sentence\": 1, \"text\": \"One more scored.\"}");

        assertThat(source(edited, 0)).isEqualTo("pexels/1");
        assertThat(source(edited, 1)).isEqualTo("pexels/2");
    }

    private static String source(String id, int sentence) {
        return json(server.get("/api/v1/videos/" + id + "/shots"))
                .get("shots")
                .get(sentence)
                .get("scores")
                .get(0)
                .get("source")
                .asString();
    }

    /** The new version, finished. */
    private static String changed(String id, String edits) {
        var answer = edit(id, edits);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var version = json(answer).get("video_id").asString();
        awaitStatus(version, "completed");
        return version;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'replace_clip', 'sentence': 9, 'asset_id': 'photo'}            | /edits/0/sentence",
                "{'type': 'replace_clip', 'sentence': -1, 'asset_id': 'photo'}           | /edits/0/sentence",
                "{'type': 'replace_clip', 'sentence': 0, 'visual': 3, 'asset_id': 'photo'} | /edits/0/visual",
                "{'type': 'replace_clip', 'sentence': 0, 'asset_id': 'none'}             | /edits/0/asset_id",
                "{'type': 'replace_clip', 'sentence': 0, 'asset_id': 'song'}             | /edits/0/asset_id",
                "{'type': 'replace_clip', 'sentence': 0}                                 | /edits/0/asset_id",
                "{'type': 'edit_caption', 'text': 'a'}                                   | /edits/0/sentence",
                "{'type': 'edit_caption', 'sentence': 0, 'text': ' '}                    | /edits/0/text",
                "{'type': 'text', 'sentence': 0, 'text': 'a\\u0000'}                     | /edits/0/text",
                "{'type': 'edit_caption', 'sentence': 0, 'text': 'a \u2603'}              | /edits/0/text",
                "{'type': 'text', 'sentence': 0, 'text': 'a \u2603'}                      | /edits/0/text",
                "{'type': 'caption_style', 'captions': {'weight': 5000}}                 | /edits/0/captions/weight",
                "{'type': 'music', 'music': '../etc'}                                    | /edits/0/music",
                "{'type': 'music', 'music': 'photo'}                                     | /edits/0/music",
                "{'type': 'music', 'music_volume': 90}                                   | /edits/0/music_volume",
                "{'type': 'music'}                                                       | /edits/0",
                "{'type': 'trim', 'sentence': 0, 'pause_after': -1}                      | /edits/0/pause_after",
                "{'type': 'reorder', 'order': [0]}                                       | /edits/0/order",
                "{'type': 'reorder', 'order': [0, 0]}                                    | /edits/0/order",
                "{'type': 'reorder', 'order': [0, null]}                                 | /edits/0/order/1",
                "{'type': 'voice', 'voice_settings': {'voice': 'nobody'}}                | /edits/0/voice_settings",
                "{'type': 'voice', 'voice_settings': {'rate': 9}}                        | /edits/0/voice_settings/rate",
                "{'type': 'settings'}                                                    | /edits/0",
                "{'type': 'settings', 'video_settings': {'fps': 29}}                     | /edits/0/video_settings/fps",
                "{'type': 'settings', 'video_settings': {'duration_target': 30}}         | /edits/0/video_settings/duration_target",
                "{'type': 'settings', 'video_settings': {'sound': {'narration': 'song'}}} | /edits/0",
                "{'type': 'settings', 'clear': ['colour']}                               | /edits/0/clear/0",
                "null                                                                    | /edits/0"
            })
    void refusesByName(String edit, String pointer) {
        var refused = edit(video, edit.replace('\'', '"'));

        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 422);
        assertThat(json(refused).get("errors").findValuesAsString("pointer")).contains(pointer);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var refused = edit(
                video,
                "{\"type\": \"trim\", \"sentence\": 0}",
                "{\"type\": \"edit_caption\", \"sentence\": 0, \"text\": \"gone\"}",
                "{\"type\": \"trim\", \"sentence\": 1}",
                "{\"type\": \"text\", \"sentence\": 7, \"text\": \"a\"}",
                "{\"type\": \"music\", \"music\": \"none such\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").findValuesAsString("pointer"))
                .containsExactly("/edits/1/sentence", "/edits/2/sentence", "/edits/3/sentence", "/edits/4/music");
    }

    /** Nothing of it was drawn before. */
    @Test
    void refusesCardsWithHeadingsThatCannotBeDrawn() {
        var plain = server.made("{\"script\": \"# \u2603\\nBees dance.\", \"materials\": {\"sources\": [\"stock\"]}}");

        var refused =
                edit(plain, "{\"type\": \"settings\", \"video_settings\": {\"picture\": {\"section_cards\": true}}}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        var error = json(refused).get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("/edits/0");
        assertThat(error.get("detail").asString()).contains("\u2603 (U+2603)");
    }

    @Test
    void refusesWordsThatAreNotWanted() {
        for (var refused : Map.of(
                        "{\"type\": \"text\", \"sentence\": 0, \"text\": \"Say xyzzy.\"}", "/edits/1/text",
                        "{\"type\": \"edit_caption\", \"sentence\": 0, \"text\": \"xyzzy\"}", "/edits/1/text",
                        "{\"type\": \"settings\", \"video_settings\": {\"picture\": {\"intro\": {\"title\": \"xyzzy\"}}}}",
                                "/edits/1/video_settings/picture/intro/title")
                .entrySet()) {
            var answer = edit(video, "{\"type\": \"music\", \"music\": \"calm\"}", refused.getKey());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(json(answer).get("code").asString()).isEqualTo("MODERATION_REFUSED");
            assertThat(json(answer).get("errors").get(0).get("pointer").asString())
                    .isEqualTo(refused.getValue());
        }
        var made = server.post("""
                {"script": "One.", "video_settings": {"picture": {"outro": {"title": "xyzzy"}}}}""");
        assertThat(json(made).get("code").asString()).as(made.body()).isEqualTo("MODERATION_REFUSED");
    }

    @Test
    void refusesWhatIsNoEdit() {
        for (var body :
                List.of("{}", "{\"edits\": []}", "{\"edits\": [{\"type\": \"explode\"}]}", "{\"edits\": [{}]}")) {
            var refused = server.send("POST", "/api/v1/videos/" + video + "/edits", body);
            assertThat(refused.statusCode()).as(body + refused.body()).isBetween(400, 422);
        }
    }

    @Test
    void editsOnceHoweverOftenItIsAsked() throws Exception {
        var body = "{\"edits\": [{\"type\": \"music\", \"music\": \"calm\"}]}";
        var bodies = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(each -> threads.submit(() -> server.send(
                            "POST", "/api/v1/videos/" + video + "/edits", body, "Idempotency-Key", "edit-once")))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(202);
                bodies.add(answer.get().body());
            }
        }
        assertThat(bodies).hasSize(1);
        var other = make();
        assertThat(server.send("POST", "/api/v1/videos/" + other + "/edits", body, "Idempotency-Key", "edit-once")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void numbersVersionsThatAreMadeAtTheSameTime() throws Exception {
        var root = make();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(each -> threads.submit(() ->
                            edit(root, "{\"type\": \"edit_caption\", \"sentence\": 0, \"text\": \"" + each + "\"}")))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(202);
            }
        }
        assertThat(json(server.get("/api/v1/videos/" + root + "/versions"))
                        .get("versions")
                        .findValuesAsString("version"))
                .containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    void editsOnlyWhatIsCompletedAndOnesOwn() {
        server.fakes().calls.block("join");
        var unfinished =
                json(server.post("{\"script\": \"One.\"}")).get("video_id").asString();

        var refused = edit(unfinished, "{\"type\": \"music\", \"music\": \"calm\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("VIDEO_NOT_READY");
        server.fakes().calls.unblock("join");
        awaitStatus(unfinished, "completed");
        server.giveAway(new UserId("somebody"));
        assertThat(edit(unfinished, "{\"type\": \"music\", \"music\": \"calm\"}")
                        .statusCode())
                .isEqualTo(404);
        for (var path : List.of("/versions", "/versions/1/compare/1")) {
            assertThat(server.get("/api/v1/videos/" + unfinished + path).statusCode())
                    .isEqualTo(404);
        }
        server.giveAway(UserId.LOCAL);
        assertThat(server.get("/api/v1/videos/" + unfinished + "/versions/1/compare/x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsTheLatestVersionsAndAllOnRequest() {
        var first = make();
        var other = make();
        var edited = json(edit(first, "{\"type\": \"music\", \"music\": \"calm\"}"))
                .get("video_id")
                .asString();
        awaitStatus(edited, "completed");

        var page = json(server.get("/api/v1/videos?limit=1"));
        assertThat(page.get("videos").findValuesAsString("video_id")).containsExactly(edited);
        // A version that comes while somebody turns pages takes nothing from the pages that follow.
        edit(other, "{\"type\": \"music\", \"music\": \"calm\"}");
        var next = json(server.get(
                "/api/v1/videos?limit=1&cursor=" + page.get("next_cursor").asString()));
        assertThat(next.get("videos").findValuesAsString("video_id")).containsExactly(other);

        assertThat(ids("/api/v1/videos?limit=100")).contains(edited).doesNotContain(first, other);
        assertThat(ids("/api/v1/videos?limit=100&all_versions=true")).contains(edited, first, other);
        assertThat(ids("/api/v1/videos?limit=100&status=completed"))
                .contains(edited)
                .doesNotContain(first);
    }

    @Test
    void listsAVersionThatFailedBesideTheOneBefore() {
        var first = make();
        server.fakes().calls.fail("plan", new IllegalStateException("a fault"));
        var failed = json(edit(first, "{\"type\": \"music\", \"music\": \"calm\"}"))
                .get("video_id")
                .asString();
        awaitStatus(failed, "failed");

        assertThat(ids("/api/v1/videos?limit=100")).contains(first, failed);
        assertThat(edit(failed, "{\"type\": \"music\", \"music\": \"calm\"}").statusCode())
                .isEqualTo(409);
    }

    private static List<String> ids(String path) {
        return json(server.get(path)).get("videos").findValuesAsString("video_id");
    }

    private static java.net.http.HttpResponse<String> edit(String id, String... edits) {
        return server.send("POST", "/api/v1/videos/" + id + "/edits", "{\"edits\": [" + String.join(",", edits) + "]}");
    }

    private static String make() {
        return server.made("{\"script\": \"Bees dance.\\nOthers follow.\"}");
    }

    private static void awaitStatus(String id, String wanted) {
        server.awaitStatus("/api/v1/videos/" + id + "/status", wanted);
    }
}
