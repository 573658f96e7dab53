package io.moneyprinter.materials.embedding.onnx;

import io.moneyprinter.materials.embedding.EmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models as their directories look after a download. Their files come with libraries that only tests have. */
public final class RealModels {

    /** Where the library for tokens is unpacked, once for all tests. */
    static final Path UNPACKED = Path.of("target", "tokenizers").toAbsolutePath();

    private RealModels() {}

    /** sentence-transformers/all-MiniLM-L6-v2, its weights in eight bits. */
    public static Path miniLm(Path parent) throws IOException {
        var directory = directory(parent, "all-MiniLM-L6-v2", "all-minilm-l6-v2-q", "onnx/model_quantized.onnx");
        pooling(directory, "mean_tokens");
        Files.writeString(directory.resolve("sentence_bert_config.json"), """
                {"max_seq_length": 256, "do_lower_case": false}""");
        return directory;
    }

    /** BAAI/bge-small-en-v1.5, its weights in eight bits. */
    public static Path bge(Path parent) throws IOException {
        var directory = directory(parent, "bge-small-en-v1.5", "bge-small-en-v1.5-q", "model.onnx");
        pooling(directory, "cls_token");
        Files.writeString(directory.resolve("sentence_bert_config.json"), """
                {"max_seq_length": 512, "do_lower_case": true}""");
        return directory;
    }

    private static Path directory(Path parent, String name, String resource, String model) throws IOException {
        var directory = Files.createDirectories(parent.resolve(name));
        Files.createDirectories(directory.resolve(model).getParent());
        copy(resource + ".onnx", directory.resolve(model));
        copy(resource + "-tokenizer.json", directory.resolve("tokenizer.json"));
        Files.writeString(directory.resolve("config.json"), """
                {"model_type": "bert", "max_position_embeddings": 512, "hidden_size": 384, "pad_token_id": 0}""");
        Files.writeString(directory.resolve("modules.json"), """
                [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
                 {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
                 {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}]""");
        return directory;
    }

    private static void copy(String resource, Path file) throws IOException {
        try (var in = RealModels.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            Files.copy(in, file);
        }
    }

    private static void pooling(Path directory, String mode) throws IOException {
        Files.createDirectories(directory.resolve("1_Pooling"));
        Files.writeString(directory.resolve("1_Pooling").resolve("config.json"), """
                {"word_embedding_dimension": 384, "pooling_mode_cls_token": %s, "pooling_mode_mean_tokens": %s,
                 "pooling_mode_max_tokens": false, "pooling_mode_mean_sqrt_len_tokens": false}""".formatted(
                        mode.equals("cls_token"), mode.equals("mean_tokens")));
    }

    /** As it is set up by default. */
    public static EmbeddingModel in(Path directory) {
        return new OnnxEmbeddingModel(directory, "", 2, 1, UNPACKED);
    }
}
