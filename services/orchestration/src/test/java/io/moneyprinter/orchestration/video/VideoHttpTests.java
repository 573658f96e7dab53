package io.moneyprinter.orchestration.video;

import static io.moneyprinter.orchestration.video.VideoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.Variation;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.testing.database.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class VideoHttpTests {

    private static final String GOOD = "{\"script\": \"Bees dance.\\nOthers follow.\"}";

    private static final String ESTIMATE = "/api/v1/videos/estimate";

    @TempDir
    static Path home;

    private static VideoServer server;

    @BeforeAll
    static void start() {
        server = new VideoServer(TestDatabase.withSchemas(), home);
        server.fakes().assets.put(new AssetId("song"), Asset.Type.AUDIO);
        server.fakes().assets.put(new AssetId("photo"), Asset.Type.IMAGE);
        server.store().put(new ObjectKey("films/f.mp4"), "0123456789".getBytes(StandardCharsets.US_ASCII));
        server.store().put(new ObjectKey("extracts/e.mp3"), "sound".getBytes(StandardCharsets.US_ASCII));
        server.store()
                .put(
                        new ObjectKey("captions/c.json"),
                        "{\"language\":\"en\",\"words\":[]}".getBytes(StandardCharsets.US_ASCII));
        server.store().put(new ObjectKey("captions/c.vtt"), "WEBVTT\n".getBytes(StandardCharsets.US_ASCII));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void usesANarrationOfTheUsersOwnWithoutAskingForAVoice() {
        var created = server.post("""
            {"script": "Bees dance.\\nThey do.", "voice_settings": {"voice": "nobody"},
             "video_settings": {"sound": {"narration": "song"}}}
            """);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = json(created).get("video_id").asString();
        awaitCompleted(id);
        var plan = server.fakes().rendering.plans.stream()
                .filter(each -> each.videoId().value().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(plan.sentences())
                .extracting(sentence -> sentence.speech().audio().value())
                .containsExactly("speech/r0.wav", "speech/r1.wav");
        assertThat(server.fakes().recordings).allSatisfy(recording -> {
            assertThat(recording.recording()).isEqualTo(new ObjectKey("assets/song.mp3"));
            assertThat(recording.sentences()).containsExactly("Bees dance.", "They do.");
        });
    }

    @Test
    void namesThoseWhosePicturesAreSeenAndThoseWhoFailed() {
        var created = server.post("""
            {"title": "Bees", "script": "Bees in footage.\\nMore footage of them.\\nThey dance."}
            """);
        var path = "/api/v1/videos/" + json(created).get("video_id").asString();
        server.awaitStatus(path, "completed");

        var credits = server.get(path + "/credits.txt");
        assertThat(credits.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(credits.body()).isEqualTo("A title\n\n" + FakeServices.CREDIT + "\n");
        assertThat(json(server.get(path)).get("links").get("credits").asString())
                .isEqualTo(path + "/credits.txt");
        assertThat(server.get(path + "/status").body())
                .contains("pexels: STOCK_THROTTLED, Pexels wants to be asked less often; the picture is by pixabay");
    }

    @Test
    void namesWhoeverMadeTheMusic() {
        server.fakes().assets.put(new AssetId("waltz"), Asset.Type.AUDIO);
        server.fakes().credits.put(new AssetId("waltz"), "CC BY 4.0");
        var id = server.made("{\"script\": \"Bees dance.\", \"video_settings\": {\"music\": \"waltz\"}}");
        server.fakes().credits.put(new AssetId("waltz"), "CC BY-SA 4.0");

        assertThat(server.get("/api/v1/videos/" + id + "/credits.txt").body())
                .isEqualTo("A title\n\nfile, CC BY-SA 4.0\n");

        server.fakes().assets.remove(new AssetId("waltz"));
        assertThat(server.get("/api/v1/videos/" + id + "/credits.txt").body()).contains("None of its pictures");
    }

    @Test
    void listsTheVideosThatUseAFile() {
        server.fakes().assets.put(new AssetId("logo-1"), Asset.Type.IMAGE);
        var music = server.made("{\"script\": \"Bees hum.\", \"video_settings\": {\"music\": \"song\"}}");
        var clip = server.made("{\"script\": \"Bees fly.\"}");
        var edit = server.send(
                "POST",
                "/api/v1/videos/" + clip + "/edits",
                "{\"edits\": [{\"type\": \"replace_clip\", \"sentence\": 0, \"asset_id\": \"logo-1\"}]}");
        var edited = json(edit).get("video_id").asString();
        awaitCompleted(edited);
        var again = server.send(
                "POST",
                "/api/v1/videos/" + edited + "/edits",
                "{\"edits\": [{\"type\": \"music\", \"music\": \"none\"}]}");
        var latest = json(again).get("video_id").asString();
        awaitCompleted(latest);

        assertThat(using("logo-1")).containsExactly(latest);
        assertThat(using("logo-1&all_versions=true")).containsExactly(latest, edited);
        assertThat(using("song")).contains(music).doesNotContain(clip, latest);
        assertThat(using("logo")).isEmpty();
        assertThat(server.get("/api/v1/videos?asset_id=..%2f").statusCode()).isEqualTo(422);
    }

    private static List<String> using(String asset) {
        return json(server.get("/api/v1/videos?asset_id=" + asset))
                .get("videos")
                .findValuesAsString("video_id");
    }

    @Test
    void tellsWhichMusicAVideoHasAndWhy() {
        var id = server.made("""
                {"script": "Bees dance.", "tone": "Inspiring", "style": "documentary",
                 "video_settings": {"music": "auto", "picture": {"cut_on_beat": true}}}""");

        var plan = server.fakes().rendering.plans.stream()
                .filter(each -> each.videoId().value().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(plan.manner()).isEqualTo("Inspiring, documentary");
        assertThat(plan.settings().picture().cutOnBeat()).isTrue();
        var music = json(server.get("/api/v1/videos/" + id + "/shots")).get("music");
        assertThat(music.get("music").asString()).isEqualTo("corporate:calm:1");
        assertThat(music.get("bpm").asDouble()).isEqualTo(80);
        assertThat(music.get("reason").asString()).isEqualTo("as asked for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"happy", "lofi", "lofi:dark", "cinematic:hopeful:12"})
    void knowsMusicByGenreAndMood(String music) {
        var id = server.made("{\"script\": \"Bees dance.\", \"video_settings\": {\"music\": \"%s\"}}".formatted(music));

        assertThat(server.fakes().rendering.plans.stream()
                        .filter(each -> each.videoId().value().equals(id)))
                .allSatisfy(plan -> {
                    assertThat(plan.settings().music()).isEqualTo(music);
                    assertThat(plan.music()).isNull();
                });
    }

    @Test
    void acceptsAVideoAndServesItsFiles() {
        var created = server.post("""
            {"title": "Why bees: dance/\\"é\\"?", "script": "Bees dance.", "voice_settings": {"rate": 1.1},
             "video_settings": {"aspect": "1:1", "music": "song"}, "materials": {"asset_ids": ["photo"]}}
            """);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = json(created).get("video_id").asString();
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/videos/" + id);
        assertThat(json(created).get("status").asString()).isEqualTo("pending");
        assertThat(json(created).get("estimated_completion").asString()).endsWith("Z");
        awaitCompleted(id);
        var plan = server.fakes().rendering.plans.stream()
                .filter(each -> each.videoId().value().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(plan.music()).isEqualTo(new ObjectKey("assets/song.mp3"));
        assertThat(plan.canvas().height()).isEqualTo(1080);

        var content = server.get("/api/v1/videos/" + id + "/content?download");
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.body()).isEqualTo("0123456789");
        assertThat(content.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(content.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("a-title.mp4");
        var part = server.get("/api/v1/videos/" + id + "/content", "Range", "bytes=2-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
        assertThat(server.get("/api/v1/videos/" + id + "/content", "Range", "bytes=50-60")
                        .statusCode())
                .isEqualTo(416);
        var etag = content.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/api/v1/videos/" + id + "/content", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
        var head = server.send("HEAD", "/api/v1/videos/" + id + "/content", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("10");
        var captions = server.get("/api/v1/videos/" + id + "/captions.vtt");
        assertThat(captions.headers().firstValue("Content-Type").orElse("")).startsWith("text/vtt");
        assertThat(captions.body()).isEqualTo("WEBVTT\n");

        var view = json(server.get("/api/v1/videos/" + id));
        assertThat(view.get("links").get("captions_srt").asString())
                .isEqualTo("/api/v1/videos/" + id + "/captions.srt");
        assertThat(view.get("duration").asDouble()).isEqualTo(8.0);
    }

    @Test
    void saysWhatAVideoWouldTakeAndThenWhatItDid() {
        setPace(0.99);
        var before = Instant.now();

        var estimated = server.send("POST", ESTIMATE, GOOD);

        assertThat(estimated.statusCode()).as(estimated.body()).isEqualTo(200);
        assertThat(json(estimated)).isEqualTo(JsonMapper.shared().readTree("""
                {"title": "A title", "language": "en", "estimated_duration": 6, "exact": true, "speech":
                  {"language": "en", "provider": "fake", "voice": "fake-voice", "needs_key": true, "sentences": 2,
                   "known_sentences": 0, "characters": 25, "estimated_cost": 0.025,
                   "price_per_million_characters": 1000, "currency": "USD"}}
                """));
        assertThat(accepted(before)).isZero();
        assertThat(server.fakes().contents).noneMatch(request -> request.idempotencyKey() == null);
        var id = json(server.post(GOOD)).get("video_id").asString();
        assertThat(json(server.get("/api/v1/videos/" + id)).get("charge").isNull())
                .isTrue();
        awaitCompleted(id);
        var charge = json(server.get("/api/v1/videos/" + id)).get("charge");
        assertThat(charge.get("characters").asInt()).isEqualTo(25);
        assertThat(charge.get("estimated_cost").decimalValue()).isEqualByComparingTo("0.025");
        assertThat(charge.get("currency").asString()).isEqualTo("USD");
    }

    @Test
    void guessesWhatATopicTakesFromTheWantedLengthAndThePaceOfTheVoice() {
        server.fakes().model = true;
        setPace(0.5);
        try {
            var estimate = json(server.send("POST", ESTIMATE, """
                    {"topic": "Why bees dance", "voice_settings": {"rate": 1.5},
                     "video_settings": {"duration_target": 90}}
                    """));

            assertThat(estimate.get("exact").asBoolean()).isFalse();
            assertThat(estimate.get("estimated_duration").asInt()).isEqualTo(90);
            assertThat(estimate.get("speech").get("sentences").asInt()).isEqualTo(7);
            assertThat(estimate.get("speech").get("characters").asInt()).isEqualTo(35);
            assertThat(estimate.get("speech").get("estimated_cost").decimalValue())
                    .isEqualByComparingTo("0.035");
            assertThat(server.fakes().estimates.getLast().sentences()).containsExactly("whybe");
        } finally {
            server.fakes().model = false;
        }
    }

    @Test
    void asksForAsManyWordsAsTheVoiceNeedsAndAgainForTheSame() {
        server.fakes().model = true;
        try {
            var usual = secondsAskedFor(1);
            setPace(2);
            var slow = secondsAskedFor(1);
            server.fakes()
                    .calls
                    .fail("content", FakeServices.failure("LLM_UNAVAILABLE", ErrorKind.UPSTREAM, Duration.ZERO));
            var fast = secondsAskedFor(2);

            // Two seconds are spoken of what is estimated as three.
            assertThat(usual.getFirst()).isBetween(60, 99);
            assertThat(slow.getFirst()).isBetween(28, 38);
            assertThat(fast).hasSize(2).containsOnly(fast.getFirst());
            assertThat(fast.getFirst()).isBetween(56, 76);
        } finally {
            server.fakes().model = false;
        }
    }

    /** In seconds that are spoken of what is estimated as one; so much is known that it stays about so. */
    private static void setPace(double pace) {
        server.jdbc().sql("""
                        INSERT INTO orchestration.voice_pace (provider, voice, language, estimated, measured)
                        VALUES ('fake', 'fake-voice', 'en', 10000, 10000 * :pace)
                        ON CONFLICT (provider, voice, language) DO UPDATE SET
                            estimated = excluded.estimated, measured = excluded.measured
                        """).param("pace", pace).update();
    }

    private static List<Integer> secondsAskedFor(int rate) {
        var topic = "Why bees dance at a rate of %d, %s".formatted(rate, Instant.now());
        var created = server.post("""
                {"topic": "%s", "produce": "captions", "voice_settings": {"rate": %d},
                 "video_settings": {"duration_target": 60}}
                """.formatted(topic, rate));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        awaitCompleted(json(created).get("video_id").asString());
        return server.fakes().contents.stream()
                .filter(request -> topic.equals(request.topic()))
                .map(ContentRequest::durationTarget)
                .toList();
    }

    @Test
    void estimatesNoSpeechForWhatIsRecorded() {
        var estimate = json(server.send("POST", ESTIMATE, """
                {"script": "Bees dance.", "video_settings": {"sound": {"narration": "song"}}}"""));

        assertThat(estimate.get("speech").isNull()).isTrue();
        assertThat(estimate.get("exact").asBoolean()).isTrue();
    }

    @Test
    void makesAVideoOfADraftAsItWasWhenItWasAccepted() {
        var fakes = server.fakes();
        fakes.drafts.put(new Edition("bees", 1), "Bees sleep.");
        fakes.drafts.put(new Edition("bees", 2), "# Dance\nBees dance.\nThey do.");
        var body = "{\"draft\": {\"id\": \"bees\"}}";

        fakes.calls.block("speech/0");
        var created = server.post(body, "Idempotency-Key", "draft");
        fakes.drafts.put(new Edition("bees", 3), "Something else.");
        assertThat(server.post(body, "Idempotency-Key", "draft").body()).isEqualTo(created.body());
        fakes.drafts.clear();
        fakes.calls.unblock("speech/0");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = json(created).get("video_id").asString();
        awaitCompleted(id);
        assertThat(fakes.contents).noneMatch(request -> request.draft() != null);
        var plan = fakes.rendering.plans.stream()
                .filter(each -> each.videoId().value().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(plan.sentences()).extracting(sentence -> sentence.text()).containsExactly("Bees dance.", "They do.");
        assertThat(plan.target()).isNull();
        var view = json(server.get("/api/v1/videos/" + id));
        assertThat(view.at("/request/draft"))
                .isEqualTo(JsonMapper.shared().readTree("{\"id\": \"bees\", \"version\": 2}"));
        assertThat(view.get("title").asString()).isEqualTo("A title");
        assertThat(view.get("description").asString()).isEqualTo("A description");
        assertThat(view.get("citations")).isEqualTo(JsonMapper.shared().readTree("""
                [{"title": "A page", "url": "https://example.org/page", "site": null, "published": "2026-11-03"}]"""));

        var edited = json(server.send("POST", "/api/v1/videos/" + id + "/edits", """
                {"edits": [{"type": "trim", "sentence": 1, "pause_after": 0.5}]}"""));
        var version = json(server.get("/api/v1/videos/" + edited.get("video_id").asString()));
        assertThat(version.get("citations")).isEqualTo(view.get("citations"));
        assertThat(version.at("/request/draft")).isEqualTo(view.at("/request/draft"));
    }

    @Test
    void estimatesADraftByItsWords() {
        server.fakes().drafts.put(new Edition("wasps", 1), "Wasps sting.");

        var estimate = json(server.send("POST", ESTIMATE, "{\"draft\": {\"id\": \"wasps\", \"version\": 1}}"));

        assertThat(estimate.get("exact").asBoolean()).isTrue();
        assertThat(estimate.at("/speech/characters").asInt()).isEqualTo(12);
    }

    @Test
    void keepsToTheTemplateThatWasThereWhenTheVideoWasAccepted() {
        server.fakes().model = true;
        try {
            var created = server.post("""
                    {"topic": "bees", "template": {"id": "listicle"}, "variation": {"order": "result_first"}}""");

            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            awaitCompleted(json(created).get("video_id").asString());
            assertThat(server.fakes().contents)
                    .filteredOn(request -> request.template() != null)
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.template()).isEqualTo(FakeServices.TEMPLATE);
                        assertThat(request.variation()).isEqualTo(new Variation(null, "result_first"));
                        assertThat(request.style()).isNull();
                    });
            var refused = server.post("{\"topic\": \"bees\", \"template\": {\"id\": \"unknown\"}}");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(json(refused).get("code").asString()).isEqualTo("TEMPLATE_NOT_FOUND");
        } finally {
            server.fakes().model = false;
        }
    }

    @Test
    void servesTheSoundAndTheCaptionsOfAVideoWithoutPictures() {
        var body = """
            {"script": "Bees dance.", "produce": "audio", "video_settings": {"sound": {"format": "mp3"}}}\
            """;
        var created = server.post(body, "Idempotency-Key", "sound");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(server.post(body, "Idempotency-Key", "sound").body()).isEqualTo(created.body());
        var path = "/api/v1/videos/" + json(created).get("video_id").asString();
        server.awaitStatus(path, "completed");

        var sound = server.get(path + "/content?download");
        assertThat(sound.statusCode()).isEqualTo(200);
        assertThat(sound.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(sound.headers().firstValue("Content-Disposition").orElse("")).contains("a-title.mp3");
        assertThat(server.get(path + "/content", "Range", "bytes=2-4").body()).isEqualTo("und");
        assertThat(server.get(path + "/captions.vtt").statusCode()).isEqualTo(200);
        var words = server.get(path + "/words.json");
        assertThat(words.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(json(words).get("words").isEmpty()).isTrue();
        for (var missing : List.of("/preview", "/thumbnail", "/credits.txt")) {
            var refused = server.get(path + missing);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(json(refused).get("code").asString()).isEqualTo("NOT_PRODUCED");
        }
        assertThat(json(server.get(path)).get("request").get("produce").asString())
                .isEqualTo("audio");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                        | /topic",
                "{\"script\": \"a\", \"topic\": \"b\"}                     | /script",
                "{\"script\": \"  \"}                                      | /script",
                "{\"script\": \"a\", \"title\": \" \"}                     | /title",
                "{\"script\": \"a\\u0000b\"}                               | /script",
                "{\"script\": \"a\\ud800b\"}                               | /script",
                "{\"script\": \"a \u2603\"}                               | /script",
                "{\"script\": \"# \u2603\\na\"}                            | /script",
                "{\"script\": \"a\", \"title\": \"\u2603\"}                | /title",
                "{\"script\": \"a\", \"language\": \"no language\"}        | /language",
                "{\"script\": \"a\", \"voice_settings\": {\"rate\": 9}}    | /voice_settings/rate",
                "{\"script\": \"a\", \"voice_settings\": {\"voice\": \"nobody\"}} | /voice_settings/voice",
                "{\"script\": \"a\", \"video_settings\": {\"fps\": 29}}    | /video_settings/fps",
                "{\"script\": \"a\", \"video_settings\": {\"aspect\": \"2:1\"}} | /video_settings/aspect",
                "{\"script\": \"a\", \"video_settings\": {\"resolution\": \"101x101\"}} | /video_settings/resolution",
                "{\"script\": \"a\", \"video_settings\": {\"music\": \"../etc\"}} | /video_settings/music",
                "{\"script\": \"a\", \"video_settings\": {\"music\": \"unknown\"}} | /video_settings/music",
                "{\"script\": \"a\", \"video_settings\": {\"music\": \"photo\"}} | /video_settings/music",
                "{\"script\": \"a\", \"video_settings\": {\"sound\": {\"narration\": \"photo\"}}} |"
                        + " /video_settings/sound/narration",
                "{\"script\": \"a\", \"video_settings\": {\"sound\": {\"loudness\": -8, \"true_peak\": -3}}} |"
                        + " /video_settings/sound/loudness",
                "{\"script\": \"a\", \"video_settings\": {\"duration_target\": 1}} | /video_settings/duration_target",
                "{\"script\": \"a\", \"video_settings\": {\"quality\": \"best\"}} | /video_settings/quality",
                "{\"script\": \"a\", \"materials\": {\"asset_ids\": [\"photo\", \"none\"]}} | /materials/asset_ids/1",
                "{\"script\": \"a\", \"materials\": {\"sources\": []}}     | /materials/sources",
                "{\"script\": \"a\", \"keywords\": [\"a\", null]}          | /keywords/1",
                "{\"topic\": \"bees\"}                                     | /topic",
                "{\"script\": \"a\", \"produce\": \"sound\"}             | /produce",
                "{\"script\": \"a\", \"produce\": \"audio\", \"voice_settings\": {\"provider\": \"none\"}} |"
                        + " /voice_settings/provider",
                "{\"sources\": []}                                          | /sources",
                "{\"script\": \"a\", \"sources\": [{\"text\": \"b\"}]}   | /sources",
                "{\"sources\": [{\"url\": \"https://a.example\", \"text\": \"b\"}]} | /sources/0",
                "{\"sources\": [{\"url\": \"https://a.example\", \"item\": \"b\"}]} | /sources/0/item",
                "{\"sources\": [{\"text\": \"a\"}, null]}               | /sources/1",
                "{\"sources\": [{\"asset_id\": \"photo\"}]}             | /sources/0/asset_id",
                "{\"sources\": [{\"asset_id\": \"none\"}]}              | /sources/0/asset_id",
                "{\"draft\": {\"id\": \"none\"}}                        | /draft",
                "{\"draft\": {\"id\": \"a\\u0000b\"}}                    | /draft/id",
                "{\"draft\": {}}                                           | /draft/id",
                "{\"draft\": {\"id\": \"a\", \"version\": 0}}            | /draft/version",
                "{\"script\": \"a\", \"draft\": {\"id\": \"b\"}}        | /draft",
                "{\"topic\": \"a\", \"template\": {\"id\": \"\"}}       | /template/id",
                "{\"topic\": \"a\", \"variation\": {}}                 | /variation",
                "{\"script\": \"a\", \"colour\": \"red\"}                  | /colour"
            })
    void refusesByName(String body, String pointer) {
        var before = Instant.now();

        var refused = server.post(body.strip());

        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).get("errors").findValuesAsString("pointer")).contains(pointer);
        assertThat(accepted(before)).isZero();
        var estimate = server.send("POST", ESTIMATE, body.strip());
        assertThat(estimate.statusCode()).isEqualTo(refused.statusCode());
        assertThat(json(estimate).get("errors")).isEqualTo(json(refused).get("errors"));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var refused = server.post("""
            {"script": "a", "article": "b", "title": "%s", "voice_settings": {"pitch": 99},
             "video_settings": {"fps": 1, "music": "?"}, "materials": {"asset_ids": ["none"]}}
            """.formatted("x".repeat(201)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/article",
                        "/materials/asset_ids/0",
                        "/script",
                        "/title",
                        "/video_settings/fps",
                        "/video_settings/music",
                        "/voice_settings/pitch");
    }

    @Test
    void refusesAScriptOfAMegabyte() {
        assertThat(json(server.post("{\"script\": \"%s\"}".formatted("a".repeat(1_000_000))))
                        .get("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/script");
    }

    @Test
    void fulfilsAWishOnceHoweverOftenItIsSent() throws Exception {
        var before = Instant.now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(each -> threads.submit(() -> server.post(
                            each % 2 == 0 ? GOOD : GOOD.replace(": ", ":"),
                            "Idempotency-Key",
                            each % 2 == 0 ? "wish" : "\"wish\"")))
                    .toList();
            var bodies = new java.util.HashSet<String>();
            var replayed = 0;
            for (var answer : answers) {
                HttpResponse<String> response = answer.get();
                assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
                bodies.add(response.body());
                replayed +=
                        response.headers().firstValue("Idempotency-Replayed").isPresent() ? 1 : 0;
            }
            assertThat(bodies).hasSize(1);
            assertThat(replayed).isEqualTo(7);
        }
        assertThat(accepted(before)).isEqualTo(1);

        var other = server.post("{\"script\": \"Something else.\"}", "Idempotency-Key", "wish");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(server.post(GOOD, "Idempotency-Key", "\"\"").statusCode()).isEqualTo(400);
        assertThat(server.post(GOOD, "Idempotency-Key", "k".repeat(256)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void doesNotKnowOtherPeoplesVideos() {
        var id = json(server.post(GOOD)).get("video_id").asString();
        awaitCompleted(id);
        server.giveAway(new UserId("somebody"));

        for (var path : List.of("", "/status", "/content", "/thumbnail", "/preview", "/captions.srt", "/exchanges")) {
            assertThat(server.get("/api/v1/videos/" + id + path).statusCode()).isEqualTo(404);
        }
        assertThat(server.send("POST", "/api/v1/videos/" + id + "/cancel", null).statusCode())
                .isEqualTo(404);
        assertThat(server.send("DELETE", "/api/v1/videos/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(json(server.get("/api/v1/videos")).get("videos").findValuesAsString("video_id"))
                .doesNotContain(id);
        server.giveAway(UserId.LOCAL);
    }

    @Test
    void showsWhatModelsWereAskedForAVideo() {
        var id = json(server.post(GOOD)).get("video_id").asString();

        var page = json(server.get("/api/v1/videos/" + id + "/exchanges?limit=5&cursor=abc"));

        var exchange = page.get("exchanges").get(0);
        assertThat(exchange.get("work").asString()).isEqualTo(id + "/content/0");
        assertThat(exchange.get("question").get(0).get("text").asString()).isEqualTo("of local");
        assertThat(exchange.get("estimated_cost").asInt()).isEqualTo(1);
        assertThat(page.get("next_cursor").asString()).isEqualTo("5 after abc");
    }

    @Test
    void saysThatAVideoIsNotReady() {
        server.fakes().calls.block("join");
        var id = json(server.post(GOOD)).get("video_id").asString();

        var content = server.get("/api/v1/videos/" + id + "/content");

        assertThat(content.statusCode()).isEqualTo(409);
        assertThat(json(content).get("code").asString()).isEqualTo("VIDEO_NOT_READY");
        var cancelled = server.send("POST", "/api/v1/videos/" + id + "/cancel", null);
        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(json(cancelled).get("status").asString()).isEqualTo("cancelled");
        server.fakes().calls.unblock("join");
        assertThat(server.send("DELETE", "/api/v1/videos/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(server.get("/api/v1/videos/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void listsNewestFirstInPages() {
        var first = json(server.post(GOOD)).get("video_id").asString();
        var second = json(server.post(GOOD)).get("video_id").asString();

        var page = json(server.get("/api/v1/videos?limit=1"));
        var next = json(server.get(
                "/api/v1/videos?limit=1&cursor=" + page.get("next_cursor").asString()));

        assertThat(page.get("videos").findValuesAsString("video_id")).containsExactly(second);
        assertThat(next.get("videos").findValuesAsString("video_id")).containsExactly(first);
        awaitCompleted(first);
        assertThat(json(server.get("/api/v1/videos?status=completed"))
                        .get("videos")
                        .findValuesAsString("video_id"))
                .contains(first);
        assertThat(server.get("/api/v1/videos?limit=0").statusCode()).isEqualTo(422);
        assertThat(server.get("/api/v1/videos?status=unknown").statusCode()).isEqualTo(422);
        assertThat(server.get("/api/v1/videos?cursor=nonsense").statusCode()).isEqualTo(422);
    }

    private static void awaitCompleted(String id) {
        VideoDesk.until(() -> json(server.get("/api/v1/videos/" + id + "/status"))
                .get("status")
                .asString()
                .equals("completed"));
    }

    private static int accepted(Instant since) {
        return server.jdbc()
                .sql("SELECT count(*) FROM orchestration.video WHERE created_at >= :since")
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }
}
