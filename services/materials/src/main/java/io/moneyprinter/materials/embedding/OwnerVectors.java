package io.moneyprinter.materials.embedding;

import io.moneyprinter.contracts.common.UserId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the vectors of those in memory whose files were looked for last, and looks whether they are still true. */
final class OwnerVectors {

    private static final Logger log = LoggerFactory.getLogger(OwnerVectors.class);

    private final JdbcEmbeddings rows;
    private final Supplier<String> model;
    private final long memory;
    private final Duration trusted;
    private final Map<UserId, Held> owners = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param model under which they are kept, which is not known before a model was looked at
     * @param memory bytes for all
     * @param trusted how long nobody looks whether they have changed
     */
    OwnerVectors(JdbcEmbeddings rows, Supplier<String> model, long memory, Duration trusted) {
        this.rows = rows;
        this.model = model;
        this.memory = memory;
        this.trusted = trusted;
    }

    private static final class Held {
        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Vectors vectors;
        private volatile long lookedAt;
    }

    Vectors of(UserId owner, int dimensions) {
        Held held;
        synchronized (owners) {
            held = owners.computeIfAbsent(owner, each -> new Held());
        }
        var known = held.vectors;
        if (known != null && known.state().dimensions() == dimensions) {
            if (System.nanoTime() - held.lookedAt < trusted.toNanos()) {
                return known;
            }
            // Whoever comes while somebody else reads them anew takes them as they were.
            if (!held.reading.tryLock()) {
                return known;
            }
        } else {
            held.reading.lock();
        }
        try {
            var vectors = current(held, owner, dimensions);
            held.vectors = vectors;
            held.lookedAt = System.nanoTime();
            makeRoom(held);
            return vectors;
        } finally {
            held.reading.unlock();
        }
    }

    private Vectors current(Held held, UserId owner, int dimensions) {
        var known = held.vectors;
        if (known != null
                && known.state().dimensions() == dimensions
                && System.nanoTime() - held.lookedAt < trusted.toNanos()) {
            return known;
        }
        var state = rows.state(owner, model.get(), dimensions);
        if (known != null && known.state().equals(state)) {
            return known;
        }
        var most = (int) Math.min(Integer.MAX_VALUE / dimensions, memory / (dimensions + Vectors.ID_BYTES));
        if (state.count() > most) {
            log.warn(
                    "of the {} files of {}, {} are compared by meaning: more have no room in {}",
                    state.count(),
                    owner,
                    most,
                    EmbeddingProperties.SETTINGS.name("memory"));
        }
        var vectors = new Vectors(state, most);
        rows.read(owner, model.get(), vectors);
        return vectors;
    }

    /** The ones that were not looked for the longest go first; those that were read just now stay. */
    private void makeRoom(Held latest) {
        synchronized (owners) {
            var bytes = owners.values().stream().mapToLong(OwnerVectors::bytes).sum();
            for (var each = owners.values().iterator(); bytes > memory && each.hasNext(); ) {
                var held = each.next();
                if (held != latest) {
                    bytes -= bytes(held);
                    each.remove();
                }
            }
        }
    }

    private static long bytes(Held held) {
        var vectors = held.vectors;
        return vectors == null ? 0 : vectors.bytes();
    }

    /** Whose vectors are in memory, for tests. */
    int owners() {
        synchronized (owners) {
            return owners.size();
        }
    }
}
