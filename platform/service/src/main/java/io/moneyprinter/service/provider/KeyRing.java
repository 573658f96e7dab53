package io.moneyprinter.service.provider;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one provider, used in turn. One that is refused or asked too often rests while the others go on. */
public final class KeyRing {

    private final List<Place> places = new ArrayList<>();
    private final Rules rules;
    private final Clock clock;
    private int next;

    /** @param keys empty when the server asks for none */
    public KeyRing(List<ApiKey> keys, Rules rules, Clock clock) {
        for (var key : keys.isEmpty() ? List.of(ApiKey.NONE) : keys) {
            places.add(new Place(key));
        }
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * When a key rests.
     *
     * @param throttled what fails because a key is asked too often
     * @param refused what fails because a key is wrong or has no credit
     * @param throttledRest of a key that is asked too often, where the provider does not say how long
     * @param refusedRest of a key that is refused
     */
    public record Rules(ErrorCode throttled, Set<ErrorCode> refused, Duration throttledRest, Duration refusedRest) {

        public Rules {
            refused = Set.copyOf(refused);
        }
    }

    private static final class Place {

        private final ApiKey key;
        private Instant until = Instant.MIN;
        private @Nullable CodedException why;

        Place(ApiKey key) {
            this.key = key;
        }
    }

    /** @throws CodedException as the key failed that may be used soonest, when all of them rest */
    public synchronized ApiKey next() {
        var now = clock.instant();
        for (var i = 0; i < places.size(); i++) {
            var place = places.get((next + i) % places.size());
            if (!now.isBefore(place.until)) {
                next = (next + i + 1) % places.size();
                return place.key;
            }
        }
        var soonest =
                places.stream().min(Comparator.comparing(place -> place.until)).orElseThrow();
        var why = soonest.why;
        if (why == null) {
            throw new IllegalStateException("a key rests without a reason");
        }
        throw why.code() == rules.throttled()
                ? new CodedException(
                        why.code(),
                        String.valueOf(why.getMessage()),
                        why.errors(),
                        Duration.between(now, soonest.until),
                        why)
                : why;
    }

    /** Whether that was about the key and another may do better. */
    public synchronized boolean rest(ApiKey key, CodedException failure) {
        var about = failure.code() == rules.throttled() || rules.refused().contains(failure.code());
        if (places.size() == 1 || !about) {
            return false;
        }
        spent(key, failure);
        return true;
    }

    /** Leaves a key alone, also the only one: it has said by itself that the next call would fail so. */
    public synchronized void spent(ApiKey key, CodedException failure) {
        for (var place : places) {
            if (place.key.equals(key)) {
                place.until = clock.instant().plus(rest(failure));
                place.why = failure;
            }
        }
    }

    private Duration rest(CodedException failure) {
        if (failure.code() != rules.throttled()) {
            return rules.refusedRest();
        }
        var asked = failure.retryAfter();
        return asked == null || !asked.isPositive() ? rules.throttledRest() : asked;
    }

    /** How many of those that were given rest now. */
    public synchronized int resting() {
        var now = clock.instant();
        return Math.toIntExact(places.stream()
                .filter(place -> place.key.isPresent() && now.isBefore(place.until))
                .count());
    }
}
