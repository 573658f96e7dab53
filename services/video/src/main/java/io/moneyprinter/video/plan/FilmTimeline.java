package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.timeline.Clip;
import io.moneyprinter.timeline.Composable;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.Gap;
import io.moneyprinter.timeline.MediaReference;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.timeline.Timeline;
import io.moneyprinter.timeline.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The film as a timeline: narration to the sample, pictures to the frame.
 *
 * @param shown of the clips on the picture track, in order; none where nothing is seen
 * @param utterances one for each sentence
 */
record FilmTimeline(Timeline timeline, List<Shown> shown, List<Utterance> utterances) {

    static final int SAMPLE_RATE = 48_000;
    private static final FrameRate SAMPLES = FrameRate.of(SAMPLE_RATE);
    private static final String PICTURES = "pictures";

    /** A picture that is seen for a shorter time is not understood. */
    private static final Duration SHORTEST_PICTURE = Duration.ofMillis(500);

    FilmTimeline {
        shown = List.copyOf(shown);
        utterances = List.copyOf(utterances);
    }

    /** When music is in time, in seconds of the film, ascending. */
    interface Beats {

        /** @param samples length of the film */
        List<Double> in(long samples);
    }

    /** @param beats where pictures change, if one is near; asked only where there are pictures */
    static FilmTimeline of(PlanRequest request, Captioning captioning, TitlePainting titles, Beats beats) {
        var rate = FrameRate.of(request.canvas().fps());
        var schedule = Schedule.of(request, titles);
        var frames = schedule.end().atRate(rate).value();

        var shown = new ArrayList<Shown>();
        var pictures = request.seen()
                ? pictures(
                        request,
                        schedule,
                        frames,
                        rate,
                        shown,
                        beats.in(schedule.end().value()))
                : new Track(PICTURES, Track.Kind.VIDEO, List.of(new Gap(new RationalTime(frames, rate))));
        var narration = narration(request.sentences(), schedule.starts());
        var utterances = utterances(request.sentences(), schedule.starts());
        var captions = captioning.cues(
                request.language(),
                request.canvas(),
                CaptionSettings.orDefault(request.settings().captions()),
                utterances,
                frames);
        var timeline = new Timeline(request.title(), rate, List.of(pictures, narration), List.of(captions));
        return new FilmTimeline(timeline, shown, utterances);
    }

    private static Track narration(List<SpokenSentence> sentences, List<RationalTime> starts) {
        var children = new ArrayList<Composable>();
        var at = RationalTime.zero(SAMPLES);
        for (var i = 0; i < sentences.size(); i++) {
            var speech = sentences.get(i).speech();
            if (speech.provider().equals(VoiceSettings.NO_VOICE)) {
                continue;
            }
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

    private static List<Utterance> utterances(List<SpokenSentence> sentences, List<RationalTime> starts) {
        var utterances = new ArrayList<Utterance>();
        for (var i = 0; i < starts.size(); i++) {
            var sentence = sentences.get(i);
            utterances.add(new Utterance(
                    sentence.text(),
                    starts.get(i).toDuration(),
                    sentence.speech().duration(),
                    sentence.speech().words(),
                    sentence.caption(),
                    sentence.pauses()));
        }
        return utterances;
    }

    /** What belongs to a time shares it evenly, until the next time begins. */
    private static Track pictures(
            PlanRequest request,
            Schedule schedule,
            long frames,
            FrameRate rate,
            List<Shown> shown,
            List<Double> beats) {
        var framings = Framings.of(request.settings());
        var lengths = new ArrayList<Long>();
        var stretches = schedule.stretches();
        for (var i = 0; i < stretches.size(); i++) {
            var from = stretches.get(i).start().atRate(rate).value();
            var to = i == stretches.size() - 1
                    ? frames
                    : stretches.get(i + 1).start().atRate(rate).value();
            share(stretches.get(i).visuals(), to - from, request.canvas(), framings, shown, lengths);
        }
        var cut = BeatCuts.moved(
                lengths, beats, rate, rate.nearest(SHORTEST_PICTURE).value());
        return track(shown, cut, Transitions.of(request.settings(), rate, request.seed()), rate);
    }

    private static void share(
            List<Visual> candidates,
            long length,
            Canvas canvas,
            Framings framings,
            List<Shown> shown,
            List<Long> lengths) {
        var shortest = FrameRate.of(canvas.fps()).nearest(SHORTEST_PICTURE).value();
        var count = (int) Math.clamp(length / shortest, 1, candidates.size());
        for (var i = 0; i < count; i++) {
            var frames = length * (i + 1) / count - length * i / count;
            if (frames > 0) {
                var visual = candidates.get(i);
                var framing = framings.of(visual);
                shown.add(new Shown(Sufficient.of(visual, framing, canvas), framing));
                lengths.add(frames);
            }
        }
    }

    private static Track track(List<Shown> shown, List<Long> lengths, Transitions transitions, FrameRate rate) {
        var children = new ArrayList<Composable>();
        for (var i = 0; i < lengths.size(); i++) {
            var transition = i == 0 ? null : transitions.at(i - 1, lengths.get(i - 1), lengths.get(i));
            if (transition != null) {
                children.add(transition);
            }
            // Visuals have no end of their own, so that handles are always there.
            var kind = shown.get(i).visual().getClass().getSimpleName();
            var media = new MediaReference.Generator(kind, Integer.toString(i));
            children.add(new Clip("visual " + i, media, TimeRange.of(0, lengths.get(i), rate)));
        }
        return new Track(PICTURES, Track.Kind.VIDEO, children);
    }
}
