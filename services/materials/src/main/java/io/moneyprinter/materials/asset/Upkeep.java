package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.materials.traits.MediaTraits;
import io.moneyprinter.materials.variant.VariantWorker;
import io.moneyprinter.problem.CodedException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What nobody waits for: new files are measured, the bin is emptied of what has been in it for long enough, and deletions
 * that were begun are ended, those of originals whose time is over included.
 */
@Component
final class Upkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Whoever has not measured a file by then has died over it. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int AT_A_TIME = 100;

    private final JdbcAssets rows;
    private final MediaTraits measuring;
    private final VariantWorker variants;
    private final StoredContent content;
    private final Originals originals;
    private final AssetProperties properties;
    private final Clock clock;
    private @Nullable ScheduledExecutorService worker;
    private volatile boolean unreleased = true;

    Upkeep(
            JdbcAssets rows,
            MediaTraits measuring,
            VariantWorker variants,
            StoredContent content,
            Originals originals,
            AssetProperties properties,
            Clock clock) {
        this.rows = rows;
        this.measuring = measuring;
        this.variants = variants;
        this.content = content;
        this.originals = originals;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("materials-upkeep").factory());
        worker.scheduleWithFixedDelay(this::run, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There is something to do. */
    synchronized void wake() {
        if (worker != null) {
            worker.execute(this::run);
        }
    }

    private void run() {
        try {
            describeAll();
            variants.wake();
            emptyBin();
            dropOldOriginals();
            releaseAll();
        } catch (RuntimeException e) {
            log.warn("the upkeep of materials is put off", e);
        }
    }

    /** Returns when nothing is left that nobody else has taken. */
    void describeAll() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var taken = rows.takeUndescribed(now, now.plus(LONGEST), AT_A_TIME);
            if (taken.isEmpty()) {
                return;
            }
            // What is measured already has to be indexed only, which is quick when it is done together.
            rows.describe(taken.stream()
                    .filter(each -> each.stored().asset().traits() != null)
                    .map(each -> described(each, each.stored().asset().traits(), null))
                    .toList());
            for (var each : taken) {
                if (each.stored().asset().traits() == null) {
                    var measured = measured(each.stored());
                    rows.describe(List.of(described(
                            each,
                            measured == null ? null : measured.traits(),
                            measured == null ? null : measured.beats())));
                }
            }
        }
    }

    private static JdbcAssets.Described described(
            JdbcAssets.Undescribed asset, @Nullable AssetTraits traits, @Nullable List<Integer> beats) {
        return new JdbcAssets.Described(
                asset.owner(), asset.stored().asset().assetId(), asset.stored().media(), traits, beats);
    }

    private MediaTraits.@Nullable Measured measured(StoredAsset stored) {
        var asset = stored.asset();
        try {
            return measuring.measure(
                    stored.media(),
                    asset.fileType(),
                    Objects.requireNonNullElse(asset.width(), 0),
                    Objects.requireNonNullElse(asset.height(), 0),
                    Duration.ofMillis(Math.round(1_000 * Objects.requireNonNullElse(asset.duration(), 0.0))));
        } catch (CodedException e) {
            log.warn("asset {} is not measured: {}", asset.assetId(), e.getMessage());
            return null;
        }
    }

    /** For good, what was deleted long ago. */
    void emptyBin() {
        for (var deleted : rows.deletedBefore(clock.instant().minus(properties.keepDeleted()), AT_A_TIME)) {
            purge(deleted);
        }
    }

    /** What came in long ago, where it is kept for a while only. */
    void dropOldOriginals() {
        if (originals.dropOld()) {
            orLater(originals::release);
        }
    }

    StoredContent content() {
        return content;
    }

    /** The row first: a row that points to nothing would be worse than content that stays for a while. */
    void purge(JdbcAssets.Deleted deleted) {
        rows.purge(deleted.owner(), deleted.id());
        orLater(() -> {
            release(deleted);
            releaseVersions();
            originals.release();
        });
    }

    /** The same of an earlier version. */
    void dropVersion(UserId owner, AssetId id, int version) {
        rows.dropVersion(owner, id, version);
        orLater(() -> {
            releaseVersions();
            originals.release();
        });
    }

    /** The same of what came in. */
    void deleteOriginal(AssetId id, int version) {
        originals.drop(id, version);
        orLater(originals::release);
    }

    private void orLater(Runnable releasing) {
        try {
            releasing.run();
        } catch (RuntimeException e) {
            unreleased = true;
            log.warn("content is deleted later", e);
        }
    }

    /** Ends what this process, or one that was here before it, began to delete. */
    void releaseAll() {
        while (unreleased) {
            var purged = rows.unreleased(AT_A_TIME);
            purged.forEach(this::release);
            releaseVersions();
            originals.release();
            unreleased = !purged.isEmpty();
        }
    }

    private void releaseVersions() {
        for (var dropped = rows.droppedVersions(AT_A_TIME);
                !dropped.isEmpty();
                dropped = rows.droppedVersions(AT_A_TIME)) {
            dropped.forEach(version -> rows.release(version, content));
        }
    }

    private void release(JdbcAssets.Deleted purged) {
        rows.release(purged, content);
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
