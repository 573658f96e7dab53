package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Pacing;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Brings a film to the length that it is to have. Whole sentences are left out until what is left comes closest to it;
 * the rest is done by pauses, and what they cannot do by the pace of the voice.
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
        var natural = seconds(Schedule.of(request, titles).end().toDuration());
        var pacing = pacing(request.sentences(), natural, seconds(target));
        return new Fitted(apply(request, pacing), pacing);
    }

    private static Pacing pacing(List<SpokenSentence> sentences, double natural, double target) {
        var all = sentences.stream().map(Length::of).toList();
        var left = new ArrayList<Integer>();
        var length = natural;
        var over = length - target;
        for (var candidate : candidates(sentences)) {
            length -= all.get(candidate).whole();
            if (Math.abs(length - target) >= Math.abs(over)) {
                break;
            }
            left.add(candidate);
            over = length - target;
        }
        var kept = new ArrayList<Length>();
        for (var i = 0; i < all.size(); i++) {
            if (!left.contains(i)) {
                kept.add(all.get(i));
            }
        }
        return pacing(left.stream().sorted().toList(), kept, over);
    }

    /** Those that may be left out, those that are missed least first. */
    private static List<Integer> candidates(List<SpokenSentence> sentences) {
        var spare = new ArrayList<Integer>();
        for (var i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).spare() > 0) {
                spare.add(i);
            }
        }
        spare.sort(Comparator.comparing(index -> sentences.get(index).spare()));
        return spare;
    }

    /** @param over seconds that the kept sentences last too long */
    private static Pacing pacing(List<Integer> leftOut, List<Length> kept, double over) {
        if (Math.abs(over) <= NEGLIGIBLE) {
            return new Pacing(leftOut, 1, 1, duration(over));
        }
        // What follows the last sentence is not its pause.
        var pauses = kept.subList(0, kept.size() - 1).stream()
                .mapToDouble(Length::pause)
                .sum();
        var speech = kept.stream().mapToDouble(Length::speech).sum();
        var scale = pauses == 0 ? 1 : Math.clamp(1 - over / pauses, SHORTEST_PAUSE, LONGEST_PAUSE);
        var rest = over - pauses * (1 - scale);
        var tempo = Math.abs(rest) <= NEGLIGIBLE || speech <= rest
                ? 1
                : Math.clamp(speech / (speech - rest), SLOWEST, FASTEST);
        rest -= speech * (1 - 1 / tempo);
        // A film that cannot be brought to its length is better left as it was written.
        return Math.abs(rest) <= NEGLIGIBLE
                ? new Pacing(leftOut, scale, tempo, duration(rest))
                : new Pacing(leftOut, 1, 1, duration(over));
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
