package io.moneyprinter.materials.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.embedding.Embedding;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.testing.onnx.TextModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that a test has made, good and bad ones: of each vector it is known which it has to be. */
class OnnxEmbeddingModelTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path parent;

    private SmallModel small;

    @BeforeEach
    void make() throws Exception {
        small = SmallModel.in(parent.resolve("small"));
    }

    @ParameterizedTest
    @CsvSource({
        "pooling_mode_mean_tokens,       2 1 1 1",
        "pooling_mode_mean_sqrt_len_tokens, 2 1 1 1",
        "pooling_mode_cls_token,         0 0 0 1",
        "pooling_mode_max_tokens,        1 1 1 1",
        "pooling_mode_lasttoken,         0 0 1 0",
        "pooling_mode_weightedmean_tokens, 6 3 5 1"
    })
    void makesOneVectorOfThoseOfTokens(String mode, String expected) throws Exception {
        try (var model = small.pooling(mode).open()) {
            assertPoints(model, "red blue red", expected);
        }
    }

    @Test
    void takesTheMeanWhereNothingIsSaid() throws Exception {
        try (var model = small.open()) {
            assertPoints(model, "RED blue red", "2 1 1 1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sentence_embedding last_hidden_state, bert, -1 0 -1 -1",
        "text_embeds last_hidden_state, clip_text_model, -1 0 -1 -1",
        "pooler_output last_hidden_state, clip_text_model, -1 0 -1 -1",
        "pooler_output last_hidden_state, bert, 1 0 1 1",
        "token_embeddings sentence_embedding, xlm-roberta, -1 0 -1 -1",
        "token_embeddings, bert, 1 0 1 1",
        "pooler_output, bert, -1 0 -1 -1",
        "output_0, bert, 1 0 1 1"
    })
    void takesTheOutputThatIsMeant(String outputs, String type, String expected) throws Exception {
        small.giving(outputs.split(" ")).with("config.json", "{\"model_type\": \"%s\"}".formatted(type));
        try (var model = small.open()) {
            assertPoints(model, "red", expected);
        }
    }

    @Test
    void givesAModelAllThatItWants() throws Exception {
        try (var all = small.taking("attention_mask", "token_type_ids", "position_ids")
                        .open();
                var few = small.taking("attention_mask").open();
                var shorter = small.withShortNumbers().open()) {
            assertPoints(all, "red", "1 0 1 1");
            assertPoints(few, "red", "1 0 1 1");
            assertPoints(shorter, "red", "1 0 1 1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sentence_bert_config.json | {\"max_seq_length\": 10}",
                "tokenizer_config.json     | {\"model_max_length\": 10}",
                "config.json               | {\"max_position_embeddings\": 10}",
                "config.json               | {\"max_position_embeddings\": 12, \"model_type\": \"xlm-roberta\"}",
                "config.json               | {\"text_config\": {\"max_position_embeddings\": 10}}"
            })
    void readsNoMoreOfATextThanTheModelCan(String file, String config) throws Exception {
        // One begins and one ends it, so eight are read.
        var read = "red ".repeat(8);
        try (var model = small.with(file, config).open()) {
            assertThat(embed(model, read + "blue blue")).isEqualTo(embed(model, read));
            assertThat(embed(model, read.substring(4) + "blue")).isNotEqualTo(embed(model, read));
        }
    }

    @Test
    void readsManyTokensWhereNothingIsSaidOrALot() throws Exception {
        small.pooling("pooling_mode_max_tokens")
                .with("tokenizer_config.json", "{\"model_max_length\": 1000000000000000019884624838656}");
        try (var model = small.open()) {
            var many = "red ".repeat(500);
            assertThat(embed(model, many + "blue")).isNotEqualTo(embed(model, many));
            var more = "red ".repeat(510);
            assertThat(embed(model, more + "blue")).isEqualTo(embed(model, more));
        }
    }

    @Test
    void takesAnyText() throws Exception {
        try (var model = small.open()) {
            for (var text : List.of("\uD83D\uDE00", "\uD83D red", "a\0b", "蜜蜂", "\t\n", "x".repeat(100_000))) {
                assertThat(embed(model, text).dimensions()).isEqualTo(4);
            }
        }
    }

    @Test
    void saysTheSameOfATextInAnyCompanyAndOnAnyThread() throws Exception {
        try (var model = small.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var alone = List.of(embed(model, "red"), embed(model, "blue red"), embed(model, "blue"));
            var asking = new ArrayList<Callable<List<Embedding>>>();
            for (var i = 0; i < 40; i++) {
                asking.add(() -> model.embed(List.of("red", "blue red", "blue"), PATIENCE));
            }

            for (var answer : threads.invokeAll(asking)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void refusesTheTextOfWhichItSaysNothing() throws Exception {
        try (var model = small.open()) {
            assertThat(failure(model, "red", "poison").code()).isEqualTo(MaterialsErrorCode.EMBEDDING_REFUSED);
            assertPoints(model, "red", "1 0 1 1");
        }
    }

    @Test
    void hasAnotherNameWhenItSaysSomethingElse() throws Exception {
        var name = name();
        assertThat(name()).isEqualTo(name).startsWith("small@");

        small.with("README.md", "It was downloaded again.");
        assertThat(name()).isEqualTo(name);
        small.taking("attention_mask");
        var changed = name();
        assertThat(changed).isNotEqualTo(name).startsWith("small@");
        small.pooling("pooling_mode_cls_token");
        assertThat(name()).isNotEqualTo(changed);
        small.with("model.onnx_data", "weights");
        var withData = name();
        small.with("model.onnx_data", "others");
        assertThat(name()).isNotEqualTo(withData);
    }

    private String name() {
        try (var model = small.open()) {
            assertThat(model.description()).isEqualTo("%s in %s".formatted(model.name(), small.directory()));
            return model.name();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text_model.onnx, model.onnx",
        "onnx/model.onnx, onnx/model_quantized.onnx",
        "model_quantized.onnx, onnx/model_int8.onnx",
        "onnx/model_int8.onnx, onnx/model_O4.onnx",
    })
    void takesTheUsualFileFirst(String first, String second) throws Exception {
        var good = Files.readAllBytes(small.directory().resolve("model.onnx"));
        small.without("model.onnx").with(first, good).with(second, "not this one");
        try (var model = small.open()) {
            assertPoints(model, "red", "1 0 1 1");
        }
    }

    @Test
    void takesTheFileThatIsNamedAndTheOnlyOne() throws Exception {
        var good = Files.readAllBytes(small.directory().resolve("model.onnx"));
        small.with("model.onnx", "not this one").with("onnx/model_O4.onnx", good);
        try (var model = small.open("onnx/model_O4.onnx")) {
            assertPoints(model, "red", "1 0 1 1");
        }
        small.without("model.onnx");
        try (var model = small.open()) {
            assertPoints(model, "red", "1 0 1 1");
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertBroken(new SmallModel(parent.resolve("none")), "none: there is no such directory; make it");
        var empty = new SmallModel(Files.createDirectory(parent.resolve("empty")));
        assertBroken(empty, "empty: there is no model.onnx in it; put it there");
        empty.with("a.onnx", "?").with("onnx/b.onnx", "?");
        assertBroken(
                empty, "there are several models in it; name one of them in moneyprinter.materials.embeddings.onnx");
        assertThat(broken(small.open("other.onnx"))).hasMessageContaining("other.onnx: there is no such file");
        assertBroken(
                small.without("tokenizer.json").with("vocab.txt", "red"), "there is no tokenizer.json in it; take");
    }

    @Test
    void saysWhatIsBroken() throws Exception {
        var model = Files.readAllBytes(small.directory().resolve("model.onnx"));
        assertBroken(small.with("model.onnx", Arrays.copyOf(model, model.length / 2)), "ONNX Runtime cannot load it");
        assertBroken(small.with("model.onnx", new byte[0]), "model.onnx");
        assertBroken(
                small.with("model.onnx", "version https://git-lfs.github.com/spec/v1"), "ONNX Runtime cannot load it");
        small.with("model.onnx", model);
        for (var garbage : List.of("", "{}", "<html>", "{\"model\": {\"type\": \"Strange\"}}")) {
            assertBroken(SmallModel.in(parent.resolve("t")).with("tokenizer.json", garbage), "it is no tokenizer");
        }
        assertBroken(
                SmallModel.in(parent.resolve("c")).with("config.json", "{"),
                "config.json: it is no JSON; take it again");
        assertBroken(
                SmallModel.in(parent.resolve("p")).pooling("pooling_mode_strange"), "strange is no way of pooling");
        assertBroken(
                SmallModel.in(parent.resolve("l")).with("config.json", "{\"max_position_embeddings\": 2}"),
                "at most 2 tokens");
    }

    @Test
    void saysWhenAModelIsForSomethingElse() throws Exception {
        assertBroken(small.taking("pixel_values"), "it wants pixel_values, which is not known of a text; take a model");
        assertBroken(
                small.giving("start_logits", "end_logits"), "its outputs [end_logits, start_logits] none is known");
        assertBroken(small.giving("scores"), "its output scores is of another size for each text");
        assertBroken(
                small.with("model.onnx", TextModels.of(new float[100][4], List.of(), List.of("last_hidden_state"))),
                "a vector has no direction");
        assertBroken(
                small.with(
                        "model.onnx",
                        TextModels.of(new float[][] {{1, 2}, {3, 4}}, List.of(), List.of("last_hidden_state"))),
                "ONNX Runtime cannot run it");
        small.giving("last_hidden_state").with("modules.json", """
                [{"path": "2_Dense", "type": "sentence_transformers.models.Dense"}]""");
        assertBroken(small, "its modules.json has a layer (Dense)");
        try (var whole = small.giving("last_hidden_state", "sentence_embedding").open()) {
            assertPoints(whole, "red", "-1 0 -1 -1");
        }
    }

    @Test
    void canBePutInOrderWhileItRuns() throws Exception {
        small.without("tokenizer.json");
        try (var model = small.open()) {
            broken(model);
            SmallModel.in(small.directory());

            assertPoints(model, "red", "1 0 1 1");
            // What is in memory stays as it is.
            small.with("model.onnx", "gone");
            assertPoints(model, "red", "1 0 1 1");
        }
    }

    @Test
    void keepsNobodyWaitingLongerThanTheyWant() {
        try (var model = small.open()) {
            assertThat(fails(model, Duration.ofNanos(1), "red"))
                    .hasMessageContaining("did not end within")
                    .extracting(CodedException::code)
                    .isEqualTo(MaterialsErrorCode.EMBEDDING_UNAVAILABLE);
            assertPoints(model, "red", "1 0 1 1");
        }
    }

    @Test
    void endsWithWhoeverWaits() {
        try (var model = small.open()) {
            Thread.currentThread().interrupt();
            var failure = failure(model, "red");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.code()).isEqualTo(CommonErrorCode.CANCELLED);
        }
        var closed = small.open();
        closed.name();
        closed.close();
        closed.close();

        assertThat(failure(closed, "red").code()).isEqualTo(CommonErrorCode.CANCELLED);
    }

    @Test
    void closesWhileOthersAsk() throws Exception {
        var model = small.open();
        model.name();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 20; i++) {
                asking.add(() -> {
                    try {
                        return model.embed(List.of("red", "blue", "red"), PATIENCE);
                    } catch (CodedException e) {
                        return e.code();
                    }
                });
            }
            asking.add(10, () -> {
                model.close();
                return CommonErrorCode.CANCELLED;
            });

            for (var answer : threads.invokeAll(asking)) {
                assertThat(answer.get())
                        .satisfiesAnyOf(
                                embeddings -> assertThat(embeddings).asList().hasSize(3),
                                code -> assertThat(code).isEqualTo(CommonErrorCode.CANCELLED));
            }
        }
    }

    @Test
    void keepsItsNativeCodeWhereItIsTold() throws Exception {
        small.open().name();

        try (var files = Files.walk(RealModels.UNPACKED)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains(System.mapLibraryName("tokenizers"));
        }
    }

    private void assertBroken(SmallModel model, String message) {
        try (var opened = model.open()) {
            assertThat(broken(opened)).hasMessageContaining(message);
        }
    }

    /** It says so whatever it is asked. */
    private static CodedException broken(OnnxEmbeddingModel model) {
        var failure = failure(model, "red");
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(MaterialsErrorCode.EMBEDDING_MODEL_BROKEN);
        try {
            model.name();
        } catch (CodedException e) {
            assertThat(e).hasMessage(failure.getMessage());
            return e;
        }
        throw new AssertionError("it has a name");
    }

    private static CodedException failure(OnnxEmbeddingModel model, String... texts) {
        return fails(model, PATIENCE, texts);
    }

    private static CodedException fails(OnnxEmbeddingModel model, Duration patience, String... texts) {
        try {
            model.embed(List.of(texts), patience);
        } catch (CodedException e) {
            return e;
        }
        throw new AssertionError("it says what they mean");
    }

    private static Embedding embed(OnnxEmbeddingModel model, String text) {
        return model.embed(List.of(text), PATIENCE).getFirst();
    }

    private static void assertPoints(OnnxEmbeddingModel model, String text, String expected) {
        var values = new float[4];
        var numbers = expected.split(" ");
        for (var i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(numbers[i]);
        }
        assertThat(embed(model, text).cosine(Embedding.of(values))).isCloseTo(1, within(0.001));
    }
}
