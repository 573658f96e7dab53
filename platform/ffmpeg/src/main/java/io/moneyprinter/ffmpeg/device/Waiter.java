package io.moneyprinter.ffmpeg.device;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody in line. Guarded by the lock of the slots. */
final class Waiter {

    private final Wish wish;
    private final Set<String> avoided;
    private @Nullable Lease lease;
    private boolean sentAway;

    Waiter(Wish wish, Set<String> avoided) {
        this.wish = wish;
        this.avoided = Set.copyOf(avoided);
    }

    Wish wish() {
        return wish;
    }

    boolean avoids(Device device) {
        return avoided.contains(device.id());
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    void serve(Lease granted) {
        lease = granted;
    }

    boolean isSentAway() {
        return sentAway;
    }

    void sendAway() {
        sentAway = true;
    }
}
