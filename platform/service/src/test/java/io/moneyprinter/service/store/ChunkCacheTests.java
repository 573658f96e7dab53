package io.moneyprinter.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkCacheTests {

    private static final Duration KEEP = Duration.ofMinutes(60);
    private static final int SIZE = 1_000;

    @TempDir
    Path root;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    private ObjectStore store(int chunks) {
        return new LocalObjectStore(root, clock, new CacheLimit((long) chunks * SIZE, KEEP));
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void removesWhatWasUsedLongestAgo() {
        var store = store(3);
        for (var number = 0; number < 4; number++) {
            put(store, chunk(number));
            pass(Duration.ofMinutes(40));
        }

        put(store, chunk(4));

        assertThat(left()).containsExactly(2, 3, 4);
    }

    @Test
    void keepsWhatIsUsed() {
        var store = store(2);
        put(store, chunk(0));
        pass(Duration.ofMinutes(1));
        put(store, chunk(1));
        pass(Duration.ofMinutes(90));
        store.file(chunk(0));
        put(store, chunk(2));

        assertThat(left()).containsExactly(0, 2);
    }

    @Test
    void removesNothingThatSomebodyMayBeUsing() {
        var store = store(1);
        for (var number = 0; number < 5; number++) {
            put(store, chunk(number));
            pass(Duration.ofMinutes(10));
        }

        assertThat(left()).hasSize(5);
    }

    @Test
    void leavesEverythingElseAlone() {
        var store = store(1);
        var others = List.of(new ObjectKey("films/f.mp4"), new ObjectKey("mixes/m.m4a"), new ObjectKey("plans/p.json"));
        others.forEach(key -> put(store, key));
        put(store, chunk(0));
        pass(Duration.ofDays(300));

        put(store, chunk(1));

        assertThat(left()).containsExactly(1);
        assertThat(others).allMatch(store::exists);
    }

    @Test
    void saysThatAChunkIsGoneAndTakesItAgain() {
        var store = store(1);
        put(store, chunk(0));
        pass(Duration.ofHours(2));
        put(store, chunk(1));

        assertThatExceptionOfType(CodedException.class).isThrownBy(() -> store.file(chunk(0)));
        put(store, chunk(0));

        assertThat(store.file(chunk(0))).hasSize(SIZE);
    }

    @Test
    void keepsEverythingWithoutALimit() {
        var store = new LocalObjectStore(root, clock);
        put(store, chunk(0));
        pass(Duration.ofDays(3_000));
        put(store, chunk(1));

        assertThat(left()).containsExactly(0, 1);
    }

    /** Stores of their own share the directory, as processes would; the clock stands still while they work. */
    @Test
    void neverLosesWhatSomebodyHasFound() throws Exception {
        var stores = IntStream.range(0, 4).mapToObj(each -> store(40)).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var round = 0; round < 25; round++) {
                var first = round * 20;
                var work = stores.stream()
                        .flatMap(store -> List.<Callable<Integer>>of(
                                () -> write(store, first), () -> read(store, Math.max(0, first - 40), first))
                                .stream())
                        .toList();
                for (var done : threads.invokeAll(work)) {
                    done.get();
                }
                pass(KEEP.plusMinutes(1));
            }
        }
        put(stores.getFirst(), chunk(10_000));

        assertThat(left()).hasSizeLessThanOrEqualTo(40);
        try (var incoming = Files.list(root.resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    private static int write(ObjectStore store, int first) {
        for (var number = first; number < first + 20; number++) {
            put(store, chunk(number));
        }
        return 20;
    }

    private static int read(ObjectStore store, int first, int end) throws IOException {
        var found = 0;
        for (var pass = 0; pass < 5; pass++) {
            for (var number = first; number < end; number++) {
                if (store.exists(chunk(number))) {
                    assertThat(content(store, chunk(number))).hasSize(SIZE);
                    found++;
                }
            }
        }
        return found;
    }

    /** A chunk that was found just as it was to go is out of sight for a moment, and comes back. */
    private static byte[] content(ObjectStore store, ObjectKey key) throws IOException {
        for (var attempt = 0; ; attempt++) {
            try {
                return Files.readAllBytes(store.file(key));
            } catch (CodedException | NoSuchFileException hidden) {
                if (attempt == 1_000) {
                    throw hidden;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void put(ObjectStore store, ObjectKey key) {
        var file = store.newFile("bin");
        try {
            Files.write(file, new byte[SIZE]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.put(key, file);
    }

    private static ObjectKey chunk(int number) {
        return new ObjectKey("chunks/c%d.mp4".formatted(number));
    }

    private List<Integer> left() {
        return IntStream.rangeClosed(0, 10_000)
                .filter(number -> Files.exists(
                        root.resolve("objects").resolve(chunk(number).value())))
                .boxed()
                .toList();
    }
}
