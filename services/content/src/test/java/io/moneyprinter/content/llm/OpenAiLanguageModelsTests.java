package io.moneyprinter.content.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiLanguageModelsTests {

    private static final Question QUESTION = new Question(
            List.of(new Turn(Speaker.SYSTEM, "You write."), new Turn(Speaker.USER, "About bees.")),
            Shape.of("script", "{\"type\": \"object\", \"properties\": {\"sections\": {\"type\": \"array\"}}}"),
            null,
            null,
            null);

    private StandInModelServer server;
    private LanguageModels llm;

    @BeforeEach
    void start() throws IOException {
        server = new StandInModelServer();
        llm = llm(server.baseUrl(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void asksForJsonOfTheShapeWithTheKey() {
        server.thenSays("{}");

        var answer = llm.answer(QUESTION);

        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.model()).isEqualTo("tiny-1");
        assertThat(answer.tokens().total()).isEqualTo(30);
        var request = server.received().getFirst();
        assertThat(request.head()).startsWith("POST /v1/chat/completions ").contains("Bearer sk-test");
        assertThat(request.body().replaceAll("\\s", ""))
                .contains("\"model\":\"tiny\"", "\"json_schema\"", "\"sections\"", "Aboutbees.")
                .doesNotContain("temperature");
    }

    @Test
    void doesWithoutASchemaWhereTheServerKnowsNone() {
        server.thenRefuses(400, "", "{\"error\":{\"message\":\"unknown field response_format\"}}")
                .thenSays("{\"a\":1}")
                .thenSays("{\"a\":2}");

        assertThat(llm.answer(QUESTION).text()).isEqualTo("{\"a\":1}");
        assertThat(llm.answer(QUESTION).text()).isEqualTo("{\"a\":2}");

        assertThat(server.received()).hasSize(3);
        assertThat(server.received().subList(1, 3))
                .allSatisfy(request -> assertThat(request.body()).doesNotContain("json_schema"));
    }

    @Test
    void saysThatTheKeyIsRefusedWithoutRepeatingIt() {
        server.thenRefuses(401, "", "{\"error\":{\"message\":\"Incorrect API key provided: sk-test\"}}");

        var failure = failure();

        assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_UNAUTHORISED);
        assertThat(failure.code().kind().retryable()).isFalse();
        assertThat(failure)
                .hasMessageContaining("MONEYPRINTER_CONTENT_LLM_API_KEY")
                .hasMessageNotContaining("sk-test");
    }

    @Test
    void passesOnHowLongToWait() {
        server.thenRefuses(429, "Retry-After: 17\r\n", "{}");

        var failure = failure();

        assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void doesNotWaitForCreditThatIsSpent() {
        server.thenRefuses(429, "", "{\"error\":{\"code\":\"insufficient_quota\"}}");

        assertThat(failure().code()).isEqualTo(ContentErrorCode.LLM_QUOTA_SPENT);
    }

    @Test
    void saysWhichModelIsUnknown() {
        server.thenRefuses(404, "", "{}");

        assertThat(failure())
                .hasMessageContaining("'tiny'")
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.LLM_MODEL_UNKNOWN);
    }

    @Test
    void leavesServerFailuresToBeRetriedByItsCaller() {
        server.thenRefuses(500, "", "oops");

        assertThat(failure().code()).isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
        assertThat(failure503().code().kind().retryable()).isTrue();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void survivesAServerThatHangsUp() {
        server.thenHangsUp().thenHangsUp();

        assertThat(failure().code()).isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void givesUpOnAServerThatStalls() {
        server.thenStalls();

        assertThat(failure(llm(server.baseUrl(), Duration.ofMillis(300))).code())
                .isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
    }

    @Test
    void givesUpOnABodyThatStalls() {
        server.thenStallsWithinTheBody();

        assertThat(failure(llm(server.baseUrl(), Duration.ofMillis(300))).code())
                .isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
    }

    @Test
    void survivesAnAnswerThatIsNoCompletion() {
        server.thenRefuses(200, "", "<html>not what you think</html>").thenRefuses(200, "", "{\"choices\":[]}");

        assertThat(failure().code()).isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
        assertThat(failure().code()).isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        var address = server.baseUrl();
        server.close();

        assertThat(failure(llm(address, Duration.ofSeconds(5))))
                .hasMessageContaining("127.0.0.1")
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
    }

    @Test
    void understandsBothFormsOfRetryAfter() {
        assertThat(ModelHttpClient.retryAfter("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(ModelHttpClient.retryAfter("Wed, 21 Oct 2015 07:28:00 GMT")).isEqualTo(Duration.ZERO);
        assertThat(ModelHttpClient.retryAfter("999999999")).isEqualTo(Duration.ofHours(1));
        assertThat(ModelHttpClient.retryAfter("soon")).isNull();
        assertThat(ModelHttpClient.retryAfter(null)).isNull();
    }

    @Test
    void refusesHalfAConfiguration() {
        var url = URI.create("http://localhost:1/v1");
        var key = new LlmProperties.ApiKey("k");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new LlmProperties(url, key, null, Duration.ofSeconds(1), null))
                .withMessageContaining("moneyprinter.content.llm.model");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new LlmProperties(null, key, "m", Duration.ofSeconds(1), null))
                .withMessageContaining("moneyprinter.content.llm.base-url");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new LlmProperties(URI.create("file:///x"), key, "m", Duration.ofSeconds(1), null))
                .withMessageContaining("http://");
        assertThat(new LlmProperties(url, key, "m", Duration.ofSeconds(1), null).toString())
                .contains("***")
                .doesNotContain("=k");
    }

    private CodedException failure503() {
        server.thenRefuses(503, "", "busy");
        return failure();
    }

    private CodedException failure() {
        return failure(llm);
    }

    private static CodedException failure(LanguageModels llm) {
        return catchThrowableOfType(CodedException.class, () -> llm.answer(QUESTION));
    }

    private static LanguageModels llm(URI baseUrl, Duration timeout) {
        return new OpenAiLanguageModels(
                baseUrl, new LlmProperties(baseUrl, new LlmProperties.ApiKey("sk-test"), "tiny", timeout, null));
    }
}
