package io.moneyprinter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTests {

    @Test
    void keepsOnnxRuntimeFromEndingTheProcess(@TempDir Path directory) throws Exception {
        var file = Files.write(directory.resolve("cmdline"), new byte[3_001]);

        assertThat(new CommandLine(file).obstacle()).contains("start it with ./moneyprinter");
    }

    @Test
    void letsItRunOtherwise(@TempDir Path directory) throws Exception {
        var file = Files.write(directory.resolve("cmdline"), new byte[3_000]);

        assertThat(new CommandLine(file).obstacle()).isNull();
        assertThat(new CommandLine(directory.resolve("none")).obstacle()).isNull();
        assertThat(OnnxRuntime.obstacle()).isNull();
    }
}
