package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.materials.traits.MediaTraits;
import io.moneyprinter.materials.variant.VariantWorker;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.schedule.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Measures what came in, one file after the other, when nobody waits. What cannot be measured can be used all the same. */
@Component
final class Measuring extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(Measuring.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Whoever has not measured a file by then has died over it. */
    static final Duration LEASE = Duration.ofMinutes(15);

    /** What failed for a reason that may pass is tried again then. */
    static final Duration RETRY = Duration.ofMinutes(10);

    private static final int MOST_ATTEMPTS = 4;

    private static final int AT_A_TIME = 100;

    private final JdbcAssets rows;
    private final MediaTraits measuring;
    private final VariantWorker variants;
    private final Clock clock;

    Measuring(JdbcAssets rows, MediaTraits measuring, VariantWorker variants, Clock clock) {
        super("materials-measuring", Duration.ZERO, PAUSE, "the measuring of materials is put off");
        this.rows = rows;
        this.measuring = measuring;
        this.variants = variants;
        this.clock = clock;
    }

    @Override
    protected void sweep() {
        describeAll();
    }

    /** Returns when nothing is left that nobody else has taken. */
    void describeAll() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var measured = rows.takeMeasured(now, now.plus(LEASE), AT_A_TIME);
            if (measured.isEmpty()) {
                var taken = rows.takeUnmeasured(now, now.plus(LEASE));
                if (taken.isEmpty()) {
                    return;
                }
                measure(taken.get());
            } else {
                // They have to be indexed only, which is quick when it is done together.
                rows.describe(measured.stream()
                        .map(each -> described(each, each.stored().asset().traits(), null))
                        .toList());
            }
            variants.wake();
        }
    }

    private void measure(JdbcAssets.Undescribed asset) {
        try {
            if (asset.attempts() > MOST_ATTEMPTS) {
                // Whoever began with it before has not come to an end: so would we.
                throw new CodedException(CommonErrorCode.INTERNAL_ERROR, "begun too often");
            }
            var measured = measured(asset.stored());
            rows.describe(List.of(described(asset, measured.traits(), measured.beats())));
        } catch (CodedException e) {
            if (e.code() == CommonErrorCode.CANCELLED) {
                // The program ends: the next one goes on.
                rows.giveBack(asset, clock.instant());
            } else {
                failed(asset, e.code().kind().retryable(), e);
            }
        } catch (RuntimeException e) {
            failed(asset, true, e);
        }
    }

    private void failed(JdbcAssets.Undescribed asset, boolean passing, RuntimeException e) {
        var id = asset.stored().asset().assetId();
        if (passing && asset.attempts() < MOST_ATTEMPTS) {
            log.warn("asset {} is measured later", id, e);
            rows.putOff(asset, clock.instant().plus(RETRY));
        } else {
            log.warn("asset {} is not measured", id, e);
            rows.describe(List.of(described(asset, null, null)));
        }
    }

    private static JdbcAssets.Described described(
            JdbcAssets.Undescribed asset, @Nullable AssetTraits traits, @Nullable List<Integer> beats) {
        return new JdbcAssets.Described(
                asset.owner(), asset.stored().asset().assetId(), asset.stored().media(), traits, beats);
    }

    private MediaTraits.Measured measured(StoredAsset stored) {
        var asset = stored.asset();
        return measuring.measure(
                stored.media(),
                asset.fileType(),
                Objects.requireNonNullElse(asset.width(), 0),
                Objects.requireNonNullElse(asset.height(), 0),
                Duration.ofMillis(Math.round(1_000 * Objects.requireNonNullElse(asset.duration(), 0.0))));
    }
}
