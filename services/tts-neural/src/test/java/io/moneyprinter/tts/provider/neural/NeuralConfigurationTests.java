package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.testing.onnx.VoiceFiles;
import io.moneyprinter.tts.provider.neural.install.VoiceInstaller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class NeuralConfigurationTests {

    @Test
    void isThereWhenThereAreVoices(@TempDir Path home) throws Exception {
        var context = new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataDirectory.class, () -> new DataDirectory(home))
                .withPropertyValues("moneyprinter.home=" + home)
                .withUserConfiguration(NeuralConfiguration.class);

        context.run(found ->
                assertThat(found).doesNotHaveBean(NeuralSpeechSynthesizer.class).hasSingleBean(VoiceInstaller.class));
        var voices = Files.createDirectory(home.resolve("voices"));
        Files.writeString(voices.resolve("catalogue.json"), "{}");
        context.run(found -> assertThat(found).doesNotHaveBean(NeuralSpeechSynthesizer.class));
        VoiceFiles.piper(voices, "bees");
        context.run(
                found -> assertThat(found.getBean(NeuralSpeechSynthesizer.class).version())
                        .startsWith("1-"));
        context.withPropertyValues("moneyprinter.tts.neural.enabled=false")
                .run(found -> assertThat(found)
                        .doesNotHaveBean(NeuralSpeechSynthesizer.class)
                        .hasSingleBean(VoiceShelf.class));
        context.withPropertyValues("moneyprinter.tts.neural.directory=" + home.resolve("elsewhere"))
                .run(found ->
                        assertThat(found.getBean(VoiceShelf.class).directory()).isEqualTo(home.resolve("elsewhere")));
    }

    @ParameterizedTest
    @CsvSource({"parallelism,-1", "threads,0", "loaded-models,0", "timeout,0s", "voices-ttl,-1h", "download-patience,0s"
    })
    void refusesSettingsThatCannotBeMeant(String name, String value) {
        var environment = new MockEnvironment().withProperty("moneyprinter.tts.neural." + name, value);

        assertThat(catchThrowable(
                        () -> Binder.get(environment).bindOrCreate("moneyprinter.tts.neural", NeuralProperties.class)))
                .rootCause()
                .hasMessageStartingWith("moneyprinter.tts.neural." + name);
    }
}
