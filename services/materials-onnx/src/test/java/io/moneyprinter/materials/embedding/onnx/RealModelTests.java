package io.moneyprinter.materials.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.materials.embedding.Embedding;
import io.moneyprinter.materials.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that others have trained and exported. */
class RealModelTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path parent;

    private static EmbeddingModel miniLm;
    private static EmbeddingModel bge;

    @BeforeAll
    static void open() throws Exception {
        miniLm = RealModels.in(RealModels.miniLm(parent));
        bge = RealModels.in(RealModels.bge(parent));
    }

    @AfterAll
    static void close() {
        miniLm.close();
        bge.close();
    }

    /** The example of the model's makers, with what they print; they have weights of 32 bits. */
    @Test
    void saysWhatTheModelsMakersSay() {
        var sentences = miniLm.embed(
                List.of("The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."),
                PATIENCE);

        assertThat(sentences).allSatisfy(each -> assertThat(each.dimensions()).isEqualTo(384));
        assertThat(sentences.get(0).cosine(sentences.get(1))).isCloseTo(0.6660, within(0.03));
        assertThat(sentences.get(0).cosine(sentences.get(2))).isCloseTo(0.1046, within(0.03));
        assertThat(sentences.get(1).cosine(sentences.get(2))).isCloseTo(0.1411, within(0.03));
    }

    @Test
    void putsWhatMeansTheSameBeforeTheRest() {
        for (var model : List.of(miniLm, bge)) {
            var wanted = embed(model, "sunset drinks");
            var found = model.embed(
                    List.of("cocktail at dusk", "office desks", "a swarm of bees", "an old church"), PATIENCE);

            assertThat(found.stream().skip(1))
                    .allSatisfy(other ->
                            assertThat(wanted.cosine(other)).isLessThan(wanted.cosine(found.getFirst()) - 0.2));
        }
    }

    @Test
    void saysTheSameOfATextInAnyCompany() {
        var texts = IntStream.range(0, 64)
                .mapToObj(i -> "bees over a meadow ".repeat(1 + i % 7) + i)
                .toList();
        for (var model : List.of(miniLm, bge)) {
            var together = model.embed(texts, PATIENCE);

            assertThat(together)
                    .isEqualTo(texts.stream().map(text -> embed(model, text)).toList())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void readsTheBeginningOfATextThatIsTooLong() {
        var beginning = "honey ".repeat(254);

        assertThat(embed(miniLm, beginning + "church")).isEqualTo(embed(miniLm, beginning + "an office with desks"));
        assertThat(embed(miniLm, "honey ".repeat(253) + "church")).isNotEqualTo(embed(miniLm, beginning));
        assertThat(embed(bge, beginning + "church")).isNotEqualTo(embed(bge, beginning));
    }

    private static Embedding embed(EmbeddingModel model, String text) {
        return model.embed(List.of(text), PATIENCE).getFirst();
    }
}
