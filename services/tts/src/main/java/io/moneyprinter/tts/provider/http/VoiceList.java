package io.moneyprinter.tts.provider.http;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The voices of a provider: asked for once in a while, and those that are known while there is no answer. */
public final class VoiceList {

    private static final Logger LOG = LoggerFactory.getLogger(VoiceList.class);
    private static final Duration RETRY = Duration.ofMinutes(1);

    private record Known(List<Voice> voices, Instant until) {}

    private final String name;
    private final Supplier<List<Voice>> provider;
    private final List<Voice> wellKnown;
    private final Duration ttl;
    private final Clock clock;
    private @Nullable Known known;
    private volatile @Nullable CodedException failure;

    /**
     * @param provider asks; fails with a {@link CodedException}
     * @param wellKnown to choose from until the provider has answered once
     */
    public VoiceList(String name, Supplier<List<Voice>> provider, List<Voice> wellKnown, Duration ttl, Clock clock) {
        this.name = name;
        this.provider = provider;
        this.wellKnown = List.copyOf(wellKnown);
        this.ttl = ttl;
        this.clock = clock;
    }

    /** One caller asks the provider, the others wait for the answer. */
    public synchronized List<Voice> all() {
        var now = clock.instant();
        var last = known;
        if (last != null && now.isBefore(last.until())) {
            return last.voices();
        }
        var next = asked(now, last);
        known = next;
        return next.voices();
    }

    /** Why the provider did not answer when it was last asked; null when it did. */
    public @Nullable CodedException failure() {
        return failure;
    }

    private Known asked(Instant now, @Nullable Known last) {
        try {
            var voices = provider.get();
            failure = null;
            if (!voices.isEmpty()) {
                return new Known(List.copyOf(voices), now.plus(ttl));
            }
            LOG.warn("{} lists no voices, going on with those that are known", name);
        } catch (CodedException e) {
            if (e.code() == CommonErrorCode.CANCELLED) {
                throw e;
            }
            failure = e;
            LOG.warn("{} does not list its voices, going on with those that are known: {}", name, e.getMessage());
        }
        return new Known(last == null ? wellKnown : last.voices(), now.plus(RETRY));
    }
}
