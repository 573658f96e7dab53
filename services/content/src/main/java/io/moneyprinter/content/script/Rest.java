package io.moneyprinter.content.script;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long a speaker rests where something ends: the more ends, the longer. */
final class Rest {

    static final Duration MORE_AFTER_PARAGRAPH = Duration.ofMillis(200);
    static final Duration MORE_AFTER_SECTION = Duration.ofMillis(300);

    private static final Duration UNMARKED_CLAUSE = Duration.ofMillis(100);
    private static final Duration COMMA = Duration.ofMillis(150);
    private static final Duration SEMICOLON = Duration.ofMillis(220);
    private static final Duration SENTENCE = Duration.ofMillis(300);

    /** An answer is waited for. */
    private static final Duration QUESTION = Duration.ofMillis(380);

    /** Something is left unsaid. */
    private static final Duration ELLIPSIS = Duration.ofMillis(450);

    /** What closes after a mark does not change what the mark means. */
    private static final Pattern CLOSING = Pattern.compile("[\"'”’»›)\\]」』）\\p{So}\\p{Cn}\\x{fe0f}\\s]+$");

    private Rest() {}

    static Duration afterClause(String clause) {
        var bare = bare(clause);
        if (endsInOneOf(bare, ",،，、")) {
            return COMMA;
        }
        return endsInOneOf(bare, ";:؛；：–—") ? SEMICOLON : UNMARKED_CLAUSE;
    }

    static Duration afterSentence(String sentence) {
        var bare = bare(sentence);
        if (endsInOneOf(bare, "…") || bare.endsWith("...")) {
            return ELLIPSIS;
        }
        return endsInOneOf(bare, "?？؟") ? QUESTION : SENTENCE;
    }

    static boolean endsSentence(String text) {
        return endsInOneOf(bare(text), ".!?…。！？؟।۔");
    }

    private static String bare(String text) {
        return CLOSING.matcher(text).replaceFirst("");
    }

    private static boolean endsInOneOf(String text, String marks) {
        return !text.isEmpty() && marks.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
