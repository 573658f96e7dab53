package io.moneyprinter.tts.timing;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Gives every written word its time. What the provider said is aligned with what it was asked to say, letter by
 * letter, because providers cut and spell words in their own way; what does not align lies between its neighbours.
 */
public final class WordTimes {

    /** Changes whenever the same speech would be timed differently; part of every cache key. */
    public static final int VERSION = 2;

    private static final double MATCHED_ENOUGH = 0.5;
    private static final double INTERPOLATED_CONFIDENCE = 0.5;
    private static final double ESTIMATED_CONFIDENCE = 0.3;
    /** A word between two that touch takes at least this share of the time of the one before it, per word. */
    private static final double BORROWED = 0.4;

    /** When one piece of the spoken text is heard, in seconds. */
    private record Heard(double start, double end, WordTiming.Source source, double confidence) {

        static final Heard NOT = new Heard(-1, -1, WordTiming.Source.ESTIMATED, 0);
    }

    private final NormalizedText text;
    private final WordTiming.Source source;
    private final double length;

    private WordTimes(NormalizedText text, WordTiming.Source source, Duration length) {
        this.text = text;
        this.source = source;
        this.length = seconds(length);
    }

    /**
     * One timing per written word, in order, none after the end of the audio.
     *
     * @param words what the provider said, with offsets into that audio; may be empty
     * @param source how those are known
     */
    public static List<WordTiming> of(
            NormalizedText text, List<SpokenWord> words, WordTiming.Source source, Duration length) {
        return of(text, words, Collections.nCopies(words.size(), 1.0), source, length);
    }

    /** @param confidences one for each of {@code words} */
    public static List<WordTiming> of(
            NormalizedText text,
            List<SpokenWord> words,
            List<Double> confidences,
            WordTiming.Source source,
            Duration length) {
        return new WordTimes(text, source, length).times(words, confidences);
    }

    private List<WordTiming> times(List<SpokenWord> words, List<Double> confidences) {
        var heard = heard(words, confidences);
        interpolate(heard);
        return written(heard);
    }

    private List<Heard> heard(List<SpokenWord> words, List<Double> confidences) {
        var asked = new Letters();
        for (var piece : text.pieces()) {
            asked.add(text.spoken(piece), 0, 0);
        }
        var said = new Letters();
        for (var word : words) {
            said.add(word.text(), seconds(word.offset()), seconds(word.offset().plus(word.duration())));
        }
        var pairs = asked.align(said);
        var heard = new ArrayList<Heard>();
        for (var p = 0; p < text.pieces().size(); p++) {
            var start = Double.MAX_VALUE;
            var end = 0.0;
            var matched = 0;
            var confidence = 0.0;
            for (var i = asked.first(p); i < asked.end(p); i++) {
                if (pairs[i] >= 0) {
                    start = Math.min(start, said.startTime(pairs[i]));
                    end = Math.max(end, said.endTime(pairs[i]));
                    confidence += confidences.get(said.word(pairs[i]));
                    matched++;
                }
            }
            var share = (double) matched / Math.max(1, asked.end(p) - asked.first(p));
            heard.add(
                    matched > 0 && share >= MATCHED_ENOUGH
                            ? new Heard(start, Math.max(start, end), source, share * confidence / matched)
                            : Heard.NOT);
        }
        return heard;
    }

    private void interpolate(List<Heard> heard) {
        for (var from = 0; from < heard.size(); from++) {
            if (heard.get(from) != Heard.NOT) {
                continue;
            }
            var to = from;
            while (to < heard.size() && heard.get(to) == Heard.NOT) {
                to++;
            }
            fill(heard, from, to);
            from = to - 1;
        }
    }

    private void fill(List<Heard> heard, int from, int to) {
        var everything = from == 0 && to == heard.size();
        var start = from == 0 ? 0 : heard.get(from - 1).end();
        var end = to == heard.size() ? length : heard.get(to).start();
        if (from > 0 && end - start < 0.04 * (to - from)) {
            var before = heard.get(from - 1);
            var cut = before.start() + (before.end() - before.start()) * (1 - BORROWED);
            heard.set(from - 1, new Heard(before.start(), cut, before.source(), before.confidence()));
            start = cut;
        }
        end = Math.max(start, end);
        var total = 0.0;
        for (var i = from; i < to; i++) {
            total += weight(i);
        }
        var at = start;
        for (var i = from; i < to; i++) {
            var next = at + (end - start) * weight(i) / total;
            heard.set(
                    i,
                    new Heard(
                            at,
                            next,
                            everything ? WordTiming.Source.ESTIMATED : WordTiming.Source.INTERPOLATED,
                            everything ? ESTIMATED_CONFIDENCE : INTERPOLATED_CONFIDENCE));
            at = next;
        }
    }

    /** How long a piece takes to say, in letters; a pause after it counts, too. */
    private double weight(int piece) {
        var one = text.pieces().get(piece);
        var after = one.spoken().end();
        var pause = after < text.spoken().length()
                        && ",;:.!?、，。！？；：".indexOf(text.spoken().charAt(after)) >= 0
                ? piece == text.pieces().size() - 1 ? 0 : 4
                : 0;
        return Letters.weight(text.spoken(one)) + pause;
    }

    private List<WordTiming> written(List<Heard> heard) {
        var starts = new double[text.words().size()];
        var ends = new double[starts.length];
        var sources = new WordTiming.Source[starts.length];
        var confidences = new double[starts.length];
        var counts = new int[starts.length];
        for (var p = 0; p < heard.size(); p++) {
            var piece = text.pieces().get(p);
            var whole = heard.get(p);
            var shared = piece.endWord() - piece.firstWord() > 1;
            var letters = 0.0;
            for (var w = piece.firstWord(); w < piece.endWord(); w++) {
                letters += Letters.weight(text.word(w));
            }
            var at = whole.start();
            for (var w = piece.firstWord(); w < piece.endWord(); w++) {
                var end = at + (whole.end() - whole.start()) * Letters.weight(text.word(w)) / letters;
                var known = shared && whole.source() == source ? WordTiming.Source.INTERPOLATED : whole.source();
                starts[w] = counts[w] == 0 ? at : Math.min(starts[w], at);
                ends[w] = Math.max(ends[w], end);
                sources[w] = counts[w] == 0 || known.compareTo(sources[w]) > 0 ? known : sources[w];
                confidences[w] += shared ? Math.min(whole.confidence(), INTERPOLATED_CONFIDENCE) : whole.confidence();
                counts[w]++;
                at = end;
            }
        }
        var timings = new ArrayList<WordTiming>();
        var earliest = 0.0;
        for (var w = 0; w < starts.length; w++) {
            var start = Math.clamp(starts[w], earliest, Math.max(earliest, length));
            var end = Math.clamp(ends[w], start, Math.max(start, length));
            if (w + 1 < starts.length && starts[w + 1] > start) {
                end = Math.min(end, starts[w + 1]);
            }
            var span = text.words().get(w);
            timings.add(new WordTiming(
                    span.start(),
                    span.end(),
                    duration(start),
                    duration(end).minus(duration(start)),
                    sources[w],
                    confidences[w] / counts[w]));
            earliest = end;
        }
        return timings;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** Whole microseconds: finer than any frame, and readable in a file. */
    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e6) * 1000);
    }
}
