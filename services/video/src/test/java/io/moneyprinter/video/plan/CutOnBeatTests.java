package io.moneyprinter.video.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.tts.WordTiming.Source;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.MusicChoice;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.video.caption.TestCaptioning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Films whose pictures change with the music. */
class CutOnBeatTests {

    /** 120 beats a minute, at 30 pictures a second. */
    private static final int FRAMES_PER_BEAT = 15;

    private static final int SAMPLES_PER_FRAME = 1_600;

    private static final Soundtrack TWO_A_SECOND = new Soundtrack() {
        @Override
        public MusicChoice choose(PlanRequest request) {
            return new MusicChoice("electronic:energetic:1", null, "for a test");
        }

        @Override
        public @Nullable Double tempo(MusicChoice choice, boolean steady, long samples) {
            return steady ? 120.0 : null;
        }

        @Override
        public List<Double> beats(PlanRequest request, MusicChoice choice, long samples) {
            return Stream.iterate(0.0, beat -> beat * 48_000 < samples, beat -> beat + 0.5)
                    .toList();
        }
    };

    @Test
    void changesPicturesOnTheBeat() {
        var free = planned(settings(null), sentences());
        var onBeat = planned(settings(true), sentences());

        assertThat(onBeat.plan().sound().cuts())
                .hasSameSizeAs(free.plan().sound().cuts())
                .isNotEqualTo(free.plan().sound().cuts())
                .allSatisfy(cut -> {
                    var frame = Math.floorMod(cut / SAMPLES_PER_FRAME, FRAMES_PER_BEAT);
                    assertThat(Math.min(frame, FRAMES_PER_BEAT - frame)).isLessThanOrEqualTo(1);
                });
        assertThat(onBeat.music().bpm()).isEqualTo(120);
        assertThat(onBeat.plan().sound().steady()).isTrue();
    }

    @Test
    void leavesWhatIsHeardAndReadWhereItIs() {
        var free = planned(settings(null), sentences());
        var onBeat = planned(settings(true), sentences());

        assertThat(onBeat.plan().sound().narration())
                .isEqualTo(free.plan().sound().narration());
        assertThat(onBeat.captions()).isEqualTo(free.captions());
        assertThat(onBeat.captions().cues()).isNotEmpty();
        assertThat(onBeat.words()).isEqualTo(free.words());
        assertThat(onBeat.plan().frames()).isEqualTo(free.plan().frames());
    }

    @Test
    void isOffUntilItIsAskedFor() {
        assertThat(planned(settings(false), sentences()).plan().keys())
                .isEqualTo(planned(settings(null), sentences()).plan().keys());
    }

    @Test
    void rendersNothingTwiceThatAnEditDoesNotTouch() {
        var before = planned(settings(true), sentences()).plan();
        var other = new ArrayList<>(sentences());
        other.set(9, sentence("other", 100_001 + 9 * 7_919L));

        var after = planned(settings(true), other).plan();

        var left = new HashSet<>(before.keys());
        left.retainAll(after.keys());
        assertThat(after.chunks()).hasSizeGreaterThan(6);
        assertThat(left.size())
                .isBetween(after.chunks().size() - 2, after.chunks().size() - 1);
    }

    @Test
    void rendersTheBeginningOnlyOnceWhenAFilmBecomesLonger() {
        var before = planned(settings(true), sentences()).plan();
        var longer = new ArrayList<>(sentences());
        longer.add(sentence("last", 90_000));

        var after = planned(settings(true), longer).plan();

        var same = before.keys().size() - 2;
        assertThat(after.keys().subList(0, same)).isEqualTo(before.keys().subList(0, same));
    }

    private static List<SpokenSentence> sentences() {
        var sentences = new ArrayList<SpokenSentence>();
        for (var i = 0; i < 14; i++) {
            sentences.add(sentence("s" + i, 100_001 + i * 7_919L));
        }
        return sentences;
    }

    private static SpokenSentence sentence(String visual, long samples) {
        var audio = new ObjectKey("speech/%d.wav".formatted(samples));
        var words = List.of(new WordTiming(0, 4, Duration.ZERO, Duration.ofMillis(900), Source.ENGINE, 1));
        var speech = new Speech(audio, 48_000, samples, words, "test", "voice", false);
        var still = new Visual.Still(new ObjectKey("media/" + visual + ".png"), 100, 100, 1, 1, 0.5, 0.5);
        return new SpokenSentence("Bees dance.", Duration.ofMillis(300), speech, new Shot(List.of(still), "own", null));
    }

    /** With an effect at cuts, a plan says where they are. */
    private static VideoSettings settings(@Nullable Boolean onBeat) {
        return VideoSettings.DEFAULT
                .withTransition(TransitionStyle.CUT)
                .withSound(new SoundSettings(null, null, null, CutEffect.POP, null, null))
                .withPicture(PictureSettings.DEFAULT.withCutOnBeat(onBeat));
    }

    private static FilmPlanner.Planned planned(VideoSettings settings, List<SpokenSentence> sentences) {
        var request = PlanRequest.of(
                UserId.LOCAL, new VideoId("v"), "A film", "en", new Canvas(180, 320, 30), settings, 1, null, sentences);
        return new FilmPlanner(
                        TestCaptioning.drawn(),
                        (card, canvas, language, seed, style, brand) -> {
                            throw new AssertionError("no card was asked for");
                        },
                        "test",
                        new PlanFormat(),
                        Duration.ofSeconds(4),
                        FilmPlanner.Encoding.ON_PROCESSOR,
                        TWO_A_SECOND)
                .plan(request);
    }
}
