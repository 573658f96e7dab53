package io.moneyprinter.tts.provider.neural;

import ai.onnxruntime.OrtException;
import io.moneyprinter.onnx.OnnxRun;
import io.moneyprinter.onnx.OnnxRuntime;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.Failures;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Lets models speak, and ends them when they take too long or nobody waits any more. */
final class Inference implements AutoCloseable {

    private final Models models;
    private final Duration timeout;
    private final Failures failures;

    Inference(Models models, Duration timeout, Failures failures) {
        this.models = models;
        this.timeout = timeout;
        this.failures = failures;
    }

    /** @throws CodedException {@code VOICE_ENGINE_FAILED} if neural voices must not speak here */
    static void check() {
        var obstacle = OnnxRuntime.obstacle();
        if (obstacle != null) {
            throw new CodedException(TtsErrorCode.VOICE_ENGINE_FAILED, obstacle);
        }
    }

    /** @throws CodedException if the voice is broken, too slow, or nobody waits any more */
    ModelOutput run(NeuralVoice voice, long[] ids, double rate) {
        check();
        try {
            return OnnxRun.within(timeout, "neural", run -> output(run, voice, ids, rate));
        } catch (TimeoutException e) {
            throw new CodedException(
                    TtsErrorCode.VOICE_TIMED_OUT,
                    "The voice %s took longer than %s.".formatted(voice.voice().id(), timeout),
                    e);
        } catch (InterruptedException e) {
            throw failures.cancelled(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private ModelOutput output(OnnxRun run, NeuralVoice voice, long[] ids, double rate) throws OrtException {
        try (var lease = models.lease(voice)) {
            var model = lease.model();
            return model.run(voice.inputs(model.inputs(), ids, rate), run.options());
        }
    }

    private static CodedException failure(@Nullable Throwable cause) {
        if (cause instanceof CodedException coded) {
            return coded;
        }
        if (cause instanceof LinkageError) {
            return new CodedException(
                    TtsErrorCode.VOICE_ENGINE_FAILED, "ONNX Runtime does not run on this kind of machine.", cause);
        }
        return new CodedException(TtsErrorCode.VOICE_ENGINE_FAILED, "ONNX Runtime failed.", cause);
    }

    @Override
    public void close() {
        models.close();
    }
}
