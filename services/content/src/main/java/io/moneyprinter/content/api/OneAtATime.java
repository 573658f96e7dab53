package io.moneyprinter.content.api;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one piece of work go on for each key; others wait until it has ended, well or not. */
final class OneAtATime<K> {

    private final ConcurrentHashMap<K, Place> places = new ConcurrentHashMap<>();

    <T> T run(K key, Supplier<T> work) {
        var place = places.compute(key, (same, there) -> (there == null ? new Place() : there).entered());
        place.lock.lock();
        try {
            return work.get();
        } finally {
            place.lock.unlock();
            places.computeIfPresent(key, (same, there) -> there.left());
        }
    }

    /** How many keys there is somebody at. */
    int size() {
        return places.size();
    }

    /** Its number of people changes only while the map holds its key. */
    private static final class Place {

        private final ReentrantLock lock = new ReentrantLock();
        private int people;

        Place entered() {
            people++;
            return this;
        }

        /** Null when it is empty. */
        @Nullable
        Place left() {
            people--;
            return people == 0 ? null : this;
        }
    }
}
