package io.moneyprinter.materials.embedding.onnx;

import io.moneyprinter.testing.onnx.TextModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A directory with a model that knows a few words. */
record SmallModel(Path directory) {

    private static final List<String> WORDS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "red", "blue", "poison");

    /** Beginnings point along the last dimension, and ends along the third. */
    private static final float[][] VECTORS = {
        {9, 9, 9, 9},
        {0.1f, 0.2f, 0.3f, 0.4f},
        {0, 0, 0, 1},
        {0, 0, 1, 0},
        {1, 0, 0, 0},
        {0, 1, 0, 0},
        {Float.NaN, 0, 0, 0}
    };

    /** Without saying anything about how it is to be used. */
    static SmallModel in(Path directory) throws IOException {
        return new SmallModel(Files.createDirectories(directory))
                .with("tokenizer.json", words())
                .giving("last_hidden_state");
    }

    SmallModel giving(String... outputs) throws IOException {
        return with("model.onnx", TextModels.of(VECTORS, List.of(), List.of(outputs)));
    }

    SmallModel taking(String... inputs) throws IOException {
        return with("model.onnx", TextModels.of(VECTORS, List.of(inputs), List.of("last_hidden_state")));
    }

    SmallModel with(String file, String content) throws IOException {
        return with(file, content.getBytes(StandardCharsets.UTF_8));
    }

    SmallModel with(String file, byte[] content) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
        return this;
    }

    SmallModel without(String file) throws IOException {
        Files.delete(directory.resolve(file));
        return this;
    }

    SmallModel pooling(String mode) throws IOException {
        return with("1_Pooling/config.json", "{\"word_embedding_dimension\": 4, \"%s\": true}".formatted(mode));
    }

    /** That of whole numbers of 32 bits, with all inputs that a text has. */
    SmallModel withShortNumbers() throws IOException {
        return with(
                "model.onnx",
                TextModels.of(
                        VECTORS,
                        List.of("attention_mask", "token_type_ids", "position_ids"),
                        List.of("last_hidden_state"),
                        true));
    }

    OnnxEmbeddingModel open() {
        return open("");
    }

    OnnxEmbeddingModel open(String file) {
        return new OnnxEmbeddingModel(directory, file, 2, 1, RealModels.UNPACKED);
    }

    /** As BERT has it. It wants all texts cut and filled up to 12 tokens, which is not what is done. */
    private static String words() {
        return """
                {"version": "1.0",
                 "truncation": {"direction": "Right", "max_length": 12, "strategy": "LongestFirst", "stride": 0},
                 "padding": {"strategy": {"Fixed": 12}, "direction": "Right", "pad_to_multiple_of": null, "pad_id": 0,
                  "pad_type_id": 0, "pad_token": "[PAD]"},
                 "added_tokens": [], "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                   {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                  "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                  "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]},
                   "[SEP]": {"id": "[SEP]", "ids": [3], "tokens": ["[SEP]"]}}},
                 "decoder": null,
                 "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab": %s}}""".formatted(IntStream.range(0, WORDS.size())
                .mapToObj(i -> "\"%s\": %d".formatted(WORDS.get(i), i))
                .collect(Collectors.joining(", ", "{", "}")));
    }
}
