package io.moneyprinter.video.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.NarrationWords;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.timeline.Transition;
import io.moneyprinter.video.device.EncoderChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FilmPlannerTests {

    private static final PlanFormat FORMAT = new PlanFormat();
    private static final TitlePainting NO_TITLES = (card, canvas, language, seed, style, brand) -> {
        throw new AssertionError("no card was asked for");
    };

    @Test
    void beginsEverySentenceWithAPicture() {
        var plan = plan(TransitionStyle.CUT, sentence("a", 100_001, 300), sentence("b", 50_000, 0));

        assertThat(plan.sound().narration()).extracting(Narration::start).containsExactly(9_600L, 78 * 1_600L);
        // Sample 9600 + 100001 + 14400 lies in frame 77, and 50000 + 48000 more than frame 78 in frame 139.
        assertThat(plan.frames()).isEqualTo(140);
        assertThat(plan.sound().samples()).isEqualTo(140 * 1_600);
        assertThat(plan.chunks().getFirst().segments())
                .containsExactly(new Segment.Body(0, 0, 78), new Segment.Body(1, 0, 62));
    }

    @Test
    void namesCutsOnlyForAnEffectAtThem() {
        var sentences = List.of(sentence("a", 100_001, 300), sentence("b", 50_000, 0), sentence("c", 50_000, 0));
        var settings = VideoSettings.DEFAULT.withTransition(TransitionStyle.CUT);
        var pops = settings.withSound(new SoundSettings(null, -16.0, null, CutEffect.POP, -3.0, null));

        assertThat(sound(settings, sentences).cuts()).isEmpty();
        assertThat(sound(settings, sentences).loudness()).isEqualTo(-14);
        // The second sentence starts at frame 78, the third at sample 174001, frame 108.75.
        assertThat(sound(pops, sentences).cuts()).containsExactly(78 * 1_600L, 110 * 1_600L);
        assertThat(sound(pops, sentences).loudness()).isEqualTo(-16);
        assertThat(sound(pops, sentences).truePeak()).isEqualTo(-1);
        assertThat(sound(pops, sentences).cutEffectVolume()).isEqualTo(-3);
    }

    @Test
    void dissolvesWithoutChangingTheLength() {
        var plan = plan(TransitionStyle.DISSOLVE, sentence("a", 100_001, 300), sentence("b", 50_000, 0));

        assertThat(plan.frames()).isEqualTo(140);
        assertThat(plan.chunks().getFirst().segments())
                .containsExactly(
                        new Segment.Body(0, 0, 73),
                        new Segment.Blend(Transition.Kind.DISSOLVE, 0, 73, 1, 0, 10),
                        new Segment.Body(1, 10, 57));
        assertThat(plan.chunks().getFirst().views()).extracting(View::total).containsExactly(83L, 67L);
    }

    @Test
    void cutsBetweenPicturesThatAreTooShortToDissolve() {
        var plan = plan(TransitionStyle.DISSOLVE, sentence("a", 24_000, 0), sentence("b", 300_000, 0));

        assertThat(plan.chunks().getFirst().segments()).noneMatch(Segment.Blend.class::isInstance);
    }

    @Test
    void coversTheFilmWithChunksThatNeverCutADissolve() {
        var sentences = new ArrayList<SpokenSentence>();
        for (var i = 0; i < 12; i++) {
            sentences.add(sentence("visual" + i, 90_000 + 17_777L * i, 100 * i));
        }

        var plan = plan(TransitionStyle.DISSOLVE, sentences.toArray(SpokenSentence[]::new));

        var at = 0L;
        for (var chunk : plan.chunks()) {
            assertThat(chunk.firstFrame()).isEqualTo(at);
            assertThat(chunk.frames()).isBetween(30L, 360L);
            at += chunk.frames();
        }
        assertThat(at).isEqualTo(plan.frames());
        assertThat(plan.chunks().stream()
                        .flatMap(chunk -> chunk.segments().stream())
                        .filter(Segment.Blend.class::isInstance))
                .hasSize(11)
                .allMatch(dissolve -> dissolve.frames() == 10);
    }

    @Test
    void cutsAVisualThatIsSeenVeryLong() {
        var plan = plan(TransitionStyle.CUT, sentence("a", 48_000 * 30, 0));

        assertThat(plan.chunks()).hasSizeGreaterThan(4);
        assertThat(plan.chunks()).allMatch(chunk -> chunk.frames() <= 240);
        assertThat(plan.chunks().get(1).views().getFirst().from())
                .isEqualTo(plan.chunks().getFirst().frames());
    }

    @Test
    void namesAChunkByWhatItShowsAndNothingElse() {
        var first = plan(TransitionStyle.CUT, sentence("a", 240_000, 0), sentence("b", 240_000, 0));
        var otherEnd = plan(TransitionStyle.CUT, sentence("a", 240_000, 0), sentence("c", 240_000, 0));
        var otherStart = plan(TransitionStyle.CUT, sentence("c", 240_000, 0), sentence("b", 240_000, 0));

        assertThat(key(otherEnd, 0)).isEqualTo(key(first, 0));
        assertThat(key(otherEnd, 1)).isNotEqualTo(key(first, 1));
        assertThat(key(otherStart, 0)).isNotEqualTo(key(first, 0));
        assertThat(key(otherStart, 1)).isEqualTo(key(first, 1));
    }

    @Test
    void showsTheSameLaterAfterAChangeInLength() {
        var before = plan(TransitionStyle.CUT, sentence("a", 240_000, 250), sentence("b", 240_000, 0));
        var longer = plan(TransitionStyle.CUT, sentence("a", 251_234, 250), sentence("b", 240_000, 0));

        assertThat(key(longer, 0)).isNotEqualTo(key(before, 0));
        assertThat(key(longer, 1)).isEqualTo(key(before, 1));
    }

    @Test
    void changesOnlyTheChunkWhoseCaptionChanges() {
        var sentences = List.of(sentence("a", 240_000, 0), sentence("b", 240_000, 0));
        var before = plan(new Cues("one", 10, "two", 200), sentences, TransitionStyle.CUT);
        var after = plan(new Cues("one", 10, "other", 200), sentences, TransitionStyle.CUT);

        assertThat(key(after, 0)).isEqualTo(key(before, 0));
        assertThat(key(after, 1)).isNotEqualTo(key(before, 1));
    }

    @Test
    void rendersAgainOnlyTheChunksWithCaptionsWhenTheseMove() {
        var sentences = List.of(sentence("a", 240_000, 0), sentence("b", 240_000, 0));
        var cues = new Cues("one", 10, "two", 20);
        var moved = new JsonMapper().readValue("{\"position\": \"top\"}", CaptionSettings.class);

        var before = plan(cues, sentences, TransitionStyle.CUT);
        var after = plan(
                cues,
                sentences,
                VideoSettings.DEFAULT.withTransition(TransitionStyle.CUT).withCaptions(moved));

        assertThat(key(after, 0)).isNotEqualTo(key(before, 0));
        assertThat(key(after, 1)).isEqualTo(key(before, 1));
        assertThat(after.captions()).isEqualTo(moved);
    }

    @Test
    void readsThePlanItWrote() {
        var sentences = List.of(sentence("a", 240_000, 0), sentence("b", 240_000, 0));
        var plan = plan(new Cues("one", 10, "two", 200), sentences, TransitionStyle.DISSOLVE);

        var read = FORMAT.read(FORMAT.write(plan).getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(plan);
        var byDevice = plan.by(new EncoderChoice("h264_nvenc", null));
        assertThat(FORMAT.read(FORMAT.write(byDevice).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(byDevice);
    }

    /** As videos have them that were begun by the program before this one. */
    @Test
    void readsAPlanThatNamesNoEncoder() {
        var plan = plan(TransitionStyle.CUT, sentence("a", 240_000, 0));
        var old = FORMAT.write(plan).replace(",\"encoder\":null,\"encoderNote\":null", "");
        assertThat(old).doesNotContain("encoder");

        assertThat(FORMAT.read(old.getBytes(StandardCharsets.UTF_8))).isEqualTo(plan);
    }

    @Test
    void saysWhatEncodesAFilmAndWhereItsChunksWillBe() {
        var plan = plan(TransitionStyle.CUT, sentence("a", 240_000, 0), sentence("b", 240_000, 0));
        assertThat(plan.encoder()).isNull();
        assertThat(plan.keys()).isEqualTo(plan.processorKeys());

        var byDevice = plan.by(new EncoderChoice("h264_nvenc", null));

        assertThat(byDevice.keys()).doesNotContainAnyElementsOf(plan.keys()).doesNotHaveDuplicates();
        assertThat(byDevice.processorKeys()).isEqualTo(plan.keys());
    }

    @Test
    void laysOutSoundWithoutPictures() {
        var cards = new PictureSettings(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new TitleCard("Bees", null, null, null),
                null,
                true);
        var settings = VideoSettings.DEFAULT.withPicture(cards);
        var seen = List.of(sentence("a", 48_000, 500), sentence("b", 24_000, 0));

        var film = plan(new Cues("", 0, "", 0), seen, VideoSettings.DEFAULT);
        var sound = plan(new Cues("", 0, "", 0), heard(seen), settings);

        assertThat(sound.chunks()).isEmpty();
        assertThat(sound.duration()).isEqualTo(film.duration());
        assertThat(sound.sound().narration()).isEqualTo(film.sound().narration());
        assertThat(sound.sound().music()).isEqualTo("none");
        assertThat(sound(settings.withMusic("calm"), heard(seen)).music()).isEqualTo("calm");
    }

    @Test
    void putsSentencesWhereTheyAreSpoken() {
        var sentences = List.of(
                at(sentence("a", 48_000, 500), Duration.ofMillis(1_234)),
                at(sentence("b", 48_000, 500), Duration.ofMillis(2_000)),
                at(sentence("c", 48_000, 500), Duration.ofMillis(9_000)));

        var planned = planned(new Cues("", 0, "", 0), sentences, VideoSettings.DEFAULT);

        // The second one waits until the first one has ended.
        assertThat(planned.plan().sound().narration())
                .extracting(Narration::start)
                .containsExactly(59_232L, 107_232L, 432_000L);
        assertThat(planned.words().words())
                .extracting(NarrationWords.Word::start, NarrationWords.Word::end, NarrationWords.Word::source)
                .containsExactly(
                        tuple(1.334, 1.634, "engine"), tuple(2.334, 2.634, "engine"), tuple(9.1, 9.4, "engine"));
    }

    private static List<SpokenSentence> heard(List<SpokenSentence> sentences) {
        return sentences.stream()
                .map(each -> new SpokenSentence(each.text(), each.pauseAfter(), each.speech(), null))
                .toList();
    }

    private static SpokenSentence at(SpokenSentence sentence, Duration at) {
        var word = new WordTiming(0, 5, Duration.ofMillis(100), Duration.ofMillis(300), WordTiming.Source.ENGINE, 1);
        var speech = sentence.speech();
        return new SpokenSentence(
                sentence.text(),
                sentence.pauseAfter(),
                new Speech(speech.audio(), 48_000, speech.samples(), List.of(word), "test", "voice", false),
                null,
                null,
                at,
                List.of(),
                0);
    }

    private static ObjectKey key(FilmPlan plan, int chunk) {
        return plan.chunks().get(chunk).key();
    }

    private static FilmPlan plan(TransitionStyle transition, SpokenSentence... sentences) {
        return plan(new Cues("", 0, "", 0), List.of(sentences), transition);
    }

    private static SoundPlan sound(VideoSettings settings, List<SpokenSentence> sentences) {
        return plan(new Cues("", 0, "", 0), sentences, settings).sound();
    }

    private static FilmPlan plan(Cues cues, List<SpokenSentence> sentences, TransitionStyle transition) {
        return plan(cues, sentences, VideoSettings.DEFAULT.withTransition(transition));
    }

    private static FilmPlan plan(Cues cues, List<SpokenSentence> sentences, VideoSettings settings) {
        return planned(cues, sentences, settings).plan();
    }

    private static FilmPlanner.Planned planned(Cues cues, List<SpokenSentence> sentences, VideoSettings settings) {
        var request = PlanRequest.of(
                UserId.LOCAL, new VideoId("v"), "A film", "en", new Canvas(180, 320, 30), settings, 1, null, sentences);
        return new FilmPlanner(
                        cues, NO_TITLES, "test", FORMAT, Duration.ofSeconds(4), FilmPlanner.Encoding.ON_PROCESSOR)
                .plan(request);
    }

    private static SpokenSentence sentence(String visual, long samples, long pauseMillis) {
        var audio = new ObjectKey("speech/" + visual + ".wav");
        var speech = new Speech(audio, 48_000, samples, List.of(), "test", "voice", false);
        var still = new Visual.Still(new ObjectKey("media/" + visual + ".png"), 100, 100, 1, 1, 0.5, 0.5);
        return new SpokenSentence(
                "Text.", Duration.ofMillis(pauseMillis), speech, new Shot(List.of(still), "own", null));
    }

    /** Two cues of ten frames each, none for an empty text. */
    private record Cues(String first, long firstFrame, String second, long secondFrame) implements Captioning {

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String look(Canvas canvas, CaptionSettings settings) {
            return String.valueOf(settings.position());
        }

        @Override
        public CaptionTrack shown(CaptionTrack track, CaptionSettings settings) {
            return track;
        }

        @Override
        public String ass(CaptionTrack track, Canvas canvas, CaptionSettings settings) {
            return "";
        }

        @Override
        public CaptionTrack cues(
                String language, Canvas canvas, CaptionSettings settings, List<Utterance> utterances, long frames) {
            var cues = new ArrayList<Cue>();
            if (!first.isEmpty()) {
                cues.add(new Cue(TimeRange.of(firstFrame, 10, FrameRate.of(30)), first, List.of()));
                cues.add(new Cue(TimeRange.of(secondFrame, 10, FrameRate.of(30)), second, List.of()));
            }
            return new CaptionTrack(language, cues);
        }

        @Override
        public void check(CaptionSettings settings, boolean burnt) {}

        @Override
        public List<String> undrawable(List<String> texts) {
            return List.of();
        }

        @Override
        public String srt(CaptionTrack track) {
            return "";
        }

        @Override
        public String vtt(CaptionTrack track) {
            return "";
        }

        @Override
        public CaptionStrip paint(
                CaptionTrack track, Canvas canvas, CaptionSettings settings, TimeRange range, Path directory) {
            return new CaptionStrip(0, 0, List.of());
        }
    }
}
