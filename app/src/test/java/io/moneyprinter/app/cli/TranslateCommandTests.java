package io.moneyprinter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TranslateCommandTests extends ServedCommandTests {

    private static final String STATUS = """
            {"video_id":"%s","status":"%s","progress":100,"stages":[],"estimated_completion":null,"error":%s}""";
    private static final String VIDEO = """
            {"video_id":"%s","root_id":"%s","version":1,"parent_id":null,"translated_from":"v1","translations":[],
             "status":"completed","progress":100,"title":"Tanz der Bienen","description":"","keywords":[],
             "language":"de","duration":8.0,"width":540,"height":960,"request":{},"charge":null,
             "links":{"content":"/files/film","preview":null,"thumbnail":null,"captions_vtt":"/files/vtt",
             "captions_srt":"/files/srt","captions_ass":null,"words":null},"error":null,
             "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}""";

    private Answer accepted = new Answer(202, """
            {"video_id":"v1","translations":[
              {"language":"de","video_id":"d1","status":"pending","title":"Bees"},
              {"language":"fr","video_id":"f1","status":"pending","title":"Bees"}]}""");

    @Override
    Answer answer(String method, String path) {
        return switch (path) {
            case "/api/v1/videos/v1/translations" -> accepted;
            case "/api/v1/videos/d1/status" -> Answer.ok(STATUS.formatted("d1", "completed", "null"));
            case "/api/v1/videos/f1/status" ->
                Answer.ok(STATUS.formatted(
                        "f1", "failed", "{\"code\":\"LLM_PROVIDERS_FAILED\",\"detail\":\"no model answers\"}"));
            case "/api/v1/videos/d1" -> Answer.ok(VIDEO.formatted("d1", "d1"));
            default -> null;
        };
    }

    @Test
    void fetchesWhatIsMadeAndSaysWhatIsNot() throws IOException {
        Files.writeString(work.resolve("de.md"), "Bienen tanzen.\n");

        var code = run(
                "translate",
                "v1",
                "--to",
                "de,fr",
                "--script",
                "de=" + file("de.md"),
                "--voice",
                "fr=fr-FR-DeniseNeural",
                "--out",
                work.toString());

        assertThat(code).isEqualTo(1);
        assertThat(work.resolve("tanz-der-bienen.de.mp4")).hasContent("film");
        assertThat(work.resolve("tanz-der-bienen.de.srt")).hasContent("srt");
        assertThat(complained()).contains("no model answers (LLM_PROVIDERS_FAILED)");
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos/v1/translations "))
                .singleElement()
                .asString()
                .contains("\"language\":\"de\"", "\"script\":\"Bienen tanzen.\\n\"")
                .contains("\"language\":\"fr\"", "\"voice\":\"fr-FR-DeniseNeural\"");
    }

    @Test
    void failsWithTwoAndNamesTheOptionWhenTheServerRefuses() {
        accepted = new Answer(422, """
                {"type":"about:blank","title":"x","status":422,"detail":"not so","code":"FIELD_INVALID",
                 "retryable":false,"errors":[{"pointer":"/translations/0/language","detail":"no voice speaks it"},
                 {"pointer":"/translations/1/script","detail":"no model"},
                 {"pointer":"/translations/1/voice_settings/voice","detail":"unknown"}]}""");

        assertThat(run("translate", "v1", "--to", "xh,de")).isEqualTo(2);

        assertThat(complained()).contains("--to: no voice speaks it", "--script: no model", "--voice: unknown");
    }

    @Test
    void failsWithTwoBeforeItAsksAnybody() {
        assertThat(run("translate", "v1")).isEqualTo(2);
        assertThat(run("translate", "../v1", "--to", "de")).isEqualTo(2);
        assertThat(run("translate", "v1", "--to", "de", "--script", "fr=" + file("fr.md")))
                .isEqualTo(2);
        assertThat(run("translate", "v1", "--to", "de", "--script", "de=" + file("none.md")))
                .isEqualTo(2);
        assertThat(run("translate", "v1", "--to", "de", "--out", file("nowhere")))
                .isEqualTo(2);

        assertThat(requests).isEmpty();
    }
}
