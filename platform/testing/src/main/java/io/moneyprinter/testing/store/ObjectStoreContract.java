package io.moneyprinter.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.Inventory;
import io.moneyprinter.service.store.Inventory.Condition;
import io.moneyprinter.service.store.MadeObjects;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every object store does, wherever objects lie. */
public abstract class ObjectStoreContract {

    /** Larger than what a store takes in one go. */
    private static final int LARGE = (12 << 20) + 345;

    @TempDir
    protected Path work;

    private ObjectStore store;
    private Inventory inventory;

    /** An empty one, which is an {@link Inventory} too; with copies, if it has any, below that directory. */
    protected abstract ObjectStore open(Path directory);

    /** Another one for the same objects, such as another machine has. */
    protected abstract ObjectStore another(Path directory);

    /** Lets so much time pass that the next use of an object is noted. */
    protected abstract void pass() throws Exception;

    /** What the store takes for now. */
    protected abstract Instant now();

    /** Changes a byte of what is stored. */
    protected abstract void spoil(ObjectKey key) throws Exception;

    @BeforeEach
    void open() throws IOException {
        store = open(Files.createDirectories(work.resolve("one")));
        inventory = (Inventory) store;
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        var key = key("words", "json");
        assertThat(store.exists(key)).isFalse();

        store.put(key, bytes("some words"));

        assertThat(store.exists(key)).isTrue();
        assertThat(store.file(key)).hasContent("some words");
        assertThat(another(work.resolve("two")).file(key)).hasContent("some words");
    }

    @Test
    void takesFilesOver() throws IOException {
        var own = Files.writeString(store.newFile("txt"), "own");
        var foreign = Files.writeString(work.resolve("foreign.txt"), "foreign");

        store.put(key("own", "txt"), own);
        store.put(key("foreign", "txt"), foreign);

        assertThat(own).doesNotExist();
        assertThat(foreign).doesNotExist();
        assertThat(store.file(key("own", "txt"))).hasContent("own");
        assertThat(store.file(key("foreign", "txt"))).hasContent("foreign");
    }

    @Test
    void keepsWhatWasStoredFirst() throws IOException {
        var key = key("films", "mp4");
        store.put(key, bytes("first"));
        var second = Files.writeString(store.newFile("mp4"), "second");

        store.put(key, second);

        assertThat(second).doesNotExist();
        assertThat(store.file(key)).hasContent("first");
        assertThat(another(work.resolve("two")).file(key)).hasContent("first");
    }

