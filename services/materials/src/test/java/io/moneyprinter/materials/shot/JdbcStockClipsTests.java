package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which clips of other films were seen lately. */
class JdbcStockClipsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private final UserId user = new UserId("user-" + UUID.randomUUID());
    private final JdbcStockClips clips = new JdbcStockClips(DATABASE.dataSource(), Json.strict());

    @Test
    void countsTheVersionsOfAFilmAsOne() {
        clips.claim(request("other", null, 0), "pexels", "seen");
        clips.claim(request("first", null, 0), "pexels", "v1");
        for (var version = 2; version < 9; version++) {
            clips.claim(request("first-" + version, "first", 0), "pexels", "v" + version);
        }

        assertThat(clips.seenLately(request("new", null, 0), 2))
                .contains("pexels/seen", "pexels/v1", "pexels/v8")
                .hasSize(9);
        assertThat(clips.seenLately(request("new", null, 0), 1))
                .contains("pexels/v1", "pexels/v8")
                .doesNotContain("pexels/seen");
    }

    @Test
    void doesNotCountTheFilmItself() {
        clips.claim(request("first", null, 0), "pexels", "a");
        clips.claim(request("second", "first", 0), "pexels", "b");

        assertThat(clips.seenLately(request("third", "first", 0), 10)).isEmpty();
        assertThat(clips.seenLately(request("first", null, 0), 10)).isEmpty();
    }

    @Test
    void forgetsFilmsThatShowNothingAnyMore() {
        clips.claim(request("old", null, 0), "pexels", "a");
        clips.claim(request("latest", null, 0), "pexels", "b");
        clips.releaseAll(request("latest", null, 0));

        assertThat(clips.seenLately(request("new", null, 0), 1)).containsExactly("pexels/a");
    }

    @Test
    void countsAFilmByWhatItClaimedLast() {
        clips.claim(request("one", null, 0), "pexels", "a");
        clips.claim(request("two", null, 0), "pexels", "b");
        clips.claim(request("one", null, 1), "pexels", "c");

        assertThat(clips.seenLately(request("new", null, 0), 1)).containsExactlyInAnyOrder("pexels/a", "pexels/c");
    }

    private ShotRequest request(String video, @Nullable String film, int index) {
        return new ShotRequest(
                user,
                id(video),
                index,
                2,
                "Bees dance.",
                null,
                List.of(),
                "Bees",
                "en",
                Duration.ofSeconds(4),
                90,
                160,
                7,
                MaterialSettings.DEFAULT,
                List.of(),
                List.of(),
                null,
                null,
                film == null ? null : id(film),
                null);
    }

    /** Films have ids of their own in each test, as users have. */
    private VideoId id(String name) {
        return new VideoId(name + "-of-" + user);
    }
}
