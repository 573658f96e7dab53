package io.moneyprinter.materials.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** How a server is asked that says what texts mean, and what of its answers is taken. */
class EmbeddingServerTests {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final List<String> TWO = List.of("one", "two");

    private final ProviderStandIn standIn = ProviderStandIn.start();
    private final EmbeddingServer server =
            new EmbeddingServer(TestMeanings.properties(standIn.url("/v1/"), ProviderStandIn.KEY, "small"));

    @AfterEach
    void stop() {
        server.close();
        standIn.close();
    }

    @Test
    void asksAsDocumentedAndPutsTheAnswerInOrder() {
        standIn.on("/v1/embeddings", ProviderStandIn.json(200, """
                {"object":"list","data":[
                  {"object":"embedding","index":1,"embedding":[0,-2.5e-1,0]},
                  {"object":"embedding","index":0,"embedding":[0.3,0.4,0]}],
                 "model":"small","usage":{"prompt_tokens":2,"total_tokens":2}}"""));

        var found = server.embed(TWO, PATIENCE);

        assertThat(found.getFirst().cosine(Embedding.of(new float[] {3, 4, 0}))).isCloseTo(1, within(0.001));
        assertThat(found.getLast().cosine(Embedding.of(new float[] {0, -1, 0}))).isCloseTo(1, within(0.001));
        assertThat(standIn.received()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + ProviderStandIn.KEY);
            assertThat(JsonMapper.shared().readTree(request.body()))
                    .isEqualTo(JsonMapper.shared().readTree("""
                            {"model":"small","input":["one","two"],"encoding_format":"float"}"""));
        });
    }

    @Test
    void takesAnswersWithoutNumbersInTheirOrder() {
        standIn.always(ConceptServer.raw("{\"data\":[{\"embedding\":[1,0]},{\"embedding\":[0,1]}]}"));

        assertThat(server.embed(TWO, PATIENCE))
                .containsExactly(Embedding.of(new float[] {1, 0}), Embedding.of(new float[] {0, 1}));
    }

    @Test
    void saysWhenItIsAskedTooOften() {
        standIn.always(ProviderStandIn.json(429, "{\"error\":{\"message\":\"slow down\"}}")
                .with("Retry-After", 7));

        var failure = assertFails(MaterialsErrorCode.EMBEDDING_THROTTLED);

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failure).hasMessageContaining("slow down");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void saysWhenTextsAreRefused(int status) {
        standIn.always(ProviderStandIn.json(status, "{\"error\":\"input is too long\"}"));

        assertThat(assertFails(MaterialsErrorCode.EMBEDDING_REFUSED)).hasMessageContaining("input is too long");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 500, 503})
    void saysWhenThereIsNoAnswer(int status) {
        standIn.always(ProviderStandIn.json(status, "{\"error\":{\"message\":\"model 'small' not found\"}}"));

        assertThat(assertFails(MaterialsErrorCode.EMBEDDING_UNAVAILABLE))
                .hasMessageContaining("status " + status)
                .hasMessageContaining("small");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{",
                "null",
                "7",
                "[]",
                "{\"data\":{}}",
                "{\"data\":[]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1]},{\"index\":2,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":2,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[1,0,0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[0,0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[NaN,1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[1e999,1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[null,1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[\"NaN\",1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":\"AACAPwAAAAA=\"}]}"
            })
    void takesNothingThatIsNoVectorForEachText(String body) {
        standIn.always(ConceptServer.raw(body));

        assertThat(assertFails(MaterialsErrorCode.EMBEDDING_UNAVAILABLE)).hasMessageContaining("cannot be used");
    }

    @Test
    void saysWhenTheServerStallsHangsUpOrIsNotThere() {
        for (var misbehaviour : List.of(ProviderStandIn.stall(), ProviderStandIn.hangUp())) {
            standIn.always(misbehaviour);

            assertFails(MaterialsErrorCode.EMBEDDING_UNAVAILABLE);
        }
        standIn.close();

        assertThat(assertFails(MaterialsErrorCode.EMBEDDING_UNAVAILABLE)).hasMessageContaining("no connection");
    }

    @Test
    void keepsTheKeyToItself() {
        standIn.always(ProviderStandIn.json(
                401, "{\"error\":{\"message\":\"Incorrect API key: %s\"}}".formatted(ProviderStandIn.KEY)));

        assertThat(assertFails(MaterialsErrorCode.EMBEDDING_KEY_REFUSED).getMessage())
                .doesNotContain(ProviderStandIn.KEY)
                .contains("moneyprinter.materials.embeddings.api-key");
    }

    @Test
    void stopsWhenItIsInterrupted() throws InterruptedException {
        standIn.always(ProviderStandIn.stall());
        var failure = new AtomicReference<CodedException>();
        var asking = Thread.ofVirtual().start(() -> {
            try {
                server.embed(TWO, Duration.ofMinutes(1));
            } catch (CodedException e) {
                failure.set(e);
            }
        });
        while (standIn.received().isEmpty()) {
            Thread.sleep(10);
        }

        asking.interrupt();
        asking.join();

        assertThat(failure.get().code()).isEqualTo(CommonErrorCode.CANCELLED);
    }

    @Test
    void isOffUntilItHasAKeyOrAnAddress() {
        assertThat(TestMeanings.properties(null, "", "m").isConfigured()).isFalse();
        assertThat(TestMeanings.properties(URI.create(""), "", "m").isConfigured())
                .isFalse();
        assertThat(TestMeanings.properties(null, "key", "m").isConfigured()).isTrue();
        assertThat(TestMeanings.properties(URI.create("http://127.0.0.1:11434/v1"), "", "m")
                        .isConfigured())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestMeanings.properties(URI.create("ftp://x"), "", "m"))
                .withMessageContaining("moneyprinter.materials.embeddings.base-url");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestMeanings.properties(null, "a b", "m"))
                .withMessageContaining("moneyprinter.materials.embeddings.api-key");
    }

    private CodedException assertFails(MaterialsErrorCode code) {
        try {
            server.embed(TWO, PATIENCE);
        } catch (CodedException e) {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            return e;
        }
        throw new AssertionError("it was taken for an answer");
    }
}
