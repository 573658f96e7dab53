package io.moneyprinter.tts.provider.neural;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.Failures;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lets models work on threads of the machine, because native code holds on to whoever carries a virtual one, and ends
 * them when they take too long or nobody waits any more.
 */
final class Inference implements AutoCloseable {

    private final Models models;
    private final Duration timeout;
    private final Failures failures;

    Inference(Models models, Duration timeout, Failures failures) {
        this.models = models;
        this.timeout = timeout;
        this.failures = failures;
    }

    /** A run that can be told to end, before it begins as well as after. */
    private static final class Run {

        private @Nullable RunOptions options;
        private boolean ended;

        synchronized RunOptions begin() throws OrtException {
            var begun = new RunOptions();
            begun.setTerminate(ended);
            options = begun;
            return begun;
        }

        synchronized void end() {
            ended = true;
            if (options != null) {
                try {
                    options.setTerminate(true);
                } catch (OrtException e) {
                    throw new IllegalStateException("a run that does not end", e);
                }
            }
        }

        synchronized void close() {
            if (options != null) {
                options.close();
                options = null;
            }
        }
    }

    /** @throws CodedException if the voice is broken, too slow, or nobody waits any more */
    ModelOutput run(NeuralVoice voice, long[] ids, double rate) {
        CommandLine.OF_THIS_PROCESS.check();
        var run = new Run();
        var task = new FutureTask<>(() -> output(run, voice, ids, rate));
        Thread.ofPlatform().daemon().name("neural").start(task);
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CodedException(
                    TtsErrorCode.VOICE_TIMED_OUT,
                    "The voice %s took longer than %s.".formatted(voice.voice().id(), timeout),
                    e);
        } catch (InterruptedException e) {
            throw failures.cancelled(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            run.end();
        }
    }

    private ModelOutput output(Run run, NeuralVoice voice, long[] ids, double rate) throws OrtException {
        try (var lease = models.lease(voice)) {
            var model = lease.model();
            return model.run(voice.inputs(model.inputs(), ids, rate), run.begin());
        } finally {
            run.close();
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
