package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTests {

    @Test
    void keepsOnnxRuntimeFromEndingTheProcess(@TempDir Path directory) throws Exception {
        var file = Files.write(directory.resolve("cmdline"), new byte[3_001]);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(new CommandLine(file)::check)
                .withMessageContaining("start it with ./moneyprinter")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_ENGINE_FAILED);
    }

    @Test
    void letsItRunOtherwise(@TempDir Path directory) throws Exception {
        var file = Files.write(directory.resolve("cmdline"), new byte[3_000]);

        assertThatNoException().isThrownBy(new CommandLine(file)::check);
        assertThatNoException().isThrownBy(new CommandLine(directory.resolve("none"))::check);
        assertThatNoException().isThrownBy(CommandLine.OF_THIS_PROCESS::check);
    }
}
