package io.moneyprinter.video.source;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.service.store.ObjectStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The facts about objects, read once from each: objects never change. Shared between threads. */
public final class Sources {

    private static final int REMEMBERED = 4_096;

    private final ObjectStore store;
    private final Probe probe;
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<ObjectKey, SourceFacts> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectKey, SourceFacts> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Sources(ObjectStore store, Probe probe) {
        this.store = store;
        this.probe = probe;
    }

    /**
     * What is known about the picture of an object.
     *
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND} or {@code FFMPEG_FAILED}
     * @throws IllegalArgumentException when the object has no picture
     */
    public SourceFacts facts(ObjectKey key) {
        lock.lock();
        try {
            var facts = known.get(key);
            if (facts != null) {
                return facts;
            }
        } finally {
            lock.unlock();
        }
        // Outside of the lock: others need not wait for the probe, and twice the same answer does no harm.
        var facts = SourceFacts.of(probe.facts(store.file(key), SourceFacts.ENTRIES));
        lock.lock();
        try {
            known.put(key, facts);
        } finally {
            lock.unlock();
        }
        return facts;
    }
}
