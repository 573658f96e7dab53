package io.moneyprinter.orchestration.video;

import static io.moneyprinter.orchestration.video.VideoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.testing.database.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TranslationHttpTests {

    private static final String WITH_CARDS = """
            {"script": "# Dance\\nBees dance.\\nA drawn map helps.\\nOthers follow.",
             "video_settings": {"duration_target": 20, "music": "calm", "captions": {"preset": "bold", "subtitles": "x"},
                "picture": {"fit": "contain", "intro": {"title": "Hello", "duration": 2}, "outro": {"title": "Bye"}}}}""";

    @TempDir
    static Path home;

    private static VideoServer server;
    private static String plain;
    private static String cards;

    @BeforeAll
    static void start() {
        server = new VideoServer(TestDatabase.withSchemas(), home);
        plain = server.made("{\"script\": \"Bees dance.\\nOthers follow.\"}");
        cards = server.made(WITH_CARDS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void thereIsAModel() {
        server.fakes().model = true;
    }

    @Test
    void makesOneVideoForEachLanguage() {
        var shots = server.fakes().shots.size();

        var answer = translate(cards, "{\"language\": \"de\"}, {\"language\": \"pt-BR\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/videos/" + cards + "/translations");
        var ids = json(answer).get("translations").findValuesAsString("video_id");
        assertThat(json(answer).get("translations").findValuesAsString("language"))
                .containsExactly("de", "pt-BR");
        ids.forEach(TranslationHttpTests::awaitCompleted);
        var view = json(server.get("/api/v1/videos/" + ids.getFirst()));
        assertThat(view.get("translated_from").asString()).isEqualTo(cards);
        assertThat(view.get("root_id").asString()).isEqualTo(ids.getFirst());
        assertThat(view.get("language").asString()).isEqualTo("de");
        assertThat(view.get("title").asString()).isEqualTo("de: A title");
        var settings = view.at("/request/video_settings");
        assertThat(settings.at("/picture/intro/title").asString()).isEqualTo("de: Hello");
        assertThat(settings.at("/picture/outro/title").asString()).isEqualTo("de: Bye");
        assertThat(settings.at("/picture/intro/duration").asDouble()).isEqualTo(2);
        assertThat(settings.at("/captions/subtitles").isMissingNode()
                        || settings.at("/captions/subtitles").isNull())
                .isTrue();
        assertThat(settings.at("/captions/preset").asString()).isEqualTo("bold");
        var before = plan(cards);
        var after = plan(ids.getFirst());
        assertThat(after.sentences())
                .extracting(PlanRequest.SpokenSentence::text)
                .containsExactly("de: Bees dance.", "de: A drawn map helps.", "de: Others follow.");
        assertThat(after.sentences().getFirst().shot())
                .isEqualTo(before.sentences().getFirst().shot());
        assertThat(after.sentences().get(1).shot())
                .isNotEqualTo(before.sentences().get(1).shot());
        assertThat(after.sentences().get(2).shot())
                .isEqualTo(before.sentences().get(2).shot());
        assertThat(after.seed()).isEqualTo(before.seed());
        assertThat(after.target()).isEqualTo(before.target());
        assertThat(after.settings().music()).isEqualTo("calm");
        assertThat(server.fakes().shots.subList(shots, server.fakes().shots.size()))
                .extracting(request -> request.index() + " " + request.language())
                .containsExactlyInAnyOrder("1 de", "1 pt-BR");
        for (var path : List.of("", "/translations")) {
            var listed = json(server.get("/api/v1/videos/" + cards + path)).get("translations");
            assertThat(listed.findValuesAsString("video_id")).containsExactlyElementsOf(ids);
            assertThat(listed.findValuesAsString("status")).containsOnly("completed");
        }
        assertThat(json(server.get("/api/v1/videos?limit=100"))
                        .get("videos")
                        .valueStream()
                        .filter(video -> video.get("video_id").asString().equals(cards))
                        .map(video -> video.get("translations").findValuesAsString("language")))
                .containsExactly(List.of("de", "pt-BR"));
    }

    @Test
    void takesTheWordsOfTheUserWithoutAModel() {
        server.fakes().model = false;
        var asked = server.fakes().calls.count("translate");
        assertThat(server.get("/api/v1/videos/" + plain + "/script.md").body())
                .isEqualTo("# A title\n\n## Heading\n\nBees dance.\nOthers follow.\n");

        var id = accepted(plain, "{\"language\": \"de\", \"script\": \"Bienen tanzen.\\nAndere folgen.\"}");

        awaitCompleted(id);
        assertThat(plan(id).sentences())
                .extracting(PlanRequest.SpokenSentence::text)
                .containsExactly("Bienen tanzen.", "Andere folgen.");
        assertThat(plan(id).target()).isNull();
        assertThat(json(server.get("/api/v1/videos/" + id))
                        .at("/request/script")
                        .asString())
                .isEqualTo("Bienen tanzen.\nAndere folgen.");
        assertThat(server.fakes().calls.count("translate")).isEqualTo(asked);
        assertThat(server.jdbc()
                        .sql("SELECT kind || '/' || idx FROM orchestration.step_execution"
                                + " WHERE video_id = :id AND kind IN ('content', 'shot', 'speech') ORDER BY 1")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("speech/0", "speech/1");
    }

    @Test
    void speaksInAVoiceOfTheSameGenderUnlessOneIsNamed() {
        server.fakes().choices.clear();

        var alike = accepted(plain, "{\"language\": \"it\"}");
        var named = accepted(
                plain, "{\"language\": \"it\", \"voice_settings\": {\"voice\": \"fake-voice\", \"rate\": 1.2}}");

        assertThat(server.fakes().choices).extracting(VoiceChoice::gender).contains("female");
        assertThat(server.fakes().choices).extracting(VoiceChoice::language).containsOnly("it");
        for (var id : List.of(alike, named)) {
            var voice = json(server.get("/api/v1/videos/" + id)).at("/request/voice_settings");
            assertThat(voice.get("provider").asString()).isEqualTo("fake");
            assertThat(voice.get("voice").asString()).isEqualTo("fake-voice");
            assertThat(voice.get("language").asString()).isEqualTo("it");
            awaitCompleted(id);
        }
    }

    @Test
    void makesOnlyWhatTheOriginalHas() {
        var captions = server.made("{\"script\": \"Bees dance.\", \"produce\": \"captions\"}");

        var id = accepted(captions, "{\"language\": \"th\"}");

        awaitCompleted(id);
        var view = json(server.get("/api/v1/videos/" + id));
        assertThat(view.at("/request/produce").asString())
                .isEqualTo(Produce.CAPTIONS.name().toLowerCase());
        assertThat(view.at("/links/captions_vtt").asString()).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'language': 'en'}                                              | /translations/0/language",
                "{'language': 'xx'}                                              | /translations/0/language",
                "{'language': 'xh'}                                              | /translations/0/language",
                "{'language': ' '}                                               | /translations/0/language",
                "{}                                                              | /translations/0/language",
                "{'language': 'de'}, {'language': 'de'}                          | /translations/1/language",
                "{'language': 'de'}, null                                        | /translations/1",
                "{'language': 'de', 'voice_settings': {'voice': 'nobody'}}       | /translations/0/voice_settings",
                "{'language': 'de', 'voice_settings': {'rate': 9}}               | /translations/0/voice_settings/rate",
                "{'language': 'de', 'title': 'Tanz'}                             | /translations/0/title",
                "{'language': 'de', 'script': ' '}                               | /translations/0/script",
                "{'language': 'de', 'script': 'Eins.'}                           | /translations/0/script",
                "{'language': 'de', 'script': 'a\\u0000\\nb'}                    | /translations/0/script",
                "{'language': 'de', 'script': 'a\u2603\\nb'}                     | /translations/0/script",
                "{'language': 'de', 'script': 'a\\nb', 'intro': {'title': 'c'}} | /translations/0/intro/title"
            })
    void refusesByName(String translations, String pointer) {
        var refused = translate(plain, translations.replace('\'', '"'));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).get("errors").findValuesAsString("pointer")).containsExactly(pointer);
    }

    @Test
    void refusesWordsThatAreNotWanted() {
        var refused =
                translate(plain, "{\"language\": \"fr\"}, {\"language\": \"de\", \"script\": \"Bienen.\\nxyzzy.\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).get("code").asString()).isEqualTo("MODERATION_REFUSED");
        assertThat(json(refused).get("errors").findValuesAsString("pointer")).containsExactly("/translations/1/script");
    }

    @Test
    void saysWhatIsMissingWithoutAModel() {
        server.fakes().model = false;

        var refused = translate(
                cards, "{\"language\": \"de\"}, {\"language\": \"fr\", \"script\": \"Un.\\nDeux.\\nTrois.\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/translations/0/script", "/translations/1/intro/title", "/translations/1/outro/title");
        assertThat(server.send("POST", "/api/v1/videos/" + plain + "/translations", "{\"translations\": []}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void translatesOnlyWhatIsCompletedAndOnesOwn() {
        server.fakes().calls.block("join");
        var unfinished =
                json(server.post("{\"script\": \"One.\"}")).get("video_id").asString();

        var refused = translate(unfinished, "{\"language\": \"de\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("VIDEO_NOT_READY");
        server.fakes().calls.unblock("join");
        awaitCompleted(unfinished);
        server.giveAway(new UserId("somebody"));
        assertThat(translate(unfinished, "{\"language\": \"de\"}").statusCode()).isEqualTo(404);
        for (var path : List.of("/translations", "/script.md")) {
            assertThat(server.get("/api/v1/videos/" + unfinished + path).statusCode())
                    .isEqualTo(404);
        }
        server.giveAway(UserId.LOCAL);
    }

    @Test
    void translatesOnceHoweverOftenItIsAsked() {
        var other = server.made("{\"script\": \"One.\"}");
        var body = "{\"translations\": [{\"language\": \"de\"}, {\"language\": \"fr\"}]}";
        var path = "/api/v1/videos/" + other + "/translations";

        var first = server.send("POST", path, body, "Idempotency-Key", "translate-once");
        var again = server.send("POST", path, body, "Idempotency-Key", "translate-once");
        var different = server.send("POST", path, body.replace("fr", "it"), "Idempotency-Key", "translate-once");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(different.statusCode()).isEqualTo(422);
        assertThat(json(server.get(path)).get("translations").findValuesAsString("language"))
                .containsExactly("de", "fr");
        json(first).get("translations").findValuesAsString("video_id").forEach(TranslationHttpTests::awaitCompleted);
    }

    @Test
    void keepsTheLatestVersionOfATranslationInTheList() {
        var original = server.made("{\"script\": \"One.\"}");
        var german = accepted(original, "{\"language\": \"de\"}");
        awaitCompleted(german);

        var edited = json(server.send(
                        "POST",
                        "/api/v1/videos/" + german + "/edits",
                        "{\"edits\": [{\"type\": \"edit_caption\", \"sentence\": 0, \"text\": \"Eins!\"}]}"))
                .get("video_id")
                .asString();
        awaitCompleted(edited);

        var listed = json(server.get("/api/v1/videos/" + original)).get("translations");
        assertThat(listed.findValuesAsString("video_id")).containsExactly(edited);
        server.send("DELETE", "/api/v1/videos/" + edited, null);
        listed = json(server.get("/api/v1/videos/" + original)).get("translations");
        assertThat(listed.findValuesAsString("video_id")).containsExactly(german);
    }

    private static HttpResponse<String> translate(String id, String translations) {
        return server.send(
                "POST", "/api/v1/videos/" + id + "/translations", "{\"translations\": [" + translations + "]}");
    }

    /** The id of the video in that language. */
    private static String accepted(String id, String translation) {
        var answer = translate(id, translation);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return first(json(answer)).get("video_id").asString();
    }

    private static JsonNode first(JsonNode answer) {
        return answer.get("translations").get(0);
    }

    private static PlanRequest plan(String id) {
        return server.fakes().rendering.plans.stream()
                .filter(plan -> plan.videoId().equals(new VideoId(id)))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitCompleted(String id) {
        server.awaitStatus("/api/v1/videos/" + id + "/status", "completed");
    }
}
