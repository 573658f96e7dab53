package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnxruntime.OrtSession.RunOptions;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.testing.onnx.VoiceFiles;
import io.moneyprinter.testing.onnx.VoiceModels.Flaw;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTests {

    @TempDir
    Path directory;

    private final Models models = new Models(2, 1);

    private NeuralVoice voice(String name) throws IOException {
        return PiperVoice.read(VoiceFiles.piper(directory, name)).getFirst();
    }

    private static int length(NeuralVoice voice, Models.Lease lease) throws Exception {
        var ids = voice.alphabet().sequence(voice.alphabet().cut("bees")).ids();
        try (var options = new RunOptions()) {
            var model = lease.model();
            return model.run(voice.inputs(model.inputs(), ids, 1), options).samples().length;
        }
    }

    @Test
    void keepsOnlySoManyInMemory() throws Exception {
        for (var name : new String[] {"a", "b", "c", "d"}) {
            models.lease(voice(name)).close();
            assertThat(models.size()).isLessThanOrEqualTo(2);
        }

        models.close();
        assertThat(models.size()).isZero();
    }

    @Test
    void keepsThoseThatWereUsedLast() throws Exception {
        var a = voice("a");
        var b = voice("b");
        OnnxModel first;
        OnnxModel second;
        try (var lease = models.lease(a)) {
            first = lease.model();
        }
        try (var lease = models.lease(b)) {
            second = lease.model();
        }
        models.lease(a).close();
        models.lease(voice("c")).close();

        try (var lease = models.lease(a)) {
            assertThat(lease.model()).isSameAs(first);
        }
        try (var lease = models.lease(b)) {
            assertThat(lease.model()).isNotSameAs(second);
        }
        models.close();
    }

    @Test
    void closesNoneThatSpeaks() throws Exception {
        var a = voice("a");
        try (var speaking = models.lease(a)) {
            models.lease(voice("b")).close();
            models.lease(voice("c")).close();
            models.close();

            assertThat(length(a, speaking)).isPositive();
        }
    }

    @Test
    void loadsAFileAnewThatWasReplaced() throws Exception {
        var a = voice("a");
        OnnxModel before;
        try (var lease = models.lease(a)) {
            before = lease.model();
        }
        VoiceFiles.piper(directory, "a", 2, Flaw.NONE);

        try (var lease = models.lease(a)) {
            assertThat(lease.model()).isNotSameAs(before);
            assertThat(lease.model().inputs()).contains("sid");
        }
        models.close();
    }

    @Test
    void lendsNoneWhenTheProgramEnds() throws Exception {
        models.close();
        var a = voice("a");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> models.lease(a))
                .extracting(CodedException::code)
                .isEqualTo(CommonErrorCode.CANCELLED);
    }
}
