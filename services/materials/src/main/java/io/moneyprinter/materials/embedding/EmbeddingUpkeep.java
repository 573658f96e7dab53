package io.moneyprinter.materials.embedding;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has all files embedded of which something new is said, in batches; nobody waits for it. */
@Component
final class EmbeddingUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EmbeddingUpkeep.class);

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    /** Whoever has not embedded a file by then has died over it. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Any model takes this. */
    private static final String HARMLESS = "sunset";

    private final EmbeddingProperties properties;
    private final Embedder embedder;
    private final JdbcEmbeddings rows;
    private @Nullable ScheduledExecutorService worker;
    private boolean renewed;

    EmbeddingUpkeep(EmbeddingProperties properties, Embedder embedder, JdbcEmbeddings rows) {
        this.properties = properties;
        this.embedder = embedder;
        this.rows = rows;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("materials-embeddings").factory());
        worker = started;
        if (embedder.isConfigured()) {
            started.execute(() -> run(started));
        }
    }

    private void run(ScheduledExecutorService worker) {
        var pause = PAUSE;
        try {
            embedAll();
        } catch (CodedException e) {
            pause = PAUSE_AFTER_FAILURE;
            if (e.code() != CommonErrorCode.CANCELLED) {
                log.warn("files are embedded later: {} {}", e.code().name(), e.getMessage());
            }
        } catch (RuntimeException e) {
            pause = PAUSE_AFTER_FAILURE;
            log.warn("files are embedded later", e);
        }
        if (!worker.isShutdown()) {
            worker.schedule(() -> run(worker), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Returns when nothing is left that nobody else has taken.
     *
     * @throws CodedException {@code EMBEDDING_…}; what was taken is given back
     */
    void embedAll() {
        var dimensions = embedder.scale(properties.timeout()).dimensions();
        var model = embedder.vectors();
        if (!renewed) {
            rows.renew(model, dimensions);
            renewed = true;
        }
        while (!Thread.currentThread().isInterrupted()) {
            var taken = rows.take(model, dimensions, LEASE, properties.batch());
            if (taken.isEmpty()) {
                return;
            }
            embed(model, taken);
        }
    }

    private void embed(String model, List<JdbcEmbeddings.Taken> taken) {
        var left = new HashSet<>(taken);
        try {
            var changed = new ArrayList<JdbcEmbeddings.Taken>();
            for (var asset : taken) {
                if (digest(asset).equals(asset.digest())) {
                    rows.leave(asset);
                    left.remove(asset);
                } else if (asset.text().isBlank()) {
                    rows.keep(asset, model, digest(asset), null);
                    left.remove(asset);
                } else {
                    changed.add(asset);
                }
            }
            var embeddings =
                    embeddings(changed.stream().map(JdbcEmbeddings.Taken::text).toList());
            for (var i = 0; i < changed.size(); i++) {
                rows.keep(changed.get(i), model, digest(changed.get(i)), embeddings.get(i));
                left.remove(changed.get(i));
            }
        } finally {
            rows.giveBack(List.copyOf(left));
        }
    }

    /** One for each text; null for those that the model does not take. */
    private List<@Nullable Embedding> embeddings(List<String> texts) {
        try {
            return new ArrayList<>(embedder.inBackground(texts));
        } catch (CodedException e) {
            if (e.code() != MaterialsErrorCode.EMBEDDING_REFUSED) {
                throw e;
            }
            // One of them is to blame, or the model takes nothing at all.
            embedder.inBackground(List.of(HARMLESS));
        }
        var embeddings = new ArrayList<@Nullable Embedding>();
        for (var text : texts) {
            embeddings.add(alone(text));
        }
        return embeddings;
    }

    private @Nullable Embedding alone(String text) {
        try {
            return embedder.inBackground(List.of(text)).getFirst();
        } catch (CodedException e) {
            if (e.code() != MaterialsErrorCode.EMBEDDING_REFUSED) {
                throw e;
            }
            log.warn("a file is found by its words only: {}", e.getMessage());
            return null;
        }
    }

    private static String digest(JdbcEmbeddings.Taken asset) {
        return Digests.of(asset.text());
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
