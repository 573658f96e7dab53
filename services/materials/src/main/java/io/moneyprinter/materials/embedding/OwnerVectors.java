package io.moneyprinter.materials.embedding;

import io.moneyprinter.contracts.common.UserId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who compares the files of somebody: memory, or the database where their vectors have no room there or the
 * operator wants it. Keeps the vectors of those in memory whose files were looked for last, and looks whether they are
 * still true.
 */
final class OwnerVectors {

    private static final Logger log = LoggerFactory.getLogger(OwnerVectors.class);

    private final JdbcEmbeddings rows;
    private final PgvectorDirections directions;
    private final Supplier<String> model;
    private final long memory;
    private final Duration trusted;
    private final Map<UserId, Held> owners = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param model under which they are kept, which is not known before a model was looked at
     * @param memory bytes for all
     * @param trusted how long nobody looks whether they have changed
     */
    OwnerVectors(
            JdbcEmbeddings rows, PgvectorDirections directions, Supplier<String> model, long memory, Duration trusted) {
        this.rows = rows;
        this.directions = directions;
        this.model = model;
        this.memory = memory;
        this.trusted = trusted;
    }

    private static final class Held {
        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Known known;
        private volatile long lookedAt;
    }

    /** @param vectors null where the database compares */
    private record Known(Vectors.State state, @Nullable Vectors vectors) {

        long bytes() {
            return vectors == null ? 0 : vectors.bytes();
        }
    }

    /** The nearest ones, nearest first. */
    List<Vectors.Near> nearest(UserId owner, Embedding wanted, int most) {
        while (true) {
            var vectors = of(owner, wanted.dimensions());
            if (vectors != null) {
                return vectors.nearest(wanted, most);
            }
            var near = directions.nearest(owner, model.get(), wanted, most);
            if (near.isPresent()) {
                return near.get();
            }
        }
    }

    /** Null where the database compares. */
    @Nullable
    Vectors of(UserId owner, int dimensions) {
        Held held;
        synchronized (owners) {
            held = owners.computeIfAbsent(owner, each -> new Held());
        }
        var known = held.known;
        if (known != null && isOf(known, dimensions)) {
            if (System.nanoTime() - held.lookedAt < trusted.toNanos()) {
                return known.vectors();
            }
            // Whoever comes while somebody else reads them anew takes them as they were.
            if (!held.reading.tryLock()) {
                return known.vectors();
            }
        } else {
            held.reading.lock();
        }
        try {
            var current = current(held, owner, dimensions);
            held.known = current;
            held.lookedAt = System.nanoTime();
            makeRoom(held);
            return current.vectors();
        } finally {
            held.reading.unlock();
        }
    }

    /** Whether it can still be asked, and for vectors of so many dimensions. */
    private boolean isOf(Known known, int dimensions) {
        return known.state().dimensions() == dimensions && (known.vectors() != null || directions.isThere());
    }

    private Known current(Held held, UserId owner, int dimensions) {
        var known = held.known;
        if (known != null && isOf(known, dimensions) && System.nanoTime() - held.lookedAt < trusted.toNanos()) {
            return known;
        }
        var state = rows.state(owner, model.get(), dimensions);
        var most = (int) Math.min(Integer.MAX_VALUE / dimensions, memory / (dimensions + Vectors.ID_BYTES));
        if (directions.compare(state.count() <= most) && directions.isComplete(owner, model.get())) {
            return new Known(state, null);
        }
        if (known != null && known.vectors() != null && known.state().equals(state)) {
            return known;
        }
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
        return new Known(state, vectors);
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
        var known = held.known;
        return known == null ? 0 : known.bytes();
    }

    /** Whose vectors are in memory, for tests. */
    int owners() {
        synchronized (owners) {
            return owners.size();
        }
    }
}
