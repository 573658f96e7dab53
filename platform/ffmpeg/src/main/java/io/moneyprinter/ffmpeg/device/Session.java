package io.moneyprinter.ffmpeg.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A place on a device, and the short chunks of one film that take it one after another. Guarded by the slots' lock. */
final class Session {

    private final DeviceState state;
    private final Wish first;
    private final Deque<Waiter> followers = new ArrayDeque<>();
    private Duration taken;

    Session(DeviceState state, Wish first) {
        this.state = state;
        this.first = first;
        this.taken = first.length();
    }

    DeviceState state() {
        return state;
    }

    /** Whether a chunk may follow in this session instead of opening another. */
    boolean admits(Waiter waiter, Duration batch) {
        var wish = waiter.wish();
        return wish.film().equals(first.film())
                && wish.codec() == first.codec()
                && state.serves(wish)
                && state.isWell()
                && !waiter.avoids(state.device())
                && taken.plus(wish.length()).compareTo(batch) <= 0;
    }

    void admit(Waiter waiter) {
        followers.addLast(waiter);
        taken = taken.plus(waiter.wish().length());
    }

    boolean remove(Waiter waiter) {
        return followers.remove(waiter);
    }

    @Nullable
    Waiter next() {
        return followers.pollFirst();
    }
}
