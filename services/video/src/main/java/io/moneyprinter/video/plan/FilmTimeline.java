package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Clip;
import io.moneyprinter.timeline.Composable;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.Gap;
import io.moneyprinter.timeline.MediaReference;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.timeline.Timeline;
import io.moneyprinter.timeline.Track;
import io.moneyprinter.timeline.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The film as a timeline: narration to the sample, pictures to the frame.
 *
 * @param visuals of the clips on the picture track, in order
 */
record FilmTimeline(Timeline timeline, List<Visual> visuals) {

    static final int SAMPLE_RATE = 48_000;
    private static final FrameRate SAMPLES = FrameRate.of(SAMPLE_RATE);

    /** Players take a moment to start; a first syllable without room would be lost. */
    private static final Duration LEAD_IN = Duration.ofMillis(200);

    private static final Duration TAIL = Duration.ofSeconds(1);

    /** A picture that is seen for a shorter time is not understood. */
    private static final Duration SHORTEST_PICTURE = Duration.ofMillis(500);

    FilmTimeline {
        visuals = List.copyOf(visuals);
    }

    static FilmTimeline of(PlanRequest request, Captioning captioning) {
        var rate = FrameRate.of(request.canvas().fps());
        var starts = starts(request.sentences());
        var end = starts.getLast()
                .plus(samples(request.sentences().getLast().speech().samples()))
                .plus(SAMPLES.nearest(TAIL));
        // Whole frames: the sound is padded to the end of the last picture.
        var frames = Math.ceilDiv(end.value() * rate.numerator(), (long) SAMPLE_RATE * rate.denominator());

        var visuals = new ArrayList<Visual>();
        var pictures = pictures(request, starts, frames, rate, visuals);
        var narration = narration(request.sentences(), starts);
        var captions = captions(request, starts, frames, captioning);
        var timeline = new Timeline(request.title(), rate, List.of(pictures, narration), List.of(captions));
        return new FilmTimeline(timeline, visuals);
    }

    /** When each sentence begins to be spoken. */
    private static List<RationalTime> starts(List<SpokenSentence> sentences) {
        var starts = new ArrayList<RationalTime>();
        var at = SAMPLES.nearest(LEAD_IN);
        for (var sentence : sentences) {
            if (sentence.speech().sampleRate() != SAMPLE_RATE) {
                throw new IllegalArgumentException("speech: %d samples a second (expected: %d)"
                        .formatted(sentence.speech().sampleRate(), SAMPLE_RATE));
            }
            starts.add(at);
            at = at.plus(samples(sentence.speech().samples())).plus(SAMPLES.nearest(sentence.pauseAfter()));
        }
        return starts;
    }

    private static RationalTime samples(long count) {
        return new RationalTime(count, SAMPLES);
    }

    private static Track narration(List<SpokenSentence> sentences, List<RationalTime> starts) {
        var children = new ArrayList<Composable>();
        var at = RationalTime.zero(SAMPLES);
        for (var i = 0; i < sentences.size(); i++) {
            var speech = sentences.get(i).speech();
            var pause = starts.get(i).minus(at);
            if (!pause.isZero()) {
                children.add(new Gap(pause));
            }
            var range = TimeRange.of(0, speech.samples(), SAMPLES);
            var media = new MediaReference.External(speech.audio().value(), range);
            children.add(new Clip("sentence " + i, media, range));
            at = starts.get(i).plus(range.duration());
        }
        return new Track("narration", Track.Kind.AUDIO, children);
    }

    private static CaptionTrack captions(
            PlanRequest request, List<RationalTime> starts, long frames, Captioning captioning) {
        var utterances = new ArrayList<Utterance>();
        for (var i = 0; i < starts.size(); i++) {
            var sentence = request.sentences().get(i);
            utterances.add(new Utterance(
                    sentence.text(),
                    starts.get(i).toDuration(),
                    samples(sentence.speech().samples()).toDuration(),
                    sentence.speech().words(),
                    sentence.caption()));
        }
        var settings = CaptionSettings.orDefault(request.settings().captions());
        return captioning.cues(request.language(), request.canvas(), settings, utterances, frames);
    }

    /** A sentence's visuals share the time until the next sentence begins. */
    private static Track pictures(
            PlanRequest request, List<RationalTime> starts, long frames, FrameRate rate, List<Visual> visuals) {
        var lengths = new ArrayList<Long>();
        for (var i = 0; i < starts.size(); i++) {
            var from = i == 0 ? 0 : starts.get(i).atRate(rate).value();
            var to = i == starts.size() - 1
                    ? frames
                    : starts.get(i + 1).atRate(rate).value();
            share(request.sentences().get(i).shot().visuals(), to - from, rate, visuals, lengths);
        }
        return track(visuals, lengths, blend(request, rate), rate);
    }

    private static void share(
            List<Visual> candidates, long length, FrameRate rate, List<Visual> visuals, List<Long> lengths) {
        var shortest = rate.nearest(SHORTEST_PICTURE).value();
        var count = (int) Math.clamp(length / shortest, 1, candidates.size());
        for (var i = 0; i < count; i++) {
            var frames = length * (i + 1) / count - length * i / count;
            if (frames > 0) {
                visuals.add(candidates.get(i));
                lengths.add(frames);
            }
        }
    }

    /** Half of a dissolve: a sixth of a second on either side of the cut; zero for cuts. */
    private static RationalTime blend(PlanRequest request, FrameRate rate) {
        var cut = request.settings().transition() == TransitionStyle.CUT;
        return cut ? RationalTime.zero(rate) : rate.nearest(Duration.ofMillis(167));
    }

    private static Track track(List<Visual> visuals, List<Long> lengths, RationalTime half, FrameRate rate) {
        var children = new ArrayList<Composable>();
        for (var i = 0; i < lengths.size(); i++) {
            // A dissolve between pictures that are hardly seen would be all there is to see.
            var enough = 6 * half.value();
            if (i > 0 && enough > 0 && lengths.get(i - 1) >= enough && lengths.get(i) >= enough) {
                children.add(new Transition(Transition.Kind.DISSOLVE, half, half));
            }
            // Visuals have no end of their own, so that handles are always there.
            var kind = visuals.get(i).getClass().getSimpleName();
            var media = new MediaReference.Generator(kind, Integer.toString(i));
            children.add(new Clip("visual " + i, media, TimeRange.of(0, lengths.get(i), rate)));
        }
        return new Track("pictures", Track.Kind.VIDEO, children);
    }
}
