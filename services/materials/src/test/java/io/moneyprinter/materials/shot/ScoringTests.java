package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.AssetTraits.Scene;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.materials.shot.Scoring.Candidate;
import io.moneyprinter.materials.words.Relevance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTests {

    private static final Duration NEEDED = Duration.ofSeconds(4);

    @Test
    void prefersWhatShowsTheSentenceToAllElse() {
        var soft = score(candidate("bees on a meadow", 540, 960, Duration.ofSeconds(2), null, null, false));
        var sharp = score(candidate("an office", 1080, 1920, Duration.ofSeconds(8), null, null, false));

        assertThat(soft.total()).isGreaterThan(0.5);
        assertThat(soft.reasons()).contains("shows 'bees meadow'", "has to be enlarged 2.0 times");
        assertThat(sharp.total()).isZero();
    }

    @Test
    void trustsAProviderUntilItsWordsSaySomethingElse() {
        var silent = score(candidate("", 1080, 1920, Duration.ZERO, null, 1.0, false));
        var about = score(candidate("bee", 1080, 1920, Duration.ZERO, null, 1.0, false));
        var other = score(candidate("an office", 1080, 1920, Duration.ZERO, null, 1.0, false));

        assertThat(about.total()).isGreaterThan(silent.total());
        assertThat(silent.total()).isGreaterThan(0.4);
        assertThat(other.total()).isLessThan(0.2);
        assertThat(other.reasons()).contains("its words say something else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | an office with people         | false",
                "en | Abejas en un prado            | true",
                "en | dusk, cocktail                | false",
                "de | dusk, cocktail                | true",
                "en | Пчёлы на лугу                 | true",
                "en | 草地上的蜜蜂                    | true",
                "de | an office with people         | true",
                "de | Ein Büro mit vielen Menschen  | false",
                "ru | Пчёлы на лугу                 | false",
                "ar | نحل في المرج                  | false"
            })
    void believesAProviderOfWhatItSaysInAnotherLanguage(String language, String about, boolean believed) {
        var score = new Scoring(request(language), NEEDED, List.of())
                .of(candidate(about, 1080, 1920, Duration.ZERO, null, 1.0, false));

        assertThat(score.total() > 0.4).isEqualTo(believed);
        assertThat(score.reasons().contains("its words say something else")).isNotEqualTo(believed);
    }

    @Test
    void believesNothingOfAPageThatIsFilledUp() {
        var scoring = new Scoring(request("en"), NEEDED, List.of());
        var filled = List.of("an office with people", "a street at night", "old books on a table", "Wald im Nebel", "");

        assertThat(scoring.belief(filled)).isZero();
        assertThat(scoring.belief(filled.subList(2, 5))).isEqualTo(1);
        assertThat(scoring.belief(List.of("an office with people", "a street at night", "old books", "honey bees")))
                .isEqualTo(1);
    }

    @Test
    void takesOffForWhatWasSeenLatelyIsCutRepeatedOrOwed() {
        var best = score(candidate("bees meadow", 1080, 1920, Duration.ofSeconds(8), null, null, false));
        var lately = score(candidate("bees meadow", 1080, 1920, Duration.ofSeconds(8), null, null, true));
        var wide = score(candidate("bees meadow", 3840, 2160, Duration.ofSeconds(8), null, null, false));
        var brief = score(candidate("bees meadow", 1080, 1920, Duration.ofSeconds(2), null, null, false));

        assertThat(best.total()).isGreaterThan(wide.total()).isGreaterThan(brief.total());
        assertThat(lately.total()).isLessThan(0.65 * best.total());
        assertThat(lately.novelty()).isZero();
        assertThat(wide.reasons()).anyMatch(reason -> reason.endsWith("% of it is cut off"));
        assertThat(brief.reasons()).contains("is repeated, since it lasts 2.0 s");
    }

    @Test
    void keepsLightAndPaceOfTheNeighbours() {
        var scoring = new Scoring(request("en"), NEEDED, List.of(traits(0.8, 0.1)));

        var like = scoring.of(candidate("bees", 1080, 1920, NEEDED, traits(0.75, 0.1), null, false));
        var unlike = scoring.of(candidate("bees", 1080, 1920, NEEDED, traits(0.1, 0.9), null, false));

        assertThat(like.continuity()).isGreaterThan(0.9);
        assertThat(unlike.continuity()).isLessThan(0.4);
        assertThat(like.total()).isGreaterThan(unlike.total());
    }

    @Test
    void showsThePartOfALongClipThatIsOneScene() {
        var cuts = traits(0.5, 0.2, new Scene(0, 3, 0.2), new Scene(3, 12, 0.2), new Scene(12, 14, 0.2));
        var wild = traits(0.5, 0.2, new Scene(0, 6, 0.9), new Scene(6, 12, 0.2));
        var one = traits(0.5, 0.2, new Scene(0, 20, 0.2));

        assertThat(Excerpt.start(cuts, Duration.ofSeconds(14), NEEDED)).isBetween(seconds(3), seconds(8));
        assertThat(Excerpt.start(wild, Duration.ofSeconds(12), NEEDED)).isBetween(seconds(6), seconds(8));
        assertThat(Excerpt.start(one, Duration.ofSeconds(20), NEEDED)).isEqualTo(seconds(8));
        assertThat(Excerpt.start(one, Duration.ofSeconds(5), NEEDED)).isNull();
        assertThat(Excerpt.start(null, Duration.ofSeconds(20), NEEDED)).isNull();
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static ShotScore score(Candidate candidate) {
        return new Scoring(request("en"), NEEDED, List.of()).of(candidate);
    }

    private static Candidate candidate(
            String about, int width, int height, Duration duration, AssetTraits traits, Double found, boolean lately) {
        var text = Relevance.Text.NONE.and(about, 1);
        return new Candidate("pexels/1", about, text, width, height, duration, traits, "", found, lately);
    }

    private static AssetTraits traits(double brightness, double motion, Scene... scenes) {
        return new AssetTraits(null, List.of(), brightness, motion, List.of(scenes), null, false, List.of());
    }

    private static ShotRequest request(String language) {
        return new ShotRequest(
                new UserId("ada"),
                new VideoId("video"),
                0,
                1,
                "Bees dance.",
                null,
                List.of("bees"),
                "Title",
                language,
                NEEDED,
                1080,
                1920,
                7,
                MaterialSettings.DEFAULT,
                List.of("bees meadow"));
    }
}
