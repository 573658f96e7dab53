package io.moneyprinter.content.llm;

import io.moneyprinter.content.ContentErrorCode;
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
final class KeyRing {

    private static final Set<ErrorCode> ABOUT_THE_KEY =
            Set.of(ContentErrorCode.LLM_UNAUTHORISED, ContentErrorCode.LLM_QUOTA_SPENT, ContentErrorCode.LLM_THROTTLED);

    private final List<Place> places = new ArrayList<>();
    private final Duration throttledRest;
    private final Duration refusedRest;
    private final Clock clock;
    private int next;

    /**
     * @param keys empty when the server asks for none
     * @param throttledRest of a key that is asked too often, where the provider does not say how long
     * @param refusedRest of a key that is refused or has no credit
     */
    KeyRing(List<ApiKey> keys, Duration throttledRest, Duration refusedRest, Clock clock) {
        for (var key : keys.isEmpty() ? List.of(ApiKey.NONE) : keys) {
            places.add(new Place(key));
        }
        this.throttledRest = throttledRest;
        this.refusedRest = refusedRest;
        this.clock = clock;
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
    synchronized ApiKey next() {
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
        throw why.code() == ContentErrorCode.LLM_THROTTLED
                ? new CodedException(
                        why.code(),
                        String.valueOf(why.getMessage()),
                        why.errors(),
                        Duration.between(now, soonest.until),
                        why)
                : why;
    }

    /** Whether that was about the key and another may do better. */
    synchronized boolean rest(ApiKey key, CodedException failure) {
        if (places.size() == 1 || !ABOUT_THE_KEY.contains(failure.code())) {
            return false;
        }
        for (var place : places) {
            if (place.key.equals(key)) {
                place.until = clock.instant().plus(rest(failure));
                place.why = failure;
            }
        }
        return true;
    }

    private Duration rest(CodedException failure) {
        if (failure.code() != ContentErrorCode.LLM_THROTTLED) {
            return refusedRest;
        }
        var asked = failure.retryAfter();
        return asked == null || !asked.isPositive() ? throttledRest : asked;
    }

    /** How many rest now. */
    synchronized int resting() {
        var now = clock.instant();
        return Math.toIntExact(
                places.stream().filter(place -> now.isBefore(place.until)).count());
    }
}
