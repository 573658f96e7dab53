package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.video.plan.Utterance;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Gives the words of a caption that differs from what is spoken their times. Words that are spoken too, found as the
 * longest common sequence, keep theirs; the others share the time of the spoken words they stand for, or the time
 * between their neighbours.
 */
final class EditedCaption {

    /** A word that is seen for a shorter time shares the time of its neighbour. */
    private static final Duration SHORTEST = Duration.ofMillis(80);

    private final Utterance utterance;
    private final String caption;
    private final List<WordBreaks.Word> words;

    /** For every word of the caption the spoken word it is, or -1. */
    private final int[] spoken;

    private final WordTiming[] timed;

    private EditedCaption(Utterance utterance, String caption, String language) {
        this.utterance = utterance;
        this.caption = caption;
        this.words = WordBreaks.of(caption, language);
        this.spoken = matches();
        this.timed = new WordTiming[words.size()];
    }

    /** The words of the caption, with times from the start of the audio, each inside the sentence. */
    static List<WordTiming> words(Utterance utterance, String caption, String language) {
        return new EditedCaption(utterance, caption, language).words();
    }

    /** Words that share a time, by their length. */
    static List<WordTiming> shared(String text, List<WordBreaks.Word> words, Duration start, Duration end) {
        var total = words.stream().mapToInt(word -> weight(text, word)).sum();
        var room = end.minus(start);
        var shared = new ArrayList<WordTiming>();
        var before = 0;
        for (var word : words) {
            var offset = start.plus(room.multipliedBy(before).dividedBy(total));
            before += weight(text, word);
            var until = start.plus(room.multipliedBy(before).dividedBy(total));
            shared.add(new WordTiming(
                    word.start(), word.end(), offset, until.minus(offset), WordTiming.Source.INTERPOLATED, 0.5));
        }
        return shared;
    }

    private static int weight(String text, WordBreaks.Word word) {
        return CueBuilder.columns(word.in(text)) + 1;
    }

    private List<WordTiming> words() {
        for (var i = 0; i < timed.length; i++) {
            if (spoken[i] >= 0) {
                var heard = utterance.words().get(spoken[i]);
                timed[i] = new WordTiming(
                        words.get(i).start(),
                        words.get(i).end(),
                        heard.offset(),
                        heard.duration(),
                        heard.source(),
                        heard.confidence());
            }
        }
        for (var first = 0; first < timed.length; first++) {
            if (spoken[first] < 0) {
                var next = first;
                while (next < timed.length && spoken[next] < 0) {
                    next++;
                }
                interpolate(first, next);
                first = next;
            }
        }
        return List.of(timed);
    }

    private void interpolate(int first, int next) {
        var heard = utterance.words();
        var before = first == 0 ? -1 : spoken[first - 1];
        var after = next == timed.length ? heard.size() : spoken[next];
        Duration start;
        Duration end;
        if (after > before + 1) {
            start = heard.get(before + 1).offset();
            end = end(heard.get(after - 1));
        } else {
            start = before < 0 ? Duration.ZERO : end(heard.get(before));
            end = after == heard.size() ? utterance.length() : heard.get(after).offset();
        }
        var from = first;
        var to = next;
        if (end.minus(start).compareTo(SHORTEST.multipliedBy(next - first)) < 0) {
            // There is no time between the neighbours: one of them gives some of its own.
            if (before >= 0) {
                from--;
                start = timed[from].offset();
                var heardEnd = end(heard.get(before));
                end = end.compareTo(heardEnd) < 0 ? heardEnd : end;
            } else if (after < heard.size()) {
                to++;
                end = end(heard.get(after));
            }
        }
        var shared = shared(caption, words.subList(from, to), start, end);
        for (var i = from; i < to; i++) {
            timed[i] = shared.get(i - from);
        }
    }

    private static Duration end(WordTiming word) {
        return word.offset().plus(word.duration());
    }

    /** The longest common sequence of words. */
    private int[] matches() {
        var shown = words.stream().map(word -> plain(word.in(caption))).toList();
        var heard = utterance.words().stream()
                .map(word -> plain(utterance.text().substring(word.start(), word.end())))
                .toList();
        var common = new int[shown.size() + 1][heard.size() + 1];
        for (var i = shown.size() - 1; i >= 0; i--) {
            for (var j = heard.size() - 1; j >= 0; j--) {
                common[i][j] = shown.get(i).equals(heard.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var matches = new int[shown.size()];
        Arrays.fill(matches, -1);
        for (int i = 0, j = 0; i < shown.size() && j < heard.size(); ) {
            if (shown.get(i).equals(heard.get(j))) {
                matches[i++] = j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return matches;
    }

    /** Case and punctuation do not make another word. */
    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