    @Test
    void saysWhatItDoesNotHave() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> store.file(key("nothing", "txt")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(CommonErrorCode.OBJECT_NOT_FOUND));
    }

    @Test
    void deletes() {
        var key = key("gone", "txt");
        store.put(key, bytes("gone soon"));

        store.delete(key);
        store.delete(key);

        assertThat(store.exists(key)).isFalse();
        assertThatExceptionOfType(CodedException.class).isThrownBy(() -> store.file(key));
        store.put(key, bytes("there again"));
        assertThat(store.exists(key)).isTrue();
    }

    @Test
    void keepsEmptyAndLargeObjects() throws IOException {
        var content = new byte[LARGE];
        new Random(7).nextBytes(content);

        store.put(key("empty", "bin"), new byte[0]);
        store.put(key("large", "bin"), content);

        var other = another(work.resolve("two"));
        assertThat(other.file(key("empty", "bin"))).isEmptyFile();
        assertThat(other.file(key("large", "bin"))).hasBinaryContent(content);
        assertThat(store.file(key("large", "bin"))).hasBinaryContent(content);
        assertThat(((Inventory) other).condition(key("large", "bin"))).isEqualTo(Condition.WHOLE);
    }

    /** What each of them finds once it has stored its own is what all find in the end. */
    @RepeatedTest(8)
    void letsManyStoreTheSameAtOnce() throws Exception {
        var key = key("race", "bin");
        var stores = List.of(store, another(work.resolve("two")));
        var found = inParallel(6, number -> {
            var mine = stores.get(number % 2);
            mine.put(key, ("by " + number).repeat(10_000).getBytes(StandardCharsets.US_ASCII));
            return Files.readString(mine.file(key));
        });

        var content = Files.readString(another(work.resolve("three")).file(key));
        assertThat(content).matches("(by \\d)\\1{9999}");
        assertThat(found).containsOnly(content);
        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
    }

    @Test
    void makesWhatIsMissingOnce() throws Exception {
        var key = key("made", "txt");
        var made = new MadeObjects(store);
        var makings = new AtomicInteger();

        var found = inParallel(8, number -> {
            var there = made.get(key, file -> {
                makings.incrementAndGet();
                Files.writeString(file, "made by " + number);
            });
            return Files.readString(store.file(there));
        });

        assertThat(makings).hasValue(1);
        assertThat(found)
                .containsOnly(Files.readString(another(work.resolve("two")).file(key)));
        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
    }

    @Test
    void makesNothingThatIsThere() {
        var key = key("there", "txt");
        store.put(key, bytes("there"));

        var found = new MadeObjects(store).get(key, file -> {
            throw new AssertionError("made again");
        });

        assertThat(store.file(found)).hasContent("there");
    }

    @Test
    void makesAgainWhatCouldNotBeMade() throws Exception {
        var key = key("second try", "txt");
        var made = new MadeObjects(store);

        var failing = List.<MadeObjects.Making>of(
                file -> {
                    Files.writeString(file, "half");
                    throw new IOException("no luck");
                },
                file -> {
                    Files.writeString(file, "half");
                    throw new IllegalStateException("no luck");
                });
        for (var making : failing) {
            assertThatException().isThrownBy(() -> made.get(key, making)).withStackTraceContaining("no luck");
            assertThat(store.exists(key)).isFalse();
            assertThat(work.resolve("one/incoming")).isEmptyDirectory();
        }

        assertThat(store.file(made.get(key, file -> Files.writeString(file, "whole"))))
                .hasContent("whole");
    }

    /** Different objects are made at the same time. */
    @Test
    void makesSeveralAtATime() throws Exception {
        var made = new MadeObjects(store);
        var together = new CyclicBarrier(3);

        inParallel(
                3,
                number -> made.get(key("together " + number, "txt"), file -> {
                    await(together);
                    Files.writeString(file, "made");
                }));

        assertThat(IntStream.range(0, 3)).allMatch(number -> store.exists(key("together " + number, "txt")));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("the others do not come", alone);
        }
    }

    /** Such as when the film that wants it is cancelled. */
    @Test
    void stopsWaitingForOthersWhenItIsInterrupted() throws Exception {
        var key = key("interrupted", "txt");
        var made = new MadeObjects(store);
        var begun = new CyclicBarrier(2);
        var end = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var making = threads.submit(() -> made.get(key, file -> {
                await(begun);
                await(end);
                Files.writeString(file, "made");
            }));
            await(begun);

            Thread.currentThread().interrupt();
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> made.get(key, file -> {
                        throw new AssertionError("made by two");
                    }))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(CommonErrorCode.CANCELLED));
            assertThat(Thread.interrupted()).isTrue();

            await(end);
            assertThat(store.file(making.get())).hasContent("made");
        }
    }

    private interface Numbered<T> {
        T run(int number) throws Exception;
    }

    /** All at once; what each of them returned. */
    private static <T> List<T> inParallel(int count, Numbered<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var all = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(number -> () -> work.run(number))
                    .toList();
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(all)) {
                results.add(done.get());
            }
            return results;
        }
    }

    @Test
    void knowsAllThatItHas() {
        store.put(key("a", "txt"), bytes("1"));
        store.put(key("b", "txt"), bytes("22"));

        var all = new ArrayList<StoredObject>();
        inventory.forEach(all::add);

        assertThat(all).extracting(StoredObject::key).containsExactlyInAnyOrder(key("a", "txt"), key("b", "txt"));
        assertThat(all).extracting(StoredObject::size).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void deletesWhatNobodyUsedLately() throws Exception {
        var key = key("unused", "txt");
        store.put(key, bytes("unused"));
        assertThat(inventory.deleteUnused(key, now().minusSeconds(3_600))).isFalse();
        pass();
        var later = now();

        assertThat(inventory.deleteUnused(key, later)).isTrue();
        assertThat(store.exists(key)).isFalse();
        assertThat(inventory.deleteUnused(key, later)).isTrue();
    }

    @Test
    void deletesNothingThatSomebodyFoundLately() throws Exception {
        var key = key("found", "txt");
        store.put(key, bytes("found"));
        pass();
        var before = now().minusSeconds(1);
        pass();
        assertThat(another(work.resolve("two")).exists(key)).isTrue();

        assertThat(inventory.deleteUnused(key, before)).isFalse();

        assertThat(store.file(key)).hasContent("found");
        assertThat(inventory.condition(key)).isEqualTo(Condition.WHOLE);
    }

    @Test
    void deletesNothingThatSomebodyStoredAgainLately() throws Exception {
        var key = key("again", "txt");
        store.put(key, bytes("again"));
        pass();
        var before = now().minusSeconds(1);
        pass();
        another(work.resolve("two")).put(key, bytes("again"));

        assertThat(inventory.deleteUnused(key, before)).isFalse();
        assertThat(store.exists(key)).isTrue();
    }

    @Test
    void tellsWholeFromDamaged() throws Exception {
        var key = key("bits", "bin");
        store.put(key, bytes("all bits are here"));
        assertThat(inventory.condition(key)).isEqualTo(Condition.WHOLE);

        spoil(key);

        assertThat(inventory.condition(key)).isEqualTo(Condition.DAMAGED);
        assertThat(inventory.condition(key("nothing", "bin"))).isEqualTo(Condition.GONE);
    }

    @Test
    void removesWhatWasNeverFinished() throws Exception {
        Files.writeString(store.newFile("txt"), "half of it");
        Files.createDirectories(store.newFile("work").resolve("inside"));
        pass();

        var later = Instant.now().plusSeconds(60);
        assertThat(inventory
                        .leftOvers(now().minusSeconds(3_600 * 24), key -> true, true)
                        .count())
                .isZero();
        assertThat(inventory.leftOvers(later, key -> true, false).count()).isEqualTo(2);
        assertThat(inventory.leftOvers(later, key -> true, true).count()).isEqualTo(2);

        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
    }

    /** Of an object that is called so; its digest is none of its content, as of all that is derived. */
    protected static ObjectKey key(String name, String extension) {
        return new ObjectKey("contract/%s.%s".formatted(Digests.of(name), extension));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
