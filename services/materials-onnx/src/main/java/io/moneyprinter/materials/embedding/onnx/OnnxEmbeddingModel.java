package io.moneyprinter.materials.embedding.onnx;

import ai.onnxruntime.OrtException;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.embedding.Embedding;
import io.moneyprinter.materials.embedding.EmbeddingModel;
import io.moneyprinter.onnx.OnnxRun;
import io.moneyprinter.onnx.OnnxRuntime;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A model in a directory. It is loaded when somebody asks first, and as long as it cannot be, whoever asks next tries
 * again, so that a directory can be put in order while the program runs; once loaded it stays what it was.
 */
final class OnnxEmbeddingModel implements EmbeddingModel {

    private static final String THREAD = "embeddings-onnx";

    /** Nothing is gained by more, and a large model takes seconds for a long text. */
    private static final int BATCH = 8;

    /** For those who only want to know what it is. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path directory;
    private final String file;
    private final int threads;
    private final Path unpacked;
    private final Semaphore turns;
    private final ReentrantLock loading = new ReentrantLock();

    /** Shared by those who use the model; whoever closes it has it alone. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private volatile @Nullable OnnxTextModel loaded;
    private volatile boolean closed;

    /**
     * @param file of the model in the directory; empty for the usual one
     * @param parallelism batches at a time
     * @param threads of the processor for each
     * @param unpacked where the library for tokens is unpacked
     */
    OnnxEmbeddingModel(Path directory, String file, int parallelism, int threads, Path unpacked) {
        this.directory = directory;
        this.file = file;
        this.threads = threads;
        this.unpacked = unpacked;
        this.turns = new Semaphore(parallelism, true);
    }

    @FunctionalInterface
    private interface Use<T> {

        T of(OnnxTextModel model, OnnxRun run) throws OrtException;
    }

    @Override
    public String name() {
        var model = loaded;
        return model == null ? use(PATIENCE, (found, run) -> found.name()) : model.name();
    }

    @Override
    public String description() {
        return "%s in %s".formatted(name(), directory);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public List<Embedding> embed(List<String> texts, Duration patience) {
        return use(patience, (model, run) -> {
            var embeddings = new ArrayList<Embedding>();
            for (var text : texts) {
                if (closed || run.isEnded()) {
                    throw cancelled(null);
                }
                embeddings.add(model.embed(text, run.options()));
            }
            return embeddings;
        });
    }

    private <T> T use(Duration patience, Use<T> use) {
        var obstacle = OnnxRuntime.obstacle();
        if (obstacle != null) {
            throw unavailable(obstacle, null);
        }
        var deadline = Deadline.after(patience);
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw unavailable("others are asking it and did not end within %s".formatted(patience), null);
            }
            try {
                return OnnxRun.within(deadline.left(), THREAD, run -> used(use, run));
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (TimeoutException e) {
            throw unavailable("it did not end within %s".formatted(patience), e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private <T> T used(Use<T> wanted, OnnxRun run) throws OrtException {
        use.readLock().lock();
        try {
            return wanted.of(loaded(), run);
        } finally {
            use.readLock().unlock();
        }
    }

    private OnnxTextModel loaded() {
        loading.lock();
        try {
            if (closed) {
                throw cancelled(null);
            }
            var known = loaded;
            if (known == null) {
                known = OnnxTextModel.load(ModelDirectory.read(directory, file), threads, unpacked);
                loaded = known;
            }
            return known;
        } finally {
            loading.unlock();
        }
    }

    private CodedException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case CodedException coded -> coded;
            case LinkageError e ->
                unavailable("its native code does not run on this kind of machine (%s)".formatted(e.getMessage()), e);
            case null, default -> unavailable("it failed (%s)".formatted(cause), cause);
        };
    }

    private CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.EMBEDDING_UNAVAILABLE,
                "the model in %s cannot be asked: %s".formatted(directory, reason),
                cause);
    }

    private static CodedException cancelled(@Nullable Throwable cause) {
        return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", cause);
    }

    /** Waits for those who use it, none of whom begins another text. */
    @Override
    public void close() {
        closed = true;
        use.writeLock().lock();
        try {
            var model = loaded;
            loaded = null;
            if (model != null) {
                model.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
