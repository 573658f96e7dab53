package io.moneyprinter.tts.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.reading.PlainScripts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service behind its real web server, called over a real socket. */
class LexiconControllerTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UserId OTHER = new UserId("usr_other");

    @TempDir
    static Path home;

    private static TestServer server;
    private static String address;

    @BeforeAll
    static void start() {
        server = TestServer.start(
                Application.class,
                DATABASE,
                home,
                "moneyprinter.services=gateway,tts",
                "moneyprinter.tts.lexicon.max-entries=3",
                "management.otlp.metrics.export.enabled=false");
        address = server.address() + "/api/v1/tts/lexicon";
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("delete from tts.lexicon_entry").update();
    }

    @Test
    void keepsOneEntryPerLanguageAndWord() throws Exception {
        assertThat(put("en", "GIF", "jiff", null).statusCode()).isEqualTo(200);
        put("de", "GIF", "Giff", "gɪf");
        var changed = put("EN", " GIF ", null, "/dʒɪf/");

        assertThat(JSON.readTree(changed.body()))
                .isEqualTo(JSON.readTree("{\"language\":\"en\",\"written\":\"GIF\",\"spoken\":null,\"ipa\":\"dʒɪf\"}"));
        assertThat(entries()).hasSize(2).last().isEqualTo(JSON.readTree(changed.body()));

        assertThat(send("DELETE", "?language=en&written=GIF", null).statusCode())
                .isEqualTo(204);
        assertThat(entries())
                .singleElement()
                .extracting(entry -> entry.get("language").asString())
                .isEqualTo("de");
        var gone = send("DELETE", "?language=en&written=GIF", null);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(gone.body()).get("code").asString()).isEqualTo("LEXICON_ENTRY_NOT_FOUND");
    }

    @Test
    void belongsToOneUser() throws Exception {
        var lexicons = server.bean(JdbcLexicons.class);
        lexicons.put(OTHER, new Lexicon.Entry("en", "GIF", "giff", null));

        put("en", "GIF", "jiff", null);
        send("DELETE", "?language=en&written=GIF", null);

        assertThat(entries()).isEmpty();
        assertThat(lexicons.of(OTHER).entries()).containsExactly(new Lexicon.Entry("en", "GIF", "giff", null));
    }

    @Test
    void takesNoMoreThanItMay() throws Exception {
        for (var word : List.of("one", "two", "three")) {
            put("en", word, "word", null);
        }

        var full = put("en", "four", "word", null);

        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(full.body()).get("code").asString()).isEqualTo("LEXICON_FULL");
        assertThat(put("en", "three", "other", null).statusCode()).isEqualTo(200);
        assertThat(entries()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", quoteCharacter = '~', textBlock = """
            null | GIF     | jiff    | null    | /language | BCP 47
            x!   | GIF     | jiff    | null    | /language | 'x!'
            en   | null    | jiff    | null    | /written  | a word
            en   | [GIF]   | jiff    | null    | /written  | square brackets
            en   | +++     | jiff    | null    | /written  | a word
            en   | GIF     | null    | null    | /spoken   | at least one
            en   | GIF     | <jiff>  | null    | /spoken   | letters
            en   | GIF     | null    | 'dʒɪf   | /ipa      | ˈ for stress
            en   | GIF     | null    | dʒi:f   | /ipa      | ː for length
            en   | GIF     | null    | JIF     | /ipa      | 'J'
            en   | GIF     | null    | dʒɪfˈ   | /ipa      | each stress before a sound
            en   | GIF     | null    | ˈˌ      | /ipa      | each stress before a sound
            en   | GIF     | jiff    | dʒ1f    | /ipa      | '1'
            """)
    void refusesWhatCouldNotBeSaid(
            String language, String written, String spoken, String ipa, String pointer, String detail)
            throws Exception {
        var refused = put(language, written, spoken, ipa);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        var error = JSON.readTree(refused.body()).get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("detail").asString()).contains(detail);
        assertThat(entries()).isEmpty();
    }

    private static Iterable<JsonNode> entries() throws Exception {
        return JSON.readTree(send("GET", "", null).body()).get("entries");
    }

    private static HttpResponse<String> put(String language, String written, String spoken, String ipa)
            throws Exception {
        var entry = JSON.createObjectNode();
        entry.put("language", language);
        entry.put("written", written);
        entry.put("spoken", spoken);
        entry.put("ipa", ipa);
        return send("PUT", "", entry.toString());
    }

    private static HttpResponse<String> send(String method, String query, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + query))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Not marked as a configuration, or every test's scan of the service would find it. */
    @EnableAutoConfiguration
    @Import({TtsConfiguration.class, PlainScripts.class})
    static class Application {}
}
