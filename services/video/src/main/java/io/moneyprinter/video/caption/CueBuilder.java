package io.moneyprinter.video.caption;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import io.moneyprinter.contracts.video.CaptionSettings.Mode;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.timeline.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts sentences into cues of a few words that belong together. A cue starts with its first word and stays until the
 * next one, or a moment after its last word where a pause follows; it never reaches over the end of a sentence, nor
 * over a pause that the author wants.
 */
final class CueBuilder {

    /** A pause that a reader takes for the end of a phrase. */
    private static final Duration PAUSE = Duration.ofMillis(220);

    private static final int MAX_WORDS = 7;
    private static final String PHRASE_END = ",;:.!?…—–،؛؟、。，；：！？";

    /** Words that lean on the one after them. */
    private static final Set<String> CLINGING = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "but", "is", "are", "was", "as",
            "its", "their", "your", "our", "my", "with", "from", "that", "than", "le", "la", "les", "un", "une", "de",
            "du", "des", "et", "à", "el", "los", "las", "y", "der", "die", "das", "den", "ein", "eine", "und", "il",
            "lo", "i", "o", "e", "di", "da");

    private final FrameRate rate;
    private final Mode mode;
    private final int maxColumns;

    private CueBuilder(FrameRate rate, Mode mode, int maxColumns) {
        this.rate = rate;
        this.mode = mode;
        this.maxColumns = maxColumns;
    }

    /** The captions of a film; a cue is no wider than {@code maxColumns}, unless it is a single word. */
    static CaptionTrack build(String language, List<Passage> passages, FrameRate rate, Mode mode, int maxColumns) {
        return new CueBuilder(rate, mode, maxColumns).track(language, passages);
    }

    private CaptionTrack track(String language, List<Passage> sentences) {
        var cues = new ArrayList<Cue>();
        var spoken = sentences.stream()
                .filter(sentence -> !sentence.words().isEmpty())
                .toList();
        var earliest = 0L;
        for (var i = 0; i < spoken.size(); i++) {
            var limit = i + 1 < spoken.size() ? firstFrame(spoken.get(i + 1)) : Long.MAX_VALUE;
            var own = cues(spoken.get(i), earliest, limit);
            cues.addAll(own);
            earliest = own.getLast().range().endExclusive().value();
        }
        return new CaptionTrack(language, cues);
    }

    private long firstFrame(Passage sentence) {
        return frame(sentence.start().plus(sentence.words().getFirst().offset()));
    }

    private List<Cue> cues(Passage sentence, long earliest, long limit) {
        var words = sentence.words();
        var starts = new long[words.size()];
        for (var i = 0; i < starts.length; i++) {
            var start = frame(sentence.start().plus(words.get(i).offset()));
            starts[i] = Math.max(start, i == 0 ? earliest : starts[i - 1] + 1);
        }
        var lastEnd = end(sentence, starts[starts.length - 1], limit);
        for (var i = starts.length - 1; i >= 0 && sentence.exact(); i--) {
            starts[i] = Math.min(starts[i], lastEnd - (starts.length - i));
        }
        var from = Math.max(earliest, frame(sentence.start()));
        if (starts[0] < from && sentence.exact()) {
            // More words than frames: all of them at once.
            return List.of(new Cue(
                    range(from, Math.max(from + 1, lastEnd)), sentence.text().strip(), List.of()));
        }
        var cues = new ArrayList<Cue>();
        var first = 0;
        for (var next : breaks(sentence)) {
            var end = next == words.size() ? lastEnd : end(sentence, starts, next);
            cues.add(cue(sentence, starts, first, next, end));
            first = next;
        }
        return cues;
    }

    private long end(Passage sentence, long lastStart, long limit) {
        var end = frame(sentence.end());
        return sentence.exact() ? end : Math.max(lastStart + 1, Math.min(end, limit));
    }

    /** Of the cue before this word. */
    private long end(Passage sentence, long[] starts, int next) {
        if (!sentence.resumesAt(next)) {
            return starts[next];
        }
        var held = Math.max(starts[next - 1] + 1, frame(sentence.heldUntil(next - 1)));
        return Math.min(held, starts[next]);
    }

    private Cue cue(Passage sentence, long[] starts, int first, int next, long end) {
        var words = sentence.words();
        // What no word claims, such as an emoji or a dash, goes with the word before it.
        var from = first == 0 ? 0 : opening(sentence, first);
        var to = next == words.size() ? sentence.text().length() : opening(sentence, next);
        while (from < to && Character.isWhitespace(sentence.text().charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(sentence.text().charAt(to - 1))) {
            to--;
        }
        var marked = new ArrayList<Cue.Word>();
        for (var i = first; i < next; i++) {
            var word = words.get(i);
            var following = i + 1 < next ? starts[i + 1] : end;
            var spoken = frame(sentence.start().plus(word.offset()).plus(word.duration()));
            var until = Math.max(starts[i] + 1, Math.min(spoken, following));
            marked.add(new Cue.Word(range(starts[i], until), word.start() - from, word.end() - from));
        }
        return new Cue(range(starts[first], end), sentence.text().substring(from, to), marked);
    }

    /** Where a word begins with the brackets and quotes that open before it. */
    private static int opening(Passage sentence, int word) {
        var text = sentence.text();
        var earliest = sentence.words().get(word - 1).end();
        var at = sentence.words().get(word).start();
        while (at > earliest && opens(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean opens(char character) {
        return switch (Character.getType(character)) {
            case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
            default -> character == '¿' || character == '¡';
        };
    }

    /** For every cue the word after its last one. */
    private List<Integer> breaks(Passage sentence) {
        var size = sentence.words().size();
        var cost = new double[size + 1];
        var from = new int[size + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        for (var first = 0; first < size; first++) {
            for (var next = first + 1; next <= size; next++) {
                var columns = columns(sentence, first, next);
                if (next > first + 1
                        && (columns > maxColumns
                                || tooManyWords(sentence, first, next)
                                || sentence.resumesAt(next - 1))) {
                    break;
                }
                var here = cost[first] + cost(sentence, first, next, columns);
                if (here < cost[next]) {
                    cost[next] = here;
                    from[next] = first;
                }
            }
        }
        var breaks = new ArrayList<Integer>();
        for (var end = size; end > 0; end = from[end]) {
            breaks.addFirst(end);
        }
        return breaks;
    }

    private boolean tooManyWords(Passage sentence, int first, int next) {
        return switch (mode) {
            case WORD -> true;
            case PHRASE -> next - first > MAX_WORDS && sentence.text().indexOf(' ') >= 0;
            case SENTENCE -> false;
        };
    }

    private double cost(Passage sentence, int first, int next, int columns) {
        var words = sentence.words();
        var ideal = ideal(sentence);
        // A sentence is shown in as few parts as can be.
        var cost = Math.pow((columns - ideal) / ideal, 2) + (mode == Mode.SENTENCE ? 5 : 0.12);
        var spoken = words.get(next - 1)
                .offset()
                .plus(words.get(next - 1).duration())
                .minus(words.get(first).offset());
        if (spoken.toMillis() < 600) {
            cost += 0.35;
        }
        if (next == words.size()) {
            return cost;
        }
        var last = words.get(next - 1);
        var written =
                sentence.text().substring(last.start(), words.get(next).start()).strip();
        var gap = words.get(next).offset().minus(last.offset().plus(last.duration()));
        if (PHRASE_END.indexOf(written.charAt(written.length() - 1)) >= 0 || gap.compareTo(PAUSE) >= 0) {
            cost -= 0.45;
        } else if (CLINGING.contains(written.toLowerCase(Locale.ROOT))) {
            cost += 0.4;
        }
        return cost;
    }

    private double ideal(Passage sentence) {
        if (mode == Mode.SENTENCE) {
            var all = (double) columns(sentence.text());
            return all / Math.ceil(all / maxColumns);
        }
        return 0.62 * maxColumns;
    }

    private static int columns(Passage sentence, int first, int next) {
        var words = sentence.words();
        var to = next == words.size()
                ? sentence.text().length()
                : words.get(next).start();
        return columns(sentence.text().substring(words.get(first).start(), to).strip());
    }

    /** Width in columns: Chinese, Japanese and Korean letters and emoji take two, marks none. */
    static int columns(String text) {
        return text.codePoints()
                .map(character -> {
                    if (UCharacter.getCombiningClass(character) != 0
                            || Character.getType(character) == Character.FORMAT
                            || Character.getType(character) == Character.NON_SPACING_MARK) {
                        return 0;
                    }
                    return switch (UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH)) {
                        case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
                        default -> 1;
                    };
                })
                .sum();
    }

    private TimeRange range(long start, long end) {
        return new TimeRange(new RationalTime(start, rate), new RationalTime(end - start, rate));
    }

    private long frame(Duration time) {
        return rate.nearest(time).value();
    }
}
