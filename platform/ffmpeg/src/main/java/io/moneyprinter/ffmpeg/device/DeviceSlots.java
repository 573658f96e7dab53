package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out the sessions of devices: first come, first served, and never more than a device bears. Short chunks of one
 * film share a session. A device that keeps failing rests, and must pass a test before it is used again.
 */
public final class DeviceSlots {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSlots.class);

    /** How soon somebody in line notices that he was called off. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final SlotRules rules;
    private final Function<Device, @Nullable DeviceFailure> test;
    private final InstantSource clock;
    private final Executor background;
    private final Object lock = new Object();
    private final List<DeviceState> states = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Deque<Waiter> line = new ArrayDeque<>();

    /**
     * @param test says what is wrong with a device that has rested; null when nothing is
     * @param background where tests run
     */
    public DeviceSlots(
            List<Device> devices,
            SlotRules rules,
            Function<Device, @Nullable DeviceFailure> test,
            InstantSource clock,
            Executor background) {
        this.rules = rules;
        this.test = test;
        this.clock = clock;
        this.background = background;
        devices.forEach(device -> states.add(new DeviceState(device, rules)));
    }

    /**
     * Waits for a session.
     *
     * @param avoided ids of devices that are of no use to the caller
     * @param stop whether the caller was called off
     * @return empty when no device can serve, because there is none or all of them rest
     * @throws CodedException {@code CANCELLED} when called off or interrupted
     */
    public Optional<Lease> acquire(Wish wish, Set<String> avoided, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw calledOff();
        }
        wakeTheRested();
        var waiter = new Waiter(wish, avoided);
        synchronized (lock) {
            queue(waiter);
            serve();
            try {
                while (waiter.lease() == null && !waiter.isSentAway()) {
                    if (stop.getAsBoolean()) {
                        leave(waiter);
                        throw calledOff();
                    }
                    lock.wait(LOOK.toMillis());
                }
            } catch (InterruptedException e) {
                leave(waiter);
                Thread.currentThread().interrupt();
                throw new CodedException(CommonErrorCode.CANCELLED, "interrupted while waiting for a device", e);
            }
            return Optional.ofNullable(waiter.lease());
        }
    }

    /** Whether some device of that family could encode so now or soon. */
    public boolean isUsable(DeviceFamily family, VideoCodec codec) {
        wakeTheRested();
        synchronized (lock) {
            return states.stream()
                    .anyMatch(state ->
                            state.device().family() == family && state.device().encodes(codec) && state.isWell());
        }
    }

    /** Why no device of that family is usable now; empty where there is none, or none has failed. */
    public Optional<String> reason(DeviceFamily family) {
        synchronized (lock) {
            return states.stream()
                    .filter(state -> state.device().family() == family && !state.isWell() && state.last() != null)
                    .map(state -> "%s rests: %s"
                            .formatted(
                                    state.device().id(),
                                    Objects.requireNonNull(state.last()).reason()))
                    .findFirst();
        }
    }

    /** An encode on a device went well. */
    public void succeeded(Device device) {
        synchronized (lock) {
            state(device).succeeded();
        }
    }

    /** An encode failed, and it was the device. */
    public void failed(Device device, DeviceFailure failure) {
        synchronized (lock) {
            var state = state(device);
            state.failed(failure, clock.millis());
            if (!state.isWell()) {
                LOG.warn("{} rests for {}: {}", device.id(), rules.rest(), failure.reason());
            }
            serve();
        }
    }

    void release(Session session) {
        synchronized (lock) {
            var next = session.state().isWell() ? session.next() : null;
            if (next != null) {
                next.serve(new Lease(this, session));
                lock.notifyAll();
                return;
            }
            sessions.remove(session);
            session.state().giveBack();
            putBack(session);
            serve();
        }
    }

    /** Those who would have followed in a session on a device that rests now are first in line again. */
    private void putBack(Session session) {
        var followers = new ArrayDeque<Waiter>();
        for (var follower = session.next(); follower != null; follower = session.next()) {
            followers.addFirst(follower);
        }
        followers.forEach(line::addFirst);
    }

    private void queue(Waiter waiter) {
        for (var session : sessions) {
            if (session.admits(waiter, rules.batch())) {
                session.admit(waiter);
                return;
            }
        }
        line.addLast(waiter);
    }

    private void serve() {
        for (var waiter : List.copyOf(line)) {
            if (!line.contains(waiter)) {
                // Follows in the session that somebody before it was given.
                continue;
            }
            var able = states.stream()
                    .filter(state -> state.serves(waiter.wish()) && state.isWell() && !waiter.avoids(state.device()))
                    .toList();
            if (able.isEmpty()) {
                line.remove(waiter);
                waiter.sendAway();
                continue;
            }
            var now = clock.millis();
            able.stream()
                    .filter(state -> state.isFree(now))
                    .min(Comparator.comparing(DeviceState::isSuspect).thenComparing(DeviceState::used))
                    .ifPresent(state -> open(state, waiter));
        }
        lock.notifyAll();
    }

    private void open(DeviceState state, Waiter waiter) {
        line.remove(waiter);
        state.take();
        var session = new Session(state, waiter.wish());
        sessions.add(session);
        waiter.serve(new Lease(this, session));
        for (var other : List.copyOf(line)) {
            if (session.admits(other, rules.batch())) {
                line.remove(other);
                session.admit(other);
            }
        }
    }

    private static CodedException calledOff() {
        return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
    }

    /** Called off while in line, or at the moment when it was served. */
    private void leave(Waiter waiter) {
        line.remove(waiter);
        sessions.forEach(session -> session.remove(waiter));
        var lease = waiter.lease();
        if (lease != null) {
            lease.close();
        }
    }

    private void wakeTheRested() {
        List<DeviceState> rested;
        synchronized (lock) {
            var now = clock.millis();
            rested = states.stream().filter(state -> state.startsTest(now)).toList();
        }
        rested.forEach(state -> background.execute(() -> test(state)));
    }

    private void test(DeviceState state) {
        var failure = tested(state.device());
        synchronized (lock) {
            state.tested(failure, clock.millis());
            if (failure == null) {
                LOG.info("{} encodes again", state.device().id());
            } else {
                LOG.warn("{} rests on: {}", state.device().id(), failure.reason());
            }
            serve();
        }
    }

    private @Nullable DeviceFailure tested(Device device) {
        try {
            return test.apply(device);
        } catch (RuntimeException e) {
            return new DeviceFailure(DeviceFault.UNKNOWN, "the test failed: " + e.getMessage());
        }
    }

    private DeviceState state(Device device) {
        return states.stream()
                .filter(state -> state.device().id().equals(device.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "device: %s (expected: one of these slots)".formatted(device.id())));
    }
}
