package io.moneyprinter.materials.variant;

import io.moneyprinter.materials.variant.JdbcVariants.Unvaried;
import io.moneyprinter.materials.variant.VariantState.Failure;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.schedule.Sweep;
import io.moneyprinter.service.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the variants of one file after the other, when nobody waits. */
@Component
public final class VariantWorker extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(VariantWorker.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Whoever does not say for so long that he is still at it has died over it. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration RENEWAL = Duration.ofMinutes(1);

    /** What failed for a reason that may pass is tried again then. */
    static final Duration RETRY = Duration.ofMinutes(10);

    private static final int MOST_ATTEMPTS = 4;

    private final JdbcVariants rows;
    private final VariantMaker maker;
    private final ObjectStore store;
    private final Clock clock;

    VariantWorker(JdbcVariants rows, VariantMaker maker, ObjectStore store, Clock clock) {
        super("materials-variants", PAUSE, PAUSE, "the variants of materials are put off");
        this.rows = rows;
        this.maker = maker;
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void sweep() {
        makeAll();
    }

    /** Returns when nothing is left that nobody else has taken. */
    void makeAll() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var taken = rows.take(now, now.plus(LEASE));
            if (taken.isEmpty()) {
                return;
            }
            makeHeld(taken.get());
        }
    }

    private void makeHeld(Unvaried asset) {
        var lease = hold(asset);
        try {
            make(asset);
        } finally {
            lease.run();
        }
    }

    /** Says from time to time that somebody is at it, until the end that is returned. */
    private Runnable hold(Unvaried asset) {
        var done = new CountDownLatch(1);
        Thread.ofVirtual().name("materials-lease").start(() -> {
            try {
                while (!done.await(RENEWAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    renew(asset);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return done::countDown;
    }

    private void renew(Unvaried asset) {
        try {
            rows.hold(asset, clock.instant().plus(LEASE));
        } catch (RuntimeException e) {
            log.warn("the lease on asset {} is not renewed: {}", asset.id(), e.toString());
        }
    }

    private void make(Unvaried asset) {
        var failures = new ArrayList<Failure>();
        var passing = false;
        try {
            if (asset.attempts() > MOST_ATTEMPTS) {
                // Whoever began with it before has not come to an end: so would we.
                throw new CodedException(CommonErrorCode.INTERNAL_ERROR, "begun too often");
            }
            var source = maker.source(asset.media(), asset.type(), asset.width(), asset.height(), asset.duration());
            var telling = maker.telling(source);
            for (var recipe : Recipes.of(source)) {
                try {
                    while (!rows.keep(asset, maker.make(source, recipe, telling), store::exists, store::delete)) {
                        log.debug("a variant of asset {} was deleted meanwhile", asset.id());
                    }
                } catch (CodedException e) {
                    passing |= e.code().kind().retryable();
                    failures.add(failure(asset, recipe.type(), e));
                    throwIfCancelled(e);
                }
            }
        } catch (CodedException e) {
            if (isCancelled(e)) {
                rows.release(asset, clock.instant());
                return;
            }
            passing |= e.code().kind().retryable();
            failures.add(failure(asset, VariantType.THUMBNAIL, e));
        }
        if (passing && asset.attempts() < MOST_ATTEMPTS) {
            rows.hold(asset, clock.instant().plus(RETRY));
        } else {
            rows.finish(asset, List.copyOf(failures));
        }
    }

    private static Failure failure(Unvaried asset, VariantType type, CodedException e) {
        log.warn("asset {} has no {}: {}", asset.id(), type.word(), e.getMessage());
        return new Failure(type, e.code().name());
    }

    /** The program ends: the next one goes on. */
    private static void throwIfCancelled(CodedException e) {
        if (isCancelled(e)) {
            throw e;
        }
    }

    private static boolean isCancelled(CodedException e) {
        return e.code() == CommonErrorCode.CANCELLED;
    }
}
