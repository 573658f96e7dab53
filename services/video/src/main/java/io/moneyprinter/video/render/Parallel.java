package io.moneyprinter.video.render;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Work on many parts of a film at a time; how many is decided by the turns of FFmpeg. */
final class Parallel {

    private Parallel() {}

    /** What is done with one part. */
    interface Step {
        void at(int index);
    }

    /** Runs all steps and returns when they are done; when one fails, the others are ended. */
    static void run(List<Integer> indices, Step step) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Integer>(threads);
            for (var index : indices) {
                done.submit(task(step, index));
            }
            try {
                for (var i = 0; i < indices.size(); i++) {
                    done.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CodedException(CommonErrorCode.CANCELLED, "interrupted while working on a film", e);
            }
        }
    }

    private static Callable<Integer> task(Step step, int index) {
        return () -> {
            step.at(index);
            return index;
        };
    }
}
