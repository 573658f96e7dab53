package io.moneyprinter.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls of the last minutes, as far as they are needed to say how a provider is doing. */
public final class RecentCalls {

    /** More say nothing new. */
    private static final int MOST = 1_000;

    private final Duration window;
    private final Clock clock;
    private final Deque<Call> calls = new ArrayDeque<>();

    public RecentCalls(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    private record Call(Instant at, @Nullable Duration latency) {}

    public synchronized void answered(Duration latency) {
        add(new Call(clock.instant(), latency));
    }

    public synchronized void failed() {
        add(new Call(clock.instant(), null));
    }

    private void add(Call call) {
        calls.addLast(call);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    public synchronized Summary summary() {
        var from = clock.instant().minus(window);
        while (!calls.isEmpty() && calls.getFirst().at().isBefore(from)) {
            calls.removeFirst();
        }
        var latencies = calls.stream()
                .map(Call::latency)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Summary(calls.size(), calls.size() - latencies.size(), latencies);
    }

    /**
     * What is known of them.
     *
     * @param latencies of those that were answered, shortest first
     */
    public record Summary(int calls, int failures, List<Duration> latencies) {

        /** Null when there was no call. */
        public @Nullable Double errorRate() {
            return calls == 0 ? null : failures / (double) calls;
        }

        /** Seconds; null when there was no answer. */
        public @Nullable Double latency(double share) {
            if (latencies.isEmpty()) {
                return null;
            }
            var index = (int) Math.ceil(share * latencies.size()) - 1;
            return latencies.get(Math.max(0, index)).toMillis() / 1e3;
        }
    }
}
