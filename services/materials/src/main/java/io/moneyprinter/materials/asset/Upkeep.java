package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.schedule.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Empties the bin of what has been in it for long enough, and ends deletions that were begun, those of originals whose
 * time is over included.
 */
@Component
final class Upkeep extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Nobody is still turning pages that ended with a file which was deleted so long ago. */
    static final Duration LAST_PAGE = Duration.ofDays(90);

    private static final int AT_A_TIME = 100;

    private final JdbcAssets rows;
    private final StoredContent content;
    private final Originals originals;
    private final AssetProperties properties;
    private final Clock clock;
    private volatile boolean unreleased = true;

    Upkeep(JdbcAssets rows, StoredContent content, Originals originals, AssetProperties properties, Clock clock) {
        super("materials-upkeep", Duration.ZERO, PAUSE, "the upkeep of materials is put off");
        this.rows = rows;
        this.content = content;
        this.originals = originals;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected void sweep() {
        emptyBin();
        dropOldOriginals();
        releaseAll();
        forgetPurged();
    }

    /** For good, what was deleted long ago. */
    void emptyBin() {
        var before = clock.instant().minus(properties.keepDeleted());
        for (var deleted : rows.deletedBefore(before, AT_A_TIME)) {
            purge(deleted.owner(), deleted.id(), before);
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

    /**
     * The row first: a row that points to nothing would be worse than content that stays for a while.
     *
     * @param binned when it must have been put into the bin, at the latest: what somebody has taken out of it stays; null
     *     for wherever it is
     * @return whether it was there
     */
    boolean purge(UserId owner, AssetId id, @Nullable Instant binned) {
        var purged = rows.purge(owner, id, binned);
        purged.ifPresent(gone -> orLater(() -> {
            release(gone);
            releaseVersions();
            originals.release();
        }));
        return purged.isPresent();
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
            // First, so that whoever fails meanwhile is heard.
            unreleased = false;
            try {
                var purged = rows.unreleased(AT_A_TIME);
                purged.forEach(this::release);
                releaseVersions();
                originals.release();
                if (!purged.isEmpty()) {
                    unreleased = true;
                }
            } catch (RuntimeException e) {
                unreleased = true;
                throw e;
            }
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

    /** Those that were deleted for good are left only as long as somebody may be turning pages. */
    void forgetPurged() {
        rows.forgetPurged(clock.instant().minus(LAST_PAGE));
    }
}
