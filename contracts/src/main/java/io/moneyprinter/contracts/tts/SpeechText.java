package io.moneyprinter.contracts.tts;

import java.io.Serial;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text to speak, with its marks told apart from its words. {@code [pause]}, {@code [pause 0.5s]} and
 * {@code [pause 500ms]} are silence, {@code [emphasis]words[/emphasis]} are stressed where the voice can; neither is
 * spoken or captioned. Any other bracket is text.
 *
 * @param plain what is captioned
 * @param marks in the order in which they begin
 */
public record SpeechText(String plain, List<Mark> marks) {

    private static final Duration DEFAULT_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Whatever else is called emphasis in brackets is a remark, such as "[emphasis added]". */
    private static final Pattern BRACKET = Pattern.compile(
            "\\[\\h*(?<slash>/?)\\h*(?:(?<pause>pause)(?<length>[\\h:=][^\\[\\]]*)?|emphasis\\h*)]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LENGTH = Pattern.compile(
            "[\\h:=]+(?<amount>\\d{1,6}(?:\\.\\d{1,3})?)\\h*(?<unit>ms|s|sec|secs|seconds?)?",
            Pattern.CASE_INSENSITIVE);

    /** How much of the text before a wrong mark is told, to find it by. */
    private static final int PLACE = 30;

    public SpeechText {
        marks = List.copyOf(marks);
    }

    /** What a mark says about the plain text; offsets are UTF-16. */
    public sealed interface Mark {

        /** Silence before the character at {@code at}; at the end of the text after all of it. */
        record Pause(int at, Duration length) implements Mark {}

        /** @param end exclusive */
        record Emphasis(int start, int end) implements Mark {}
    }

    /**
     * Reads marks.
     *
     * @throws WrongMark for a mark that is none
     */
    public static SpeechText parse(String text) {
        return new Reader(text).read();
    }

    /** The message says which mark is wrong, where it is, and what is right; it is for whoever wrote the text. */
    public static final class WrongMark extends IllegalArgumentException {

        @Serial
        private static final long serialVersionUID = 1L;

        private WrongMark(String message) {
            super(message);
        }
    }

    /** Without marks. */
    public static SpeechText of(String plain) {
        return new SpeechText(plain, List.of());
    }

    /** All pauses together. */
    public Duration silence() {
        var silence = Duration.ZERO;
        for (var mark : marks) {
            if (mark instanceof Mark.Pause pause) {
                silence = silence.plus(pause.length());
            }
        }
        return silence;
    }

    /** The text with its marks; {@link #parse} makes the same of it. */
    public String marked() {
        var text = new StringBuilder();
        for (var at = 0; at <= plain.length(); at++) {
            for (var mark : marks) {
                if (mark instanceof Mark.Emphasis emphasis && emphasis.end() == at) {
                    text.append("[/emphasis]");
                }
            }
            for (var mark : marks) {
                switch (mark) {
                    case Mark.Pause pause ->
                        text.append(
                                pause.at() == at
                                        ? "[pause %dms]"
                                                .formatted(pause.length().toMillis())
                                        : "");
                    case Mark.Emphasis emphasis -> text.append(emphasis.start() == at ? "[emphasis]" : "");
                }
            }
            if (at < plain.length()) {
                text.append(plain.charAt(at));
            }
        }
        return text.toString();
    }

    private static final class Reader {

        private final String text;
        private final StringBuilder plain = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();
        private int open = -1;
        private int read;

        Reader(String text) {
            this.text = text;
        }

        SpeechText read() {
            var brackets = BRACKET.matcher(text);
            while (brackets.find()) {
                plain.append(text, read, brackets.start());
                read = brackets.end();
                mark(brackets.toMatchResult());
            }
            plain.append(text, read, text.length());
            if (open >= 0) {
                throw wrong("[emphasis]", text.length(), "[/emphasis] after it");
            }
            return marks.isEmpty() ? SpeechText.of(text) : trimmed();
        }

        /** A mark at the end leaves a space before it. */
        private SpeechText trimmed() {
            var words = plain.toString().stripTrailing();
            var end = words.length();
            return new SpeechText(
                    words,
                    marks.stream()
                            .map(mark -> within(end, mark))
                            .filter(mark -> !(mark instanceof Mark.Emphasis(var start, var after)) || start < after)
                            .toList());
        }

        private static Mark within(int end, Mark mark) {
            return switch (mark) {
                case Mark.Pause(var at, var length) -> new Mark.Pause(Math.min(at, end), length);
                case Mark.Emphasis(var start, var after) ->
                    new Mark.Emphasis(Math.min(start, end), Math.min(after, end));
            };
        }

        private void mark(MatchResult bracket) {
            var closes = !bracket.group("slash").isEmpty();
            if (bracket.group("pause") != null) {
                pause(bracket, closes);
            } else if (closes) {
                close(bracket);
            } else if (open >= 0) {
                throw wrong(bracket, "[/emphasis] of the one before first");
            } else {
                open = plain.length();
            }
        }

        private void close(MatchResult bracket) {
            if (open < 0) {
                throw wrong(bracket, "[emphasis] before it");
            }
            if (open < plain.length()) {
                marks.add(firstAt(open), new Mark.Emphasis(open, plain.length()));
            }
            open = -1;
        }

        /** Pauses within an emphasis have been read before its end. */
        private int firstAt(int start) {
            var index = marks.size();
            while (index > 0 && marks.get(index - 1) instanceof Mark.Pause pause && pause.at() > start) {
                index--;
            }
            return index;
        }

        private void pause(MatchResult bracket, boolean closes) {
            var length = closes ? null : length(bracket.group("length"));
            if (length == null || length.compareTo(LONGEST_PAUSE) > 0) {
                throw wrong(
                        bracket,
                        "such as [pause 0.5s] or [pause 500ms], at most %d s".formatted(LONGEST_PAUSE.toSeconds()));
            }
            if (plain.isEmpty() || isSpace(plain.charAt(plain.length() - 1))) {
                // One of the spaces around the mark is its own.
                while (read < text.length() && isSpace(text.charAt(read))) {
                    read++;
                }
            }
            marks.add(new Mark.Pause(plain.length(), length));
        }

        private static boolean isSpace(char character) {
            return Character.isSpaceChar(character) || Character.isWhitespace(character);
        }

        private static @Nullable Duration length(@Nullable String written) {
            if (written == null || written.isBlank()) {
                return DEFAULT_PAUSE;
            }
            var length = LENGTH.matcher(written.stripTrailing());
            if (!length.matches()) {
                return null;
            }
            var thousandths = new BigDecimal(length.group("amount"))
                    .movePointRight("ms".equalsIgnoreCase(length.group("unit")) ? 0 : 3);
            return Duration.ofMillis(thousandths.longValue());
        }

        private WrongMark wrong(MatchResult bracket, String expected) {
            return wrong(bracket.group(), bracket.start(), expected);
        }

        private WrongMark wrong(String mark, int at, String expected) {
            var before = text.substring(0, at).strip();
            var place = before.length() <= PLACE ? before : "…" + before.substring(before.length() - PLACE);
            return new WrongMark("%s %s (expected: %s)"
                    .formatted(mark, place.isEmpty() ? "at the start" : "after '%s'".formatted(place), expected));
        }
    }
}
