package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Pacing;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Brings a film to the length that it is to have. Whole sentences are left out until pauses can do the rest, and what they
 * cannot do the pace of the voice.
 */
public final class Fitting {

    /** A pause that is made shorter or longer than this sounds hurried or lost. */
    private static final double SHORTEST_PAUSE = 0.6;

    private static final double LONGEST_PAUSE = 1.6;

    /** Within this the same voice is heard. */
    private static final double SLOWEST = 0.92;

    private static final double FASTEST = 1.08;

    /** Seconds; nobody misses them, and what is not changed needs not be made again. */
    private static final double NEGLIGIBLE = 0.4;

    /** Seconds; a film that comes so close has the length that was asked for. */
    private static final double CLOSE = 0.9;

    private static final int MOST_ATTEMPTS = 4;

    private final TitlePainting titles;
    private final Pace pace;

    /** Makes speech faster. */
    public interface Pace {

        /** The same words in other times. */
        Speech at(Speech speech, double tempo);
    }

    /** A request as it is to be planned, and what was changed for it. */
    public record Fitted(PlanRequest request, Pacing pacing) {}

    public Fitting(TitlePainting titles, Pace pace) {
        this.titles = titles;
        this.pace = pace;
    }

    public Fitted fit(PlanRequest request) {
        var target = request.target();
        if (target == null) {
            var pacing = new Pacing(List.of(), 1, request.tempo(), Duration.ZERO);
            return new Fitted(apply(request, pacing), pacing);
        }
        var over = over(request, target);
        var leftOut = leftOut(request.sentences(), over);
        var kept = new ArrayList<Length>();
        for (var i = 0; i < request.sentences().size(); i++) {
            var length = Length.of(request.sentences().get(i));
            if (leftOut.contains(i)) {
                over -= length.whole();
            } else {
                kept.add(length);
            }
        }
        return closest(request, target, leftOut, kept, over);
    }

    /** Pictures and samples are whole: what is left of many sentences is a little more or less than their sum. */
    private Fitted closest(
            PlanRequest request, Duration target, List<Integer> leftOut, List<Length> kept, double over) {
        var best = paced(request, target, leftOut, Change.of(kept, over));
        var latest = best;
        var asked = over;
        for (var attempt = 1;
                attempt < MOST_ATTEMPTS && !isClose(best) && !latest.pacing().natural();
                attempt++) {
            // Smaller steps each time, since what is asked for and what comes of it may jump around the target.
            asked += seconds(latest.pacing().over()) / attempt;
            latest = paced(request, target, leftOut, Change.of(kept, asked));
            best = closer(best, latest);
        }
        return best;
    }

    private static boolean isClose(Fitted fitted) {
        return Math.abs(seconds(fitted.pacing().over())) <= NEGLIGIBLE;
    }

    private Fitted paced(PlanRequest request, Duration target, List<Integer> leftOut, Change change) {
        var pacing = new Pacing(leftOut, change.pauses(), change.tempo(), Duration.ZERO);
        var fitted = apply(request, pacing);
        return new Fitted(fitted, new Pacing(leftOut, change.pauses(), change.tempo(), duration(over(fitted, target))));
    }

    private static Fitted closer(Fitted one, Fitted other) {
        return one.pacing().over().abs().compareTo(other.pacing().over().abs()) <= 0 ? one : other;
    }

    /** Seconds that a film of these sentences, as they are, lasts too long. */
    private double over(PlanRequest request, Duration target) {
        return seconds(Schedule.of(request, titles).end().toDuration()) - seconds(target);
    }

    /** Ascending. */
    private static List<Integer> leftOut(List<SpokenSentence> sentences, double over) {
        var spare = new ArrayList<Omission.Candidate>();
        for (var i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            if (sentence.spare() > 0) {
                spare.add(new Omission.Candidate(
                        i, sentence.spare(), Length.of(sentence).whole()));
            }
        }
        var all = sentences.stream().map(Length::of).toList();
        return Omission.of(spare, over, seconds -> Change.reach(all, seconds));
    }

    /**
     * What is done to all that is kept.
     *
     * @param pauses how many times as long
     * @param tempo how many times faster
     */
    private record Change(double pauses, double tempo) {

        private static final Change NONE = new Change(1, 1);

        /** @param over seconds that the kept sentences last too long */
        static Change of(List<Length> kept, double over) {
            if (Math.abs(over) <= NEGLIGIBLE) {
                return NONE;
            }
            var pauses = pauses(kept);
            var speech = speech(kept);
            var scale = pauses == 0 ? 1 : Math.clamp(1 - over / pauses, SHORTEST_PAUSE, LONGEST_PAUSE);
            var rest = over - pauses * (1 - scale);
            var tempo = Math.abs(rest) <= NEGLIGIBLE || speech <= rest
                    ? 1
                    : Math.clamp(speech / (speech - rest), SLOWEST, FASTEST);
            rest -= speech * (1 - 1 / tempo);
            // A film that cannot be brought to its length is better left as it was written.
            return Math.abs(rest) <= CLOSE ? new Change(scale, tempo) : NONE;
        }

        /** What can be done with all that is kept when so many seconds are left out. */
        static Omission.Reach reach(List<Length> all, double leftOut) {
            var share = Math.max(0, 1 - leftOut / (pauses(all) + speech(all)));
            var pauses = share * pauses(all);
            var speech = share * speech(all);
            return new Omission.Reach(
                    pauses * (1 - SHORTEST_PAUSE) + speech * (1 - 1 / FASTEST),
                    pauses * (LONGEST_PAUSE - 1) + speech * (1 / SLOWEST - 1));
        }

        /** What follows the last sentence is not its pause. */
        private static double pauses(List<Length> sentences) {
            return sentences.subList(0, sentences.size() - 1).stream()
                    .mapToDouble(Length::pause)
                    .sum();
        }

        private static double speech(List<Length> sentences) {
            return sentences.stream().mapToDouble(Length::speech).sum();
        }
    }

    /** Of a sentence, in seconds. */
    private record Length(double speech, double pause, double fixed) {

        static Length of(SpokenSentence sentence) {
            var pause = seconds(sentence.pauseAfter());
            return Pacing.scaled(sentence.pauseAfter())
                    ? new Length(seconds(sentence.speech().duration()), pause, 0)
                    : new Length(seconds(sentence.speech().duration()), 0, pause);
        }

        double whole() {
            return speech + pause + fixed;
        }
    }

    private PlanRequest apply(PlanRequest request, Pacing pacing) {
        if (pacing.natural()) {
            return request;
        }
        var out = new HashSet<>(pacing.leftOut());
        var sentences = new ArrayList<SpokenSentence>();
        var headings = new HashMap<Integer, String>();
        String heading = null;
        for (var i = 0; i < request.sentences().size(); i++) {
            heading = request.headings().getOrDefault(i, heading);
            if (out.contains(i)) {
                continue;
            }
            if (heading != null) {
                headings.put(sentences.size(), heading);
                heading = null;
            }
            var sentence = request.sentences().get(i);
            var speech = pacing.tempo() == 1 ? sentence.speech() : pace.at(sentence.speech(), pacing.tempo());
            sentences.add(sentence.spoken(speech, pacing.pause(sentence.pauseAfter())));
        }
        return request.fitted(Map.copyOf(headings), sentences);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
