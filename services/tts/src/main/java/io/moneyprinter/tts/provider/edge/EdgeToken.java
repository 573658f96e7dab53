package io.moneyprinter.tts.provider.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;

/** Proves to the service that the caller knows the time; follows the clock of the service when ours is wrong. */
final class EdgeToken {

    /** From 1601, where Windows begins to count, to 1970. */
    private static final long WINDOWS_EPOCH = 11_644_473_600L;

    private static final long STEP = 300;
    private static final long TICKS_PER_SECOND = 10_000_000;

    private final String clientToken;
    private final Clock clock;
    private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);

    EdgeToken(String clientToken, Clock clock) {
        this.clientToken = clientToken;
        this.clock = clock;
    }

    /** The value of {@code Sec-MS-GEC}, good for up to five minutes. */
    String current() {
        return at(clock.instant().plus(skew.get()));
    }

    String at(Instant instant) {
        var seconds = instant.getEpochSecond() + WINDOWS_EPOCH;
        var ticks = (seconds - seconds % STEP) * TICKS_PER_SECOND;
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((ticks + clientToken).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** From now on the service's clock counts. */
    void follow(Instant serviceTime) {
        skew.set(Duration.between(clock.instant(), serviceTime));
    }

    Instant now() {
        return clock.instant().plus(skew.get());
    }
}
