package io.moneyprinter.ffmpeg.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceSlotsTests {

    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final DeviceFailure LOST = new DeviceFailure(DeviceFault.LOST, "GPU hang (-21)");

    private final AtomicLong now = new AtomicLong();
    private final AtomicReference<@Nullable DeviceFailure> testResult = new AtomicReference<>();
    private final AtomicInteger tests = new AtomicInteger();
    private final List<Runnable> background = new ArrayList<>();

    @Test
    void neverGivesOutMoreThanDevicesBear() throws Exception {
        var slots = slots(device("nvenc:0", 3), device("nvenc:1", 2));
        var used = new ConcurrentHashMap<String, AtomicInteger>();
        var most = new ConcurrentHashMap<String, Integer>();
        var served = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                var film = "film " + i % 7;
                var length = i % 3 == 0 ? LONG : SHORT;
                threads.submit(() -> {
                    try (var lease = slots.acquire(wish(film, length), Set.of(), () -> false)
                            .orElseThrow()) {
                        var id = lease.device().id();
                        var count = used.computeIfAbsent(id, key -> new AtomicInteger());
                        most.merge(id, count.incrementAndGet(), Math::max);
                        Thread.sleep(2);
                        count.decrementAndGet();
                        served.incrementAndGet();
                    }
                    return null;
                });
            }
        }

        assertThat(served).hasValue(50);
        assertThat(most).containsOnly(Map.entry("nvenc:0", 3), Map.entry("nvenc:1", 2));
    }

    @Test
    void servesWhoCameFirst() {
        var slots = slots(device("nvenc:0", 1));
        var holder = take(slots, "film", LONG);
        var order = new ConcurrentLinkedQueue<String>();
        var waiting = new ArrayList<CompletableFuture<Void>>();
        for (var name : List.of("a", "b", "c", "d")) {
            waiting.add(inLine(slots, wish(name, LONG), lease -> {
                order.add(name);
                lease.close();
            }));
        }

        holder.close();

        waiting.forEach(CompletableFuture::join);
        assertThat(order).containsExactly("a", "b", "c", "d");
    }

    @Test
    void letsShortChunksOfAFilmFollowInOneSessionForAWhile() {
        var slots = slots(device("nvenc:0", 3));
        var first = take(slots, "a", SHORT);
        var order = new ConcurrentLinkedQueue<String>();
        var waiting = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 3; i++) {
            waiting.add(inLine(slots, wish("a", SHORT), lease -> {
                order.add("a");
                lease.close();
            }));
        }

        // Two sessions are free all the while, for whoever else comes.
        try (var other = take(slots, "b", LONG);
                var another = take(slots, "c", LONG)) {
            assertThat(order).isEmpty();
            assertThat(other.device()).isEqualTo(another.device());
            first.close();
            waiting.forEach(CompletableFuture::join);
        }
        assertThat(order).hasSize(3);
    }

    @Test
    void endsABatchWhenItHasHadItsTime() {
        var slots = slots(device("nvenc:0", 1));
        var first = take(slots, "a", SHORT);
        var order = new ConcurrentLinkedQueue<String>();
        var waiting = new ArrayList<CompletableFuture<Void>>();
        waiting.add(inLine(slots, wish("b", LONG), lease -> {
            order.add("b");
            lease.close();
        }));
        for (var i = 0; i < 5; i++) {
            waiting.add(inLine(slots, wish("a", SHORT), lease -> {
                order.add("a");
                lease.close();
            }));
        }

        first.close();

        waiting.forEach(CompletableFuture::join);
        // Four seconds make a batch: three more chunks in the first session, then the other film, then the rest.
        assertThat(order).containsExactly("a", "a", "a", "b", "a", "a");
    }

    @Test
    void sharesOutOverDevicesAndPrefersThoseThatDoWell() {
        var slots = slots(device("nvenc:0", 2), device("nvenc:1", 2));
        slots.failed(device("nvenc:0", 2), LOST);

        try (var first = take(slots, "a", LONG);
                var second = take(slots, "b", LONG);
                var third = take(slots, "c", LONG)) {
            assertThat(List.of(first, second, third))
                    .extracting(lease -> lease.device().id())
                    .containsExactly("nvenc:1", "nvenc:1", "nvenc:0");
        }
    }

    @Test
    void hasNothingForWhoWantsWhatNoDeviceDoes() {
        var slots = slots(device("nvenc:0", 1));

        assertThat(slots.acquire(new Wish(DeviceFamily.VAAPI, VideoCodec.H264, "film", LONG), Set.of(), () -> false))
                .isEmpty();
        assertThat(slots.acquire(new Wish(DeviceFamily.NVENC, VideoCodec.AV1, "film", LONG), Set.of(), () -> false))
                .isEmpty();
        assertThat(slots.acquire(wish("film", LONG), Set.of("nvenc:0"), () -> false))
                .isEmpty();
    }

    @Test
    void letsADeviceRestThatKeepsFailingAndTestsItBeforeItsNextUse() {
        var device = device("nvenc:0", 2);
        var slots = slots(device);
        fail(slots, device, 2);
        assertThat(slots.acquire(wish("film", LONG), Set.of(), () -> false)).hasValueSatisfying(Lease::close);
        fail(slots, device, 1);

        assertThat(slots.acquire(wish("film", LONG), Set.of(), () -> false)).isEmpty();
        assertThat(slots.reason(DeviceFamily.NVENC)).contains("nvenc:0 rests: it was lost: GPU hang (-21)");

        now.addAndGet(60_000);
        assertThat(slots.isUsable(DeviceFamily.NVENC, VideoCodec.H264)).isFalse();
        assertThat(slots.isUsable(DeviceFamily.NVENC, VideoCodec.H264)).isFalse();
        assertThat(background).hasSize(1);
        background.removeFirst().run();

        assertThat(tests).hasValue(1);
        assertThat(slots.acquire(wish("film", LONG), Set.of(), () -> false)).hasValueSatisfying(Lease::close);
    }

    @Test
    void letsADeviceRestOnThatFailsItsTest() {
        var device = device("nvenc:0", 2);
        var slots = slots(device);
        fail(slots, device, 3);
        testResult.set(new DeviceFailure(DeviceFault.HUNG, ""));
        now.addAndGet(60_000);
        assertThat(slots.isUsable(DeviceFamily.NVENC, VideoCodec.H264)).isFalse();
        background.removeFirst().run();

        now.addAndGet(59_999);
        assertThat(slots.isUsable(DeviceFamily.NVENC, VideoCodec.H264)).isFalse();
        assertThat(background).isEmpty();
        assertThat(slots.reason(DeviceFamily.NVENC)).contains("nvenc:0 rests: it did not end in time");
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        var device = device("nvenc:0", 2);
        var slots = slots(device);

        fail(slots, device, 2);
        slots.succeeded(device);
        fail(slots, device, 2);

        assertThat(slots.isUsable(DeviceFamily.NVENC, VideoCodec.H264)).isTrue();
    }

    @Test
    void sendsAwayWhoWaitsForADeviceThatGoesToRest() {
        var device = device("nvenc:0", 1);
        var slots = slots(device);
        var holder = take(slots, "a", SHORT);
        var follower = answer(slots, wish("a", SHORT));
        var other = answer(slots, wish("b", LONG));

        fail(slots, device, 3);
        holder.close();

        assertThat(follower.join()).isEmpty();
        assertThat(other.join()).isEmpty();
    }

    @Test
    void takesFewerSessionsForAWhileWhenSomebodyElseHasTheRest() {
        var device = device("nvenc:0", 3);
        var slots = slots(device);
        var first = take(slots, "a", LONG);
        var second = take(slots, "b", LONG);
        slots.failed(device, new DeviceFailure(DeviceFault.SESSIONS_TAKEN, ""));
        second.close();
        var third = answer(slots, wish("c", LONG));
        assertThat(third).isNotDone();
        first.close();
        third.join().orElseThrow().close();

        now.addAndGet(60_000);

        try (var one = take(slots, "a", LONG);
                var two = take(slots, "b", LONG);
                var three = take(slots, "c", LONG)) {
            assertThat(List.of(one, two, three)).hasSize(3);
        }
    }

    @Test
    void freesThePlaceInLineOfWhoIsCalledOff() {
        var slots = slots(device("nvenc:0", 1));
        var holder = take(slots, "a", LONG);
        var stop = new AtomicBoolean();
        var calledOff = CompletableFuture.supplyAsync(
                () -> slots.acquire(wish("b", LONG), Set.of(), stop::get), Thread::startVirtualThread);

        stop.set(true);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(calledOff::join)
                .withCauseInstanceOf(CodedException.class)
                .satisfies(
                        e -> assertThat(((CodedException) e.getCause()).code()).isEqualTo(CommonErrorCode.CANCELLED));
        holder.close();
        take(slots, "c", LONG).close();
    }

    @Test
    void freesThePlaceInLineOfWhoIsInterrupted() throws Exception {
        var slots = slots(device("nvenc:0", 1));
        var holder = take(slots, "a", LONG);
        var interrupted = new CompletableFuture<Boolean>();
        var ready = new CountDownLatch(1);
        var thread = Thread.startVirtualThread(() -> {
            try {
                ready.countDown();
                slots.acquire(wish("b", LONG), Set.of(), () -> false);
            } catch (CodedException cancelled) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        holder.close();
        take(slots, "c", LONG).close();
    }

    @Test
    void takesALeaseBackOnce() {
        var slots = slots(device("nvenc:0", 1));
        var lease = take(slots, "a", LONG);
        lease.close();
        lease.close();

        try (var held = take(slots, "b", LONG)) {
            var next = answer(slots, wish("c", LONG));
            assertThat(held.device().id()).isEqualTo("nvenc:0");
            assertThat(next).isNotDone();
            held.close();
            next.join().orElseThrow().close();
        }
    }

    private DeviceSlots slots(Device... devices) {
        return new DeviceSlots(
                List.of(devices),
                new SlotRules(3, Duration.ofMinutes(1), Duration.ofSeconds(4)),
                device -> {
                    tests.incrementAndGet();
                    return testResult.get();
                },
                () -> Instant.ofEpochMilli(now.get()),
                background::add);
    }

    private static Device device(String id, int sessions) {
        return new Device(
                id,
                DeviceFamily.NVENC,
                id.substring(id.indexOf(':') + 1),
                Map.of(VideoCodec.H264, "h264_nvenc"),
                sessions);
    }

    private static Wish wish(String film, Duration length) {
        return new Wish(DeviceFamily.NVENC, VideoCodec.H264, film, length);
    }

    private static Lease take(DeviceSlots slots, String film, Duration length) {
        return slots.acquire(wish(film, length), Set.of(), () -> false).orElseThrow();
    }

    private static void fail(DeviceSlots slots, Device device, int times) {
        for (var i = 0; i < times; i++) {
            slots.failed(device, LOST);
        }
    }

    /** Returns when the wish is in line; its stop signal is asked once it waits. */
    private static CompletableFuture<Optional<Lease>> answer(DeviceSlots slots, Wish wish) {
        var asked = new CountDownLatch(2);
        var answer = new CompletableFuture<Optional<Lease>>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(slots.acquire(wish, Set.of(), () -> {
                    asked.countDown();
                    return false;
                }));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static CompletableFuture<Void> inLine(DeviceSlots slots, Wish wish, Consumer<Lease> use) {
        return answer(slots, wish).thenAccept(lease -> use.accept(lease.orElseThrow()));
    }
}
