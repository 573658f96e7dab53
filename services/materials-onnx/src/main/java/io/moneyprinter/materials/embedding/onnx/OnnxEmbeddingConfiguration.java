package io.moneyprinter.materials.embedding.onnx;

import io.moneyprinter.service.home.DataDirectory;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Takes the place of a server when a directory is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OnnxEmbeddingProperties.class)
class OnnxEmbeddingConfiguration {

    @Bean
    @Conditional(OnDirectory.class)
    OnnxEmbeddingModel onnxEmbeddingModel(OnnxEmbeddingProperties properties, DataDirectory home) {
        var directory = Objects.requireNonNull(properties.directory()).toAbsolutePath();
        return new OnnxEmbeddingModel(
                directory,
                properties.file(),
                properties.parallelism(),
                properties.threads(),
                home.root().resolve("tokenizers"));
    }
}
