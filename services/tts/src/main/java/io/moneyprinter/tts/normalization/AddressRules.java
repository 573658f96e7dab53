package io.moneyprinter.tts.normalization;

import java.util.regex.MatchResult;

/** How addresses of pages and of mail are said. */
final class AddressRules {

    private static final String PART = "[\\w\\-&&[^" + Rules.UNSPACED + "]]+";
    private static final String INSIDE = "[^\\s<>\"“”»" + Rules.UNSPACED + "]";
    private static final String LAST = "[^\\s<>\"“”».,;:!?)\\]'’…。，、！？；：）」』" + Rules.UNSPACED + "]";
    private static final String KNOWN = "com|org|net|edu|gov|io|dev|app|ai|tv|info|eu|de|fr|es|it|uk|ch|at|cn|jp|kr|ru"
            + "|pl|nl|br|pt|tr|cz|gr|ua|se|ca|au|mx";

    private final Rules rules;

    AddressRules(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.add(
                Rules.NO_WORD_BEFORE + "[\\w.+\\-&&[^" + Rules.UNSPACED + "]]+@" + PART + "(?:\\." + PART + ")+",
                this::say);
        rules.add(Rules.NO_WORD_BEFORE + "(?:https?://|www\\.)" + INSIDE + "*" + LAST, this::say);
        rules.add(
                Rules.NO_WORD_BEFORE + "(?:" + PART + "\\.)+(?:" + KNOWN + ")(?:/" + INSIDE + "*" + LAST + ")?"
                        + "(?![\\w@&&[^" + Rules.UNSPACED + "]])",
                this::say);
    }

    private boolean say(MatchResult match, Speaking speaking) {
        var bare = match.group()
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.(?=.)", "")
                .replaceFirst("[?#].*$", "");
        var words = new StringBuilder();
        for (var part : bare.replaceFirst("/$", "").splitWithDelimiters("[^\\p{L}\\p{N}]", -1)) {
            words.append(' ').append(word(part));
        }
        speaking.say(words.toString().replaceAll(" +", " "), match.start(), match.end());
        return true;
    }

    private String word(String part) {
        return switch (part) {
            case "." -> rules.vocabulary.word("dot");
            case "/" -> rules.vocabulary.word("slash");
            case "-", "_" -> rules.vocabulary.word("dash");
            case "@" -> rules.vocabulary.word("at");
            case "+" -> rules.vocabulary.word("plus");
            default -> part.matches("\\p{Nd}+") ? number(part) : part.matches("[\\p{L}\\p{N}]+") ? part : " ";
        };
    }

    private String number(String digits) {
        if (!rules.numbers.areKnown()) {
            return digits;
        }
        return rules.numbers.code(digits);
    }
}
