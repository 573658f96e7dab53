package io.moneyprinter.materials.upload;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How uploads in pieces are kept.
 *
 * @param maxOpen of one user at a time
 * @param expiry how long nothing may come before an upload is forgotten
 * @param sweep how often expired uploads are looked for
 */
@Validated
@ConfigurationProperties("moneyprinter.materials.uploads")
record UploadProperties(
        @DefaultValue("20") @Min(1) int maxOpen,
        @DefaultValue("24h") Duration expiry,
        @DefaultValue("10m") Duration sweep) {

    UploadProperties {
        if (expiry.isNegative() || expiry.isZero()) {
            throw new IllegalArgumentException("expiry: %s (expected: > 0)".formatted(expiry));
        }
        if (sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException("sweep: %s (expected: > 0)".formatted(sweep));
        }
    }
}
