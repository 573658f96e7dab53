package io.moneyprinter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Work of a model, on a thread of the machine, because native code holds on to whoever carries a virtual one. It is told
 * to end when it takes too long or nobody waits any more, before a model runs as well as while it does.
 */
public final class OnnxRun {

    private @Nullable RunOptions options;
    private boolean ended;

    private OnnxRun() {}

    /** What is done on that thread. */
    @FunctionalInterface
    public interface Work<T> {

        T done(OnnxRun run) throws OrtException;
    }

    /**
     * What the work gives.
     *
     * @param thread its name
     * @throws TimeoutException when it takes longer than that; what it holds, it gives back when it ends
     * @throws ExecutionException with what the work has thrown
     */
    public static <T> T within(Duration patience, String thread, Work<T> work)
            throws InterruptedException, TimeoutException, ExecutionException {
        var run = new OnnxRun();
        var task = new FutureTask<>(() -> {
            try {
                return work.done(run);
            } finally {
                run.close();
            }
        });
        Thread.ofPlatform().daemon().name(thread).start(task);
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            run.end();
        }
    }

    /** With which models are to be run, all of them with the same. */
    public synchronized RunOptions options() throws OrtException {
        var begun = options;
        if (begun == null) {
            begun = new RunOptions();
            begun.setTerminate(ended);
            options = begun;
        }
        return begun;
    }

    /** Whether nobody waits any more. */
    public synchronized boolean isEnded() {
        return ended;
    }

    private synchronized void end() {
        ended = true;
        if (options != null) {
            try {
                options.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException("a run that does not end", e);
            }
        }
    }

    private synchronized void close() {
        if (options != null) {
            options.close();
            options = null;
        }
    }
}
