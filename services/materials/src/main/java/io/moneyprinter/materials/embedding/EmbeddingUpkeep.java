package io.moneyprinter.materials.embedding;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.schedule.Sweep;
import io.moneyprinter.service.store.Digests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has all files embedded of which something new is said, in batches, and keeps pgvector up; nobody waits for it. */
@Component
final class EmbeddingUpkeep extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(EmbeddingUpkeep.class);

    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** Whoever has not embedded a file by then has died over it. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Any model takes this. */
    private static final String HARMLESS = "sunset";

    private final EmbeddingProperties properties;
    private final Embedder embedder;
    private final JdbcEmbeddings rows;
    private final PgvectorDirections directions;
    private boolean renewed;

    EmbeddingUpkeep(
            EmbeddingProperties properties, Embedder embedder, JdbcEmbeddings rows, PgvectorDirections directions) {
        super("materials-embeddings", Duration.ZERO, PAUSE, "files are embedded later");
        this.properties = properties;
        this.embedder = embedder;
        this.rows = rows;
        this.directions = directions;
    }

    @Override
    public boolean isAutoStartup() {
        return embedder.isConfigured();
    }

    @Override
    protected void sweep() {
        embedAll();
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
        directions.keepUp(model);
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
}
