package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.shot.Chosen.Judged;
import io.moneyprinter.materials.shot.Chosen.Pick;
import io.moneyprinter.materials.words.Relevance;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChosenTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final Duration LONG = Duration.ofSeconds(9);

    private final VideoId video = new VideoId("video-" + UUID.randomUUID());
    private final JdbcStockClips clips = new JdbcStockClips(DATABASE.dataSource(), Json.strict());

    @Test
    void givesBackWhatIsNotGoodEnoughForAllOfTheTime() {
        var half = new Scoring(request(0), LONG.dividedBy(2), List.of()).of(candidate("a"));
        var judge = new Judge(request(0), List.of(), half.total());
        var chosen = chosen(0, judge);

        chosen.take(judged(judge, "a"), () -> "file");

        assertThat(chosen.settled()).isEmpty();
        assertThat(judge.reason("nothing")).contains("is repeated, since it lasts 5.0 s");
        assertThat(clips.claim(request(1), "pexels", "a")).isTrue();
    }

    @Test
    void keepsTwoThatLastForHalfOfTheTimeEach() {
        var half = new Scoring(request(0), LONG.dividedBy(2), List.of()).of(candidate("a"));
        var judge = new Judge(request(0), List.of(), half.total());
        var chosen = chosen(0, judge);

        chosen.take(judged(judge, "a"), () -> "one");
        chosen.take(judged(judge, "a"), () -> "one again");
        chosen.take(judged(judge, "b"), () -> "another");

        assertThat(chosen.isFull()).isTrue();
        assertThat(chosen.settled()).extracting(Pick::file).containsExactly("one", "another");
    }

    @Test
    void leavesToOthersWhatTheyShowAndWhatCannotBeFetched() {
        var judge = new Judge(request(0), List.of(), 0);
        var chosen = chosen(0, judge);
        clips.claim(request(1), "pexels", "a");

        chosen.take(judged(judge, "a"), () -> "file");
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> chosen.take(judged(judge, "b"), () -> {
                    throw new CodedException(MaterialsErrorCode.STOCK_UNAVAILABLE, "gone");
                }));

        assertThat(chosen.settled()).isEmpty();
        assertThat(judge.reason("nothing"))
                .isEqualTo("all that fit are seen in this video already or were turned down");
        assertThat(clips.claim(request(2), "pexels", "b")).isTrue();
    }

    private Chosen<String> chosen(int index, Judge judge) {
        return new Chosen<>(clips, request(index), "pexels", judge);
    }

    private static Judged<String> judged(Judge judge, String id) {
        var candidate = candidate(id);
        return new Judged<>(id, id, candidate, judge.score(candidate).orElseThrow());
    }

    /** Five seconds of bees. */
    private static Scoring.Candidate candidate(String id) {
        return new Scoring.Candidate(
                "pexels/" + id,
                "Bees",
                Relevance.Text.NONE.and("Bees", 1),
                90,
                160,
                Duration.ofSeconds(5),
                null,
                "",
                null,
                false);
    }

    private ShotRequest request(int index) {
        return new ShotRequest(
                new UserId("owner-of-" + video),
                video,
                index,
                3,
                "Bees dance.",
                null,
                List.of("bees"),
                "Bees",
                "en",
                LONG,
                90,
                160,
                7,
                MaterialSettings.DEFAULT);
    }
}
