package io.moneyprinter.materials.asset;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What becomes of files as they came in.
 *
 * @param keepFor how long they are kept for their owners; none is when 0. As long as their owner has the file, when not
 *     said
 */
@ConfigurationProperties("moneyprinter.materials.originals")
record OriginalProperties(@Nullable Duration keepFor) {

    OriginalProperties {
        if (keepFor != null && keepFor.isNegative()) {
            throw new IllegalArgumentException("keep-for: %s (expected: >= 0)".formatted(keepFor));
        }
    }

    boolean keepsNone() {
        return keepFor != null && keepFor.isZero();
    }

    /** When one that came then has been kept for long enough; null for never. */
    @Nullable
    Instant end(Instant cameAt) {
        return keepFor == null ? null : cameAt.plus(keepFor);
    }
}
