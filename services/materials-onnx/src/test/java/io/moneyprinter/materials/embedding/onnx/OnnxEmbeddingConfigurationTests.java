package io.moneyprinter.materials.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moneyprinter.materials.embedding.EmbeddingModel;
import io.moneyprinter.service.home.DataDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class OnnxEmbeddingConfigurationTests {

    @Test
    void isThereWhenADirectoryIsNamed(@TempDir Path home) throws Exception {
        var small = SmallModel.in(home.resolve("small"));
        var context = new ApplicationContextRunner()
                .withBean(DataDirectory.class, () -> new DataDirectory(home))
                .withUserConfiguration(OnnxEmbeddingConfiguration.class);

        context.run(found -> assertThat(found).doesNotHaveBean(EmbeddingModel.class));
        context.withPropertyValues("moneyprinter.materials.embeddings.onnx.directory=")
                .run(found -> assertThat(found).doesNotHaveBean(EmbeddingModel.class));
        context.withPropertyValues("moneyprinter.materials.embeddings.onnx.directory=" + small.directory())
                .run(found ->
                        assertThat(found.getBean(EmbeddingModel.class).name()).startsWith("small@"));
        context.withPropertyValues(
                        "moneyprinter.materials.embeddings.onnx.directory=" + small.directory(),
                        "moneyprinter.materials.embeddings.onnx.file=other.onnx")
                .run(found -> assertThat(catchThrowable(
                                () -> found.getBean(EmbeddingModel.class).name()))
                        .hasMessageContaining("other.onnx"));
    }

    @ParameterizedTest
    @CsvSource({"parallelism,0", "threads,0", "file,../model.onnx", "file,/model.onnx"})
    void refusesSettingsThatCannotBeMeant(String name, String value) {
        var environment = new MockEnvironment().withProperty(OnnxEmbeddingProperties.PREFIX + "." + name, value);

        assertThat(catchThrowable(() -> Binder.get(environment)
                        .bindOrCreate(OnnxEmbeddingProperties.PREFIX, OnnxEmbeddingProperties.class)))
                .rootCause()
                .hasMessageStartingWith(OnnxEmbeddingProperties.PREFIX + "." + name);
    }
}
