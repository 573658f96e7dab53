package io.moneyprinter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MakeCommandTests extends ServedCommandTests {

    private static final String STATUS = """
            {"video_id":"v1","status":"%s","progress":%d,"stages":[],"estimated_completion":null,"error":%s}""";
    private static final String VIEW = """
            {"video_id":"v1","root_id":"v1","version":1,"parent_id":null,"status":"completed","progress":100,"title":"Bees","description":null,"keywords":[],
             "language":"en","duration":1.0,"width":144,"height":256,"request":{"script":"Bees."},
             "links":{"content":"/files/mp4","preview":"/files/preview","thumbnail":"/files/jpg",
             "captions_vtt":"/files/vtt","captions_srt":"/files/srt","captions_ass":"/files/ass","words":"/files/words"},
             "error":null,
             "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}""";

    private static final String ESTIMATE = """
            {"title":"Bees","language":"en","estimated_duration":9,"exact":false,"speech":{"language":"en",
             "provider":"azure","voice":"en-US-AvaNeural","needs_key":true,"sentences":3,"known_sentences":0,
             "characters":1234,"estimated_cost":%s,"price_per_million_characters":15,"currency":"USD"}}""";

    private static final String BRANDS = """
            {"brands":[{"brand_id":"b1","name":"Acme","colours":["#0b5fff"]},
             {"brand_id":"b2","name":"Twice","colours":["#0b5fff"]},
             {"brand_id":"b3","name":"twice","colours":["#0b5fff"]}]}""";

    private static final String ASSET = """
            {"asset_id":"talk","filename":"talk.wav","file_type":"audio","mime_type":"audio/wav","file_size":5,
             "processing_status":"ready","is_public":false,"is_deleted":false,"is_favourite":false,
             "created_at":"2026-01-01T00:00:00Z"}""";
    private static final String SOUND = VIEW.replace(
                    "{\"script\":\"Bees.\"}", "{\"script\":\"Bees.\",\"produce\":\"audio\"}")
            .replace("\"/files/preview\"", "null")
            .replace("\"/files/jpg\"", "null");

    private final AtomicInteger polls = new AtomicInteger();
    private String lastStatus = STATUS.formatted("completed", 100, "null");
    private String view = VIEW;
    private String estimate = ESTIMATE.formatted("0");
    private int created = 201;
    private String creation = """
            {"video_id":"v1","status":"pending","estimated_completion":"2026-01-01T00:00:00Z"}""";

    @BeforeEach
    void write() throws IOException {
        Files.writeString(work.resolve("bees.md"), "# Bees\n\nBees dance.");
    }

    @Test
    void writesTheVideoAndWhatBelongsToIt() throws IOException {
        var code = run("make", file("bees.md"), "--aspect", "16:9", "--out", file("film.mp4"), "--quiet");

        assertThat(code).isZero();
        assertThat(work.resolve("film.mp4")).hasContent("mp4");
        assertThat(work.resolve("film.jpg")).hasContent("jpg");
        assertThat(work.resolve("film.srt")).hasContent("srt");
        assertThat(work.resolve("film.vtt")).hasContent("vtt");
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos "))
                .singleElement()
                .asString()
                .contains("Bees dance.", "\"aspect\":\"16:9\"", "\"video_settings\"");
    }

    @Test
    void takesColoursAndBrands() {
        assertThat(run("make", file("bees.md"), "--colours", "#0b5fff, #FFFFFF", "--out", file("a.mp4"), "--quiet"))
                .isZero();
        assertThat(run("make", file("bees.md"), "--brand", "acme", "--out", file("a.mp4"), "--quiet"))
                .isZero();

        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos "))
                .satisfiesExactly(
                        request -> assertThat(request)
                                .contains("\"brand\":{", "\"colours\":[\"#0b5fff\",\"#FFFFFF\"]", "\"brand_id\":null"),
                        request -> assertThat(request).contains("\"brand_id\":\"b1\"", "\"colours\":null"));
    }

    @Test
    void namesTheOptionWhenThereIsNoSuchBrandOrColour() {
        assertThat(run("make", file("bees.md"), "--colours", "#0b5fff,blue", "--quiet"))
                .isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--brand", "unknown", "--quiet"))
                .isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--brand", "Twice", "--quiet")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--brand", "Acme", "--colours", "#000000", "--quiet"))
                .isEqualTo(2);

        assertThat(complained())
                .contains(
                        "--colours: 'blue'",
                        "--brand: no brand is called 'unknown'",
                        "--brand: 2 brands are called 'Twice'",
                        "Acme (b1)");
        assertThat(requests).noneMatch(request -> request.startsWith("POST /api/v1/videos "));
    }

    @Test
    void writesTheSoundAloneAsTheNameSays() throws IOException {
        view = SOUND;

        assertThat(run("make", file("bees.md"), "--audio-only", "--out", file("bees.mp3"), "--quiet"))
                .isZero();

        assertThat(work.resolve("bees.mp3")).hasContent("mp4");
        assertThat(work.resolve("bees.srt")).hasContent("srt");
        assertThat(work.resolve("bees.ass")).hasContent("ass");
        assertThat(work.resolve("bees.words.json")).hasContent("words");
        assertThat(work.resolve("bees.jpg")).doesNotExist();
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos "))
                .singleElement()
                .asString()
                .contains("\"produce\":\"audio\"", "\"format\":\"mp3\"");
    }

    @Test
    void writesTheCaptionsOfARecording() throws IOException {
        view = SOUND.replace("audio", "captions").replace("\"/files/mp4\"", "null");
        Files.writeString(work.resolve("talk.wav"), "sound");

        assertThat(run(
                        "make",
                        file("bees.md"),
                        "--captions-only",
                        "--narration",
                        file("talk.wav"),
                        "--out",
                        file("talk.srt"),
                        "--quiet"))
                .isZero();

        assertThat(work.resolve("talk.srt")).hasContent("srt");
        assertThat(work.resolve("talk.wav")).hasContent("sound");
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos "))
                .singleElement()
                .asString()
                .contains("\"produce\":\"captions\"", "\"narration\":\"talk\"");
    }

    @Test
    void tellsInTheEndWhatDidNotGoAsPlanned() {
        lastStatus = STATUS.formatted("completed", 100, "null").replace("\"stages\":[]", """
                "stages":[{"name":"speech","status":"completed","progress":100,"started_at":null,"finished_at":null,
                  "error":null,"provider":"marytts","note":"cmu-slt-hsmm of marytts speaks the whole video","eta":null}]""");

        assertThat(run("make", file("bees.md"), "--out", file("film.mp4"))).isZero();

        assertThat(complained()).contains("speech: cmu-slt-hsmm of marytts speaks the whole video");
    }

    @Test
    void tellsThePriceBeforeAndAfter() {
        estimate = ESTIMATE.formatted("0.01851");
        view = VIEW.replace("\"links\"", """
                "charge":{"characters":1300,"estimated_cost":0.0195,"currency":"USD"},"links\"""");

        assertThat(run("make", file("bees.md"), "--out", file("film.mp4"))).isZero();

        assertThat(complained().lines())
                .containsSubsequence(
                        "about 1234 characters for en-US-AvaNeural of azure to speak, about 0.0186 USD",
                        "accepted as video v1",
                        "spoken: 1300 characters, about 0.0195 USD");
    }

    @Test
    void saysNothingOfWhatCostsNothing() {
        assertThat(run("make", file("bees.md"), "--out", file("film.mp4"))).isZero();

        assertThat(complained()).doesNotContain("characters");
    }

    @Test
    void summarisesWhatLiesAtAnAddress() {
        assertThat(run("make", "https://example.org/bees", "--out", file("film.mp4"), "--quiet"))
                .isZero();
        assertThat(run(
                        "make",
                        "--feed",
                        "https://example.org/rss",
                        "--item",
                        "Bees",
                        "--out",
                        file("film.mp4"),
                        "--quiet"))
                .isZero();

        assertThat(orders())
                .satisfiesExactly(
                        order -> assertThat(order)
                                .contains("\"sources\":[{\"url\":\"https://example.org/bees\"", "\"script\":null"),
                        order -> assertThat(order).contains("\"feed\":\"https://example.org/rss\",\"item\":\"Bees\""));
    }

    @Test
    void givesDocumentsToTheServerAndNamesTheVideoAfterThem() throws IOException {
        Files.writeString(work.resolve("paper.pdf"), "%PDF-1.7");
        Files.writeString(work.resolve("notes.txt"), "Bees dance.");

        assertThat(run("make", file("paper.pdf"), "--out", file("film.mp4"), "--quiet"))
                .isZero();
        assertThat(run(
                        "make",
                        "--article",
                        file("paper.pdf"),
                        "--article",
                        file("notes.txt"),
                        "--article",
                        "https://example.org/bees",
                        "--out",
                        file("film.mp4"),
                        "--quiet"))
                .isZero();
        assertThat(run("make", "--article", file("notes.txt"), "--out", file("film.mp4"), "--quiet"))
                .isZero();

        assertThat(requests)
                .anyMatch(request -> request.startsWith("POST /api/v1/materials") && request.contains("%PDF-1.7"));
        assertThat(orders())
                .satisfiesExactly(
                        order -> assertThat(order).contains("\"asset_id\":\"talk\""),
                        order -> assertThat(order)
                                .contains(
                                        "\"asset_id\":\"talk\"",
                                        "\"text\":\"Bees dance.\"",
                                        "https://example.org/bees"),
                        order -> assertThat(order).contains("\"article\":\"Bees dance.\"", "\"sources\":null"));
    }

    @Test
    void asksForMusicAndForCutsOnItsBeat() {
        assertThat(run(
                        "make",
                        file("bees.md"),
                        "--music",
                        "lofi:calm",
                        "--cut-on-beat",
                        "--out",
                        file("film.mp4"),
                        "--quiet"))
                .isZero();
        assertThat(run("make", file("bees.md"), "--music", "none", "--out", file("film.mp4"), "--quiet"))
                .isZero();

        assertThat(orders())
                .satisfiesExactly(
                        order -> assertThat(order).contains("\"music\":\"lofi:calm\"", "\"cut_on_beat\":true"),
                        order -> assertThat(order)
                                .contains("\"music\":\"none\"")
                                .doesNotContain("\"cut_on_beat\":true"));
    }

    @Test
    void startsFromWhatIsKept() {
        assertThat(run("make", "--draft", "4f@2", "--out", file("film.mp4"), "--quiet"))
                .isZero();
        assertThat(run("make", "--topic", "bees", "--template", "listicle", "--out", file("film.mp4"), "--quiet"))
                .isZero();
        assertThat(run("make", "--topic", "bees", "--hook", "question", "--out", file("film.mp4"), "--quiet"))
                .isZero();

        assertThat(orders())
                .satisfiesExactly(
                        order -> assertThat(order).contains("\"draft\":{\"id\":\"4f\",\"version\":2}"),
                        order -> assertThat(order)
                                .contains("\"template\":{\"id\":\"listicle\",\"version\":null}", "\"draft\":null"),
                        order -> assertThat(order)
                                .contains("\"template\":null", "\"variation\":{\"hook\":\"question\",\"order\":null}"));
    }

    @Test
    void tellsWhatTheFilmIsMadeOf() {
        view = VIEW.replace("\"keywords\":[]", """
                "keywords":[],"citations":[{"title":"Storks return","url":"https://example.org/storks",
                 "site":"Gazette","published":"2026-11-03"}]""");

        assertThat(run("make", "https://example.org/storks", "--out", file("film.mp4")))
                .isZero();
        assertThat(run("make", "https://example.org/storks", "--out", file("film.mp4"), "--json"))
                .isZero();

        assertThat(complained()).contains("made of: Storks return (Gazette, 2026-11-03): https://example.org/storks");
        assertThat(printed().getLast().at("/data/citations/0/published").asString())
                .isEqualTo("2026-11-03");
    }

    private List<String> orders() {
        return requests.stream()
                .filter(request -> request.startsWith("POST /api/v1/videos "))
                .toList();
    }

    @Test
    void printsOneJsonObjectPerLine() {
        var code = run("make", file("bees.md"), "--out", file("film.mp4"), "--json");

        assertThat(code).isZero();
        assertThat(printed())
                .extracting(line -> line.get("event").asString())
                .startsWith("estimated", "accepted")
                .contains("progress")
                .endsWith("completed");
        assertThat(printed().getLast().at("/data/files/video").asString()).isEqualTo(file("film.mp4"));
    }

    @Test
    void failsWithOneWhenTheVideoFails() {
        lastStatus = STATUS.formatted("failed", 40, "{\"code\":\"VOICE_UNKNOWN\",\"detail\":\"no such voice\"}");

        assertThat(run("make", file("bees.md"), "--out", file("film.mp4"))).isEqualTo(1);

        assertThat(complained()).contains("no such voice");
        assertThat(work.resolve("film.mp4")).doesNotExist();
    }

    @Test
    void failsWithTwoAndNamesTheOptionWhenTheServerRefuses() {
        created = 422;
        creation = """
                {"type":"about:blank","title":"x","status":422,"detail":"no model","code":"LLM_NOT_CONFIGURED",
                 "retryable":false,"errors":[{"pointer":"/topic","detail":"set a model"}]}""";

        assertThat(run("make", "--topic", "bees", "--out", file("film.mp4"))).isEqualTo(2);

        assertThat(complained()).contains("LLM_NOT_CONFIGURED", "--topic: set a model");
    }

    @Test
    void failsWithTwoBeforeItAsksAnybody() throws IOException {
        Files.write(work.resolve("binary.md"), new byte[] {(byte) 0xc3, (byte) 0x28});

        assertThat(run("make")).isEqualTo(2);
        assertThat(run("make", "--no-such-option")).isEqualTo(2);
        assertThat(run("make", file("missing.md"))).isEqualTo(2);
        assertThat(run("make", file("binary.md"))).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--topic", "bees")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--out", file("film.avi"))).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--duration", "long")).isEqualTo(2);
        assertThat(run("make", "--draft", "4f@latest")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--draft", "4f")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--materials", file("nowhere"))).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--audio-only", "--captions-only"))
                .isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--audio-only", "--out", file("film.mp4")))
                .isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--narration", file("nowhere.wav")))
                .isEqualTo(2);
        Files.writeString(work.resolve("own.wav"), "sound");
        assertThat(run(
                        "make",
                        file("bees.md"),
                        "--audio-only",
                        "--narration",
                        file("own.wav"),
                        "--out",
                        file("own.wav")))
                .isEqualTo(2);
        assertThat(run("no-such-command")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--item", "Bees")).isEqualTo(2);
        assertThat(run("make", "--script", "https://example.org/bees")).isEqualTo(2);
        assertThat(run("make", "https://example.org/bees", "--article", file("bees.md")))
                .isEqualTo(2);

        assertThat(requests).isEmpty();
    }

    @Override
    Answer answer(String method, String path) {
        return switch (path) {
            case "/api/v1/materials" -> new Answer(201, ASSET);
            case "/api/v1/videos/estimate" -> Answer.ok(estimate);
            case "/api/v1/materials/brands" -> Answer.ok(BRANDS);
            case "/api/v1/videos" -> new Answer(created, creation);
            case "/api/v1/videos/v1/status" ->
                Answer.ok(polls.getAndIncrement() == 0 ? STATUS.formatted("processing", 40, "null") : lastStatus);
            case "/api/v1/videos/v1" -> Answer.ok(view);
            default -> null;
        };
    }
}
