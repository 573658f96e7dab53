package io.moneyprinter.video.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.VideoSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FittingTests {

    private static final TitlePainting NO_TITLES = (card, canvas, language, seed, style, brand) -> {
        throw new AssertionError("no card was asked for");
    };

    private static final Fitting FITTING = new Fitting(
            NO_TITLES,
            (speech, tempo) -> speech.at(new ObjectKey("speech/faster.wav"), Math.round(speech.samples() / tempo)));

    @Test
    void leavesAFilmAloneThatHasNoLengthToKeep() {
        var request = film(10, 4, 300);

        assertThat(FITTING.fit(request).request()).isEqualTo(request);
    }

    @Test
    void leavesOutWhatIsMissedLeast() {
        var sentences = new ArrayList<>(film(10, 4, 300).sentences());
        sentences.set(3, sentences.get(3).withSpare(2));
        sentences.set(5, sentences.get(5).withSpare(1));
        sentences.set(7, sentences.get(7).withSpare(3));

        // Ten sentences last 43.9 s; eight of them are 35.3 s.
        var fitted = FITTING.fit(film(sentences).withTarget(Duration.ofMillis(35_300)));

        assertThat(fitted.pacing().leftOut()).containsExactly(3, 5);
        assertThat(fitted.pacing().tempo()).isEqualTo(1);
        assertThat(fitted.request().sentences()).hasSize(8);
        assertThat(length(fitted.request())).isCloseTo(35.3, within(0.5));
    }

    @Test
    void keepsTheHeadingOfASectionWhoseFirstSentenceIsLeftOut() {
        var sentences = new ArrayList<>(film(4, 4, 300).sentences());
        sentences.set(2, sentences.get(2).withSpare(1));
        var request = film(sentences).fitted(Map.of(0, "First", 2, "Second"), sentences);

        var fitted = FITTING.fit(request.withTarget(Duration.ofMillis(13_900)));

        assertThat(fitted.request().headings()).containsExactlyInAnyOrderEntriesOf(Map.of(0, "First", 2, "Second"));
        assertThat(fitted.request().sentences()).hasSize(3);
    }

    @Test
    void changesPausesBeforeTheVoice() {
        var longer = FITTING.fit(film(10, 4, 300).withTarget(Duration.ofMillis(44_900)));

        assertThat(longer.pacing().pauses()).isGreaterThan(1.2);
        assertThat(longer.pacing().tempo()).isEqualTo(1);
    }

    @Test
    void leavesPausesThatAreMeantAsTheyAre() {
        var sentences = new ArrayList<>(film(10, 4, 300).sentences());
        sentences.set(4, sentences.get(4).spoken(sentences.get(4).speech(), Duration.ofSeconds(2)));

        var shorter = FITTING.fit(film(sentences).withTarget(Duration.ofMillis(44_000)));

        assertThat(shorter.pacing().pauses()).isLessThan(1);
        assertThat(shorter.request().sentences().get(4).pauseAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void saysByHowMuchAScriptIsTooLongAndLeavesItAlone() {
        var request = film(10, 4, 300);

        var fitted = FITTING.fit(request.withTarget(Duration.ofSeconds(30)));

        assertThat(fitted.pacing().natural()).isTrue();
        assertThat(fitted.pacing().over()).isBetween(Duration.ofMillis(13_500), Duration.ofMillis(14_500));
        assertThat(fitted.request().sentences()).isEqualTo(request.sentences());
    }

    @Test
    void takesAnotherSentenceWhereTheLeastOneIsTooLong() {
        var sentences = new ArrayList<>(film(10, 4, 300).sentences());
        sentences.set(3, sentence("long", 48_000L * 14, 300).withSpare(1));
        sentences.set(5, sentences.get(5).withSpare(2));

        // All last 53.9 s.
        var fitted = FITTING.fit(film(sentences).withTarget(Duration.ofMillis(49_600)));

        assertThat(fitted.pacing().leftOut()).containsExactly(5);
        assertThat(fitted.pacing().natural()).isFalse();
    }

    @Test
    void goesAsFarAsItMayWhereThatIsCloseEnough() {
        // 43.9 s; pauses and voice can take 4.0 s.
        var fitted = FITTING.fit(film(10, 4, 300).withTarget(Duration.ofMillis(39_400)));

        assertThat(length(fitted.request())).isCloseTo(39.4, within(0.95));
        assertThat(fitted.pacing().tempo()).isEqualTo(1.08);
    }

    @Test
    void tellsByHowMuchTheFilmIsReallyOver() {
        var fitted = FITTING.fit(film(10, 4, 300).withTarget(Duration.ofMillis(42_700)));

        var over = fitted.pacing().over().toNanos() / 1e9;
        assertThat(length(fitted.request())).isCloseTo(42.7 + over, within(0.001));
        assertThat(over).isNotZero();
    }

    @Property(tries = 300)
    void keepsAnyLengthWithinAnEighthOfTheNaturalOne(
            @ForAll @IntRange(min = 4, max = 50) int sentences,
            @ForAll @DoubleRange(min = 1.5, max = 7) double seconds,
            @ForAll @IntRange(min = 0, max = 600) int pause,
            @ForAll @IntRange(min = 935, max = 1_075) int thousandths) {
        var request = film(sentences, seconds, pause);
        var target = length(request) * thousandths / 1_000;

        var fitted = FITTING.fit(request.withTarget(Duration.ofMillis(Math.round(target * 1_000))));

        assertThat(length(fitted.request())).isCloseTo(target, within(0.95));
        assertThat(fitted.pacing().tempo()).isBetween(0.92, 1.08);
    }

    /** A voice at another pace loses a moment of each sentence, so that a length may lie between what can be had. */
    @Property(tries = 100)
    void comesCloseWithAPaceThatIsNotExact(
            @ForAll @IntRange(min = 10, max = 50) int sentences,
            @ForAll @DoubleRange(min = 0.92, max = 0.96) double share,
            @ForAll @IntRange(min = 5, max = 30) int lostMillis) {
        var fitting = new Fitting(
                NO_TITLES,
                (speech, tempo) -> speech.at(
                        new ObjectKey("speech/faster.wav"), Math.round(speech.samples() / tempo) - 48L * lostMillis));
        var request = film(sentences, 4, 300);
        var target = length(request) * share;

        var fitted = fitting.fit(request.withTarget(Duration.ofMillis(Math.round(target * 1_000))));

        assertThat(length(fitted.request())).isCloseTo(target, within(0.5));
    }

    private static double length(PlanRequest request) {
        return Schedule.of(request, NO_TITLES).end().toDuration().toNanos() / 1e9;
    }

    private static PlanRequest film(int sentences, double seconds, int pause) {
        var all = new ArrayList<SpokenSentence>();
        for (var i = 0; i < sentences; i++) {
            // Not all alike, and not a whole number of pictures.
            all.add(sentence("s" + i, Math.round(48_000 * seconds) + 17L * i, pause));
        }
        return film(all);
    }

    private static PlanRequest film(List<SpokenSentence> sentences) {
        return PlanRequest.of(
                UserId.LOCAL,
                new VideoId("v"),
                "A film",
                "en",
                new Canvas(180, 320, 30),
                VideoSettings.DEFAULT,
                1,
                null,
                sentences);
    }

    private static SpokenSentence sentence(String name, long samples, long pauseMillis) {
        var speech = new Speech(
                new ObjectKey("speech/" + name + ".wav"), 48_000, samples, List.of(), "test", "voice", false);
        var still = new Visual.Still(new ObjectKey("media/" + name + ".png"), 100, 100, 1, 1, 0.5, 0.5);
        return new SpokenSentence(
                "Text.", Duration.ofMillis(pauseMillis), speech, new Shot(List.of(still), "own", null));
    }
}
