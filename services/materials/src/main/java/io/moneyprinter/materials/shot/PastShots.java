package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.service.retention.Retention;
import java.time.Clock;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Forgets what was decided, found and made for sentences, when it is of no use any more. Only rows go here: their objects
 * go when nothing points to them any more, with all others.
 */
@Component
class PastShots {

    private static final Logger log = LoggerFactory.getLogger(PastShots.class);

    private final JdbcPastShots rows;
    private final Retention retention;
    private final ShotProperties shots;
    private final UnusedProperties properties;
    private final Clock clock;

    PastShots(JdbcPastShots rows, Retention retention, ShotProperties shots, UnusedProperties properties, Clock clock) {
        this.rows = rows;
        this.retention = retention;
        this.shots = shots;
        this.properties = properties;
        this.clock = clock;
    }

    /** Of a video that is deleted. */
    void forget(UserId user, VideoId video) {
        rows.forget(user, video);
    }

    void sweep() {
        var now = clock.instant();
        var before = now.minus(properties.keep());
        var searches = rows.forgetSearches(now.minus(shots.searchesFreshFor()));
        // A video asks while it is made, and keeps what it is told. Those of deleted videos may have come too late.
        var decisions = rows.forgetShots(before);
        var films = rows.forgetFilms(before);
        var unused = new HashSet<>(rows.unused(before));
        // Films, and versions of them that took their pictures over, say in other services what they show.
        unused.removeAll(retention.needed(unused, JdbcPastShots.REMEMBERED));
        var files = unused.isEmpty() ? 0 : rows.forgetUnused(unused, before);
        if (searches + decisions + films + files > 0) {
            log.info(
                    "forgotten: {} searches, {} shots, {} films without clips, {} clips and generated pictures",
                    searches,
                    decisions,
                    films,
                    files);
        }
    }
}
