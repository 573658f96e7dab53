package io.moneyprinter.content.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.content.ContentConfiguration;
import io.moneyprinter.content.journal.Journal;
import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.content.prompt.StandInModels;
import io.moneyprinter.content.source.OnePaper;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ModelExchange;
import io.moneyprinter.contracts.content.ModerationRequest;
import io.moneyprinter.contracts.content.ModerationRequest.FieldText;
import io.moneyprinter.contracts.content.TextModeration;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service behind its real web server, called over a real socket. */
class ContentHttpTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("content");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final StandInModels MODELS = new StandInModels();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ANSWER = """
            {"title": "Why bees dance", "description": "How they do it.", "keywords": ["bees"], "scenes": [
              {"role": "hook", "heading": "Question", "narration": "Why do bees dance?", "search_terms_english": ["bee"],
               "on_screen_text": "Why?", "visual": "A bee.", "mood": "curious", "shot_seconds": 2.5},
              {"role": "body", "heading": "Answer", "narration": "They dance in the dark of the hive. It shows the way to the flowers of the meadow."},
              {"role": "call_to_action", "heading": "You", "narration": "Have you ever seen it?"}]}""";

    @TempDir
    static Path home;

    private static TestServer server;
    private static String address;

    @BeforeAll
    static void start() throws IOException {
        var unwanted = Files.writeString(home.resolve("unwanted.txt"), "[magic]\nxyzzy\n");
        server = TestServer.start(
                Application.class,
                DATABASE,
                home,
                "moneyprinter.services=gateway,content",
                "moneyprinter.content.moderation.word-lists.any=" + unwanted);
        address = server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void recover() {
        MODELS.startOver();
    }

    @Test
    void generatesInTheShapeOfTheSeed() throws Exception {
        MODELS.says(ANSWER);

        var response = post("/generate", """
                {"topic": "bees", "style": "engaging", "duration_target": 15, "language": "en", "keywords": null,
                 "tone": "professional", "include_hook": true, "target_audience": "general"}""");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var content = JSON.readTree(response.body());
        assertThat(names(content))
                .containsExactly(
                        "script",
                        "title",
                        "description",
                        "keywords",
                        "estimated_duration",
                        "sections",
                        "metadata",
                        "language");
        assertThat(content.path("estimated_duration").isInt()).isTrue();
        var hook = content.path("sections").get(0);
        assertThat(hook.path("role").asString()).isEqualTo("hook");
        assertThat(hook.path("narration").asString()).isEqualTo("Why do bees dance?");
        assertThat(hook.path("on_screen_text").asString()).isEqualTo("Why?");
        assertThat(hook.path("search_terms_english").get(0).asString()).isEqualTo("bee");
        assertThat(hook.path("mood").asString()).isEqualTo("curious");
        assertThat(hook.path("shot_seconds").asDouble()).isEqualTo(2.5);
        assertThat(content.path("metadata").path("provider").asString()).isEqualTo("stand-in");
    }

    @Test
    void generatesOnceForOneKey() throws Exception {
        MODELS.says(ANSWER);
        var body = "{\"topic\": \"bees\", \"duration_target\": 15}";

        var first = post("/generate", body, "Idempotency-Key", "generate-1");
        var again = post("/generate", body, "Idempotency-Key", "generate-1");
        var other = post("/generate", "{\"topic\": \"wasps\"}", "Idempotency-Key", "generate-1");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(JSON.readTree(again.body())).isEqualTo(JSON.readTree(first.body()));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(MODELS.questions()).hasSize(1);
    }

    @Test
    void readsAScriptWithoutAModel() throws Exception {
        MODELS.isNotConfigured();

        var response = post("/generate", "{\"script\": \"# Bees\\n\\nBees dance. They do.\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).path("title").asString()).isEqualTo("Bees");
        assertProblem(post("/generate", "{\"topic\": \"bees\"}"), 422, "LLM_NOT_CONFIGURED");
    }

    @Test
    void tellsOfAScriptWhileItIsWritten() throws Exception {
        MODELS.says(ANSWER);

        var response = send(request("/generate")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"topic\": \"bees\", \"duration_target\": 15}")));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(response.body().lines().filter(line -> line.startsWith("event:")))
                .containsExactly("event:scene", "event:scene", "event:scene", "event:content");
        assertThat(response.body())
                .contains("\"narration\":\"Why do bees dance?\"")
                .contains("\"estimated_duration\"");
    }

    @Test
    void tellsInAStreamWhyThereIsNoScript() throws Exception {
        MODELS.answers(question -> "no");

        var response = send(request("/generate")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"topic\": \"bees\", \"duration_target\": 15}")));

        assertThat(response.body().lines().filter(line -> line.startsWith("event:")))
                .containsExactly("event:start_over", "event:problem");
        assertThat(response.body()).contains("LLM_ANSWER_UNUSABLE").contains("\"retryable\":true");
    }

    @Test
    @Timeout(30)
    void endsAStreamWhateverHappens() throws Exception {
        MODELS.answers(question -> {
            throw new StackOverflowError();
        });

        var response = send(request("/generate")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"topic\": \"bees\", \"duration_target\": 15}")));

        assertThat(response.body()).contains("event:problem", "INTERNAL_ERROR");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        assertProblem(post("/generate", "{\"topic\": \"bees\", \"script\": \"Bees.\"}"), 422, "FIELD_INVALID");
        assertProblem(post("/generate", "{\"topic\": \"bees\", \"duration_target\": 1}"), 422, "FIELD_INVALID");
        assertProblem(post("/generate", "{\"topic\": \"bees\", \"duration_target\": 601}"), 422, "FIELD_INVALID");
        assertProblem(post("/generate", "{\"topic\": \"bees\", \"keywords\": [null]}"), 422, "FIELD_INVALID");
        assertProblem(post("/seo", "{\"script\": \"Bees.\", \"keywords\": [null]}"), 422, "FIELD_INVALID");
        assertProblem(post("/generate", "{\"topic\": \"bees\", \"template\": \"none\"}"), 404, "TEMPLATE_NOT_FOUND");
        assertProblem(
                post("/generate", "{\"topic\": \"bees\", \"language\": \"not a language\"}"), 422, "FIELD_INVALID");
        assertProblem(post("/enhance", "{\"enhancement\": \"explode\", \"script\": \"Bees.\"}"), 422, "FIELD_INVALID");
        assertProblem(
                post("/variations", "{\"request\": {\"topic\": \"bees\"}, \"count\": 100}"), 422, "FIELD_INVALID");
    }

    @Test
    void writesByATemplateAndShowsWhatItTellsTheModel() throws Exception {
        MODELS.says(ANSWER);

        var content = post("/generate", "{\"topic\": \"bees\", \"template\": \"explainer\", \"duration_target\": 15}");
        var preview = post("/templates/explainer/preview", "{\"topic\": \"bees\", \"duration_target\": 100}");

        assertThat(StandInModels.task(MODELS.questions().getFirst()))
                .contains("- how it works (body, 5 seconds, about 12 words): The two or three steps")
                .contains("Explain one idea only.");
        assertThat(JSON.readTree(content.body())
                        .path("metadata")
                        .path("template")
                        .asString())
                .isEqualTo("explainer");
        assertThat(JSON.readTree(content.body()).path("metadata").path("style").asString())
                .isEqualTo("educational");
        var shown = JSON.readTree(preview.body());
        assertThat(shown.path("outline").get(2).path("seconds").asInt()).isEqualTo(33);
        assertThat(shown.path("user").asString()).contains("Explain one idea only.", "\"topic\":\"bees\"");
        assertThat(MODELS.questions()).hasSize(1);
    }

    @Test
    void keepsTemplatesOfOnesOwn() throws Exception {
        var body = """
                {"name": "Mine", "description": "What it is.", "sections": [{"name": "all", "role": "body",
                 "purpose": "Tell it", "share": 1}], "hooks": [], "call_to_action": "",
                 "defaults": {"style": "news", "tone": "calm"}, "prompt": ""}""";

        var put = send(request("/templates/mine").PUT(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        var got = JSON.readTree(get("/templates/mine").body());
        assertThat(got).isEqualTo(JSON.readTree(put.body()));
        assertThat(got.path("own").asBoolean()).isTrue();
        assertThat(JSON.readTree(get("/templates").body()).path("templates").size())
                .isEqualTo(11);
        assertThat(send(request("/templates/mine").DELETE()).statusCode()).isEqualTo(204);
        assertProblem(get("/templates/mine"), 404, "TEMPLATE_NOT_FOUND");
    }

    @Test
    void keepsEditsAndRemembersDrafts() throws Exception {
        MODELS.says(ANSWER);
        var content = post("/generate", "{\"topic\": \"bees\", \"duration_target\": 15}")
                .body();

        var created = post("/drafts", content);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var draft = JSON.readTree(created.body());
        var path = "/drafts/" + draft.path("draft_id").asString();
        assertThat(created.headers().firstValue("Location")).contains("/api/v1/content" + path);
        assertThat(draft.path("content")).isEqualTo(JSON.readTree(content));

        // What was read is changed and sent back.
        var changed = draft.path("content").toString().replace("Why do bees dance?", "Why would a bee dance? Guess.");
        var updated = put(path, changed, "\"1\"");
        assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
        assertThat(updated.headers().firstValue("ETag")).contains("\"2\"");
        var second = JSON.readTree(updated.body()).path("content");
        assertThat(second.path("script").asString()).startsWith("Why would a bee dance? Guess.");
        assertThat(second.path("sections").get(0).path("sentences").size()).isEqualTo(2);
        assertThat(second.path("sections").get(0).path("visual").asString()).isEqualTo("A bee.");

        assertProblem(put(path, changed, "\"1\""), 409, "DRAFT_CHANGED");
        assertThat(JSON.readTree(get(path + "?version=1").body())
                        .path("content")
                        .path("script")
                        .asString())
                .startsWith("Why do bees dance?");
        assertThat(JSON.readTree(get(path + "/versions").body())
                        .path("versions")
                        .size())
                .isEqualTo(2);
        assertThat(JSON.readTree(get("/drafts").body())
                        .path("drafts")
                        .get(0)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertProblem(post("/drafts", "{\"title\": \"Nothing\"}"), 422, "FIELD_INVALID");
        assertProblem(post("/drafts", "{\"sections\": [null]}"), 422, "FIELD_INVALID");
        assertProblem(post("/drafts", "{\"script\": \"Bees.\", \"metadata\": {\"a\": null}}"), 422, "FIELD_INVALID");
        assertThat(send(request(path).DELETE()).statusCode()).isEqualTo(204);
        assertProblem(get(path), 404, "DRAFT_NOT_FOUND");
    }

    @Test
    void enhancesAndPreparesForPublishing() throws Exception {
        MODELS.isNotConfigured();

        var flagged = JSON.readTree(post("/enhance", """
                {"enhancement": "fact_flag", "script": "Bees dance. Karl von Frisch saw it in 1927."}""").body());
        assertThat(flagged.path("flags").get(0).path("sentence").asInt()).isEqualTo(1);
        assertThat(texts(flagged.path("flags").get(0).path("kinds"))).contains("figure", "date", "name");
        assertThat(flagged.path("before").path("readability").path("ease").isNumber())
                .isTrue();

        var seo = JSON.readTree(post("/seo", """
                {"script": "# Why bees dance\\n\\nBees dance in the dark. They show the way.",
                 "platforms": ["tiktok", "x"]}""").body());
        assertThat(texts(seo.path("platforms"), "platform")).containsExactly("tiktok", "x");
        assertThat(seo.path("platforms").get(1).path("limit").asInt()).isEqualTo(280);
        assertThat(seo.path("estimated_duration").asInt()).isPositive();
    }

    @Test
    void estimatesWithoutAskingAnybody() throws Exception {
        var topic = JSON.readTree(post("/estimate", "{\"topic\": \"bees\", \"duration_target\": 60}")
                .body());
        var script = JSON.readTree(
                post("/estimate", "{\"script\": \"Bees dance in the dark.\"}").body());

        assertThat(MODELS.questions()).isEmpty();
        assertThat(topic.path("estimated_duration").asInt()).isEqualTo(60);
        var model = topic.path("model");
        assertThat(model.path("provider").asString()).isEqualTo("stand-in");
        assertThat(model.path("input_tokens").asInt()).isBetween(300, 1_500);
        var cost = model.path("input_tokens").asInt() * 2e-6
                + model.path("output_tokens").asInt() * 8e-6;
        assertThat(model.path("estimated_cost").asDouble())
                .isCloseTo(cost, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(model.path("max_cost").asDouble()).isGreaterThan(cost * 2);
        // 1500 words, and no more scenes than the model is asked for.
        assertThat(JSON.readTree(post("/estimate", "{\"topic\": \"bees\", \"duration_target\": 600}")
                                .body())
                        .path("model")
                        .path("output_tokens")
                        .asInt())
                .isEqualTo(2_100 + 12 * 110);
        assertThat(script.path("model").isNull()).isTrue();
        assertThat(script.path("readability").path("words").asInt()).isEqualTo(5);
    }

    @Test
    void variesATopic() throws Exception {
        MODELS.answers(question -> ANSWER);

        var varied = JSON.readTree(post("/variations", """
                {"request": {"topic": "bees", "duration_target": 15}, "count": 2}""").body());

        assertThat(varied.path("variations").size()).isEqualTo(1);
        assertThat(varied.path("refused").get(0).path("code").asString()).isEqualTo("VARIATION_TOO_ALIKE");
    }

    @Test
    void refusesWhatIsNotWantedBeforeAModelIsAsked() throws Exception {
        for (var body : List.of(
                "{\"topic\": \"Xyzzy!\"}",
                "{\"topic\": \"bees\", \"material\": \"say XYZZY\"}",
                "{\"topic\": \"bees\", \"target_audience\": \"xyzzy\"}",
                "{\"script\": \"Bees say xyzzy.\"}")) {
            assertProblem(post("/generate", body), 422, "MODERATION_REFUSED");
        }
        assertProblem(post("/estimate", "{\"topic\": \"xyzzy\"}"), 422, "MODERATION_REFUSED");
        assertThat(server.bean(TextModeration.class)).satisfies(moderation -> {
            moderation.check(new ModerationRequest(null, List.of(new FieldText("/edits/0/text", "Bees."))));
            assertThatThrownBy(() -> moderation.check(
                            new ModerationRequest("en", List.of(new FieldText("/edits/0/text", "Say xyzzy.")))))
                    .hasMessageContaining("magic");
        });
        assertProblem(post("/variations", "{\"request\": {\"topic\": \"xyzzy\"}}"), 422, "MODERATION_REFUSED");
        assertProblem(
                post("/enhance", "{\"enhancement\": \"rewrite\", \"script\": \"Bees. Xyzzy.\"}"),
                422,
                "MODERATION_REFUSED");
        assertProblem(post("/seo", "{\"script\": \"Bees dance, xyzzy.\"}"), 422, "MODERATION_REFUSED");
        var draft = post("/drafts", "{\"sections\": [{\"narration\": \"Bees say xyzzy.\"}]}");
        assertProblem(draft, 422, "MODERATION_REFUSED");
        assertThat(JSON.readTree(draft.body())
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/sections");
        assertThat(MODELS.questions()).isEmpty();
    }

    @Test
    void refusesWhatAModelWroteWhereItIsNotWanted() throws Exception {
        MODELS.answers(question -> ANSWER.replace("A bee.", "A bee with the word xyzzy."));

        assertProblem(post("/generate", "{\"topic\": \"bees\", \"duration_target\": 15}"), 422, "MODERATION_REFUSED");
        assertProblem(
                post("/variations", "{\"request\": {\"topic\": \"bees\", \"duration_target\": 15}, \"count\": 2}"),
                422,
                "MODERATION_REFUSED");
        var stream = send(request("/generate")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"topic\": \"bees\", \"duration_target\": 15}")));
        assertThat(stream.body().lines().filter(line -> line.startsWith("event:")))
                .containsExactly("event:scene", "event:scene", "event:scene", "event:start_over", "event:problem");
        assertThat(stream.body()).contains("MODERATION_REFUSED", "\"retryable\":false");
    }

    @Test
    void showsAndForgetsWhatModelsWereAskedForTheCallerAlone() throws Exception {
        var journal = server.bean(Journal.class);
        journal.enter(UserId.LOCAL, exchange("mine", "video-1/content/0"));
        journal.enter(new UserId("somebody"), exchange("theirs", "video-2/content/0"));

        var mine = JSON.readTree(get("/exchanges?work=video-1").body());

        var exchange = mine.path("exchanges").get(0);
        assertThat(exchange.path("exchange_id").asString()).isEqualTo("mine");
        assertThat(exchange.path("question").get(0).path("text").asString()).isEqualTo("About bees.");
        assertThat(exchange.path("estimated_cost").asDouble()).isEqualTo(0.5);
        assertThat(mine.path("next_cursor").isNull()).isTrue();
        assertProblem(get("/exchanges?work=video-2"), 404, "EXCHANGES_NOT_FOUND");
        assertProblem(get("/exchanges?work=video-3"), 404, "EXCHANGES_NOT_FOUND");
        assertThat(texts(JSON.readTree(get("/exchanges").body()).path("exchanges"), "exchange_id"))
                .containsExactly("mine");
        assertProblem(get("/exchanges?limit=101"), 422, "FIELD_INVALID");
        assertProblem(get("/exchanges?cursor=nonsense"), 422, "FIELD_INVALID");

        assertThat(send(request("/exchanges?work=video-1").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(send(request("/exchanges?work=video-2").DELETE()).statusCode())
                .isEqualTo(204);
        assertProblem(get("/exchanges?work=video-1"), 404, "EXCHANGES_NOT_FOUND");
        assertThat(DATABASE.jdbc()
                        .sql("SELECT exchange_id FROM content.exchange")
                        .query(String.class)
                        .list())
                .containsExactly("theirs");
    }

    private static ModelExchange exchange(String id, String work) {
        return new ModelExchange(
                id,
                work,
                "script",
                "openai",
                "tiny",
                List.of(new ModelExchange.Turn("user", "About bees.")),
                "{}",
                false,
                10,
                20,
                new BigDecimal("0.5"),
                null,
                null,
                List.of(),
                Instant.now(),
                1);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).path("code").asString()).isEqualTo(code);
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.path(field).asString()));
        return texts;
    }

    private static HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpResponse<String> put(String path, String body, String match) throws Exception {
        return send(request(path).header("If-Match", match).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/content" + path))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @EnableAutoConfiguration
    @Import(ContentConfiguration.class)
    static class Application {

        @Bean
        MaterialLibrary materials() {
            return new OnePaper(UserId.LOCAL);
        }

        @Bean
        @Primary
        LanguageModels standIn() {
            return MODELS;
        }
    }
}
