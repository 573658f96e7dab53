package io.moneyprinter.materials.embedding.onnx;

import io.moneyprinter.service.provider.ProviderSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A model in a directory, which says inside this program what texts mean, in place of a server.
 *
 * @param directory as models are published: {@code model.onnx}, there or in {@code onnx}, with {@code tokenizer.json} and
 *     the small files beside it; empty for none
 * @param file of several models in the directory the one to take, such as {@code onnx/model_quantized.onnx}; empty for
 *     the usual one
 * @param parallelism batches at a time
 * @param threads of the processor for each of them
 */
@ConfigurationProperties(OnnxEmbeddingProperties.PREFIX)
record OnnxEmbeddingProperties(
        @Nullable Path directory,
        @DefaultValue("") String file,
        @DefaultValue("2") int parallelism,
        @DefaultValue("1") int threads) {

    static final String PREFIX = "moneyprinter.materials.embeddings.onnx";

    static final ProviderSettings SETTINGS = new ProviderSettings(PREFIX);

    OnnxEmbeddingProperties {
        SETTINGS.within("parallelism", parallelism, 1, 100);
        SETTINGS.within("threads", threads, 1, 256);
        if (Path.of(file).isAbsolute() || Path.of(file).normalize().startsWith("..")) {
            throw SETTINGS.wrong("file", file, "a file in the directory, such as onnx/model_quantized.onnx");
        }
    }
}
