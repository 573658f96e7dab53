package io.moneyprinter.tts.normalization;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is said differently from how it is written in one language, in the order in which it is tried. */
final class Rules {

    /** Says the match, or returns false when it is not what it looked like. */
    @FunctionalInterface
    interface Saying {
        boolean say(MatchResult match, Speaking speaking);
    }

    record Rule(Pattern pattern, Saying saying) {}

    /** Letters that follow a number or an address without a space, and are no part of it; inside of a class. */
    static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}" + "\\p{IsKhmer}\\p{IsMyanmar}";

    static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}&&[^" + UNSPACED + "]])";
    static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}&&[^" + UNSPACED + "]])";
    static final String SIGN = "(?<neg>" + NO_WORD_BEFORE + "(?<!\\))[-−])?";

    private static final String NUMBER = "\\p{Nd}+(?:[.,٫٬'’\\u00a0\\u202f]\\p{Nd}+)*";

    /** Thousands set apart by spaces as they are typed. */
    private static final String SPACED = "[1-9]\\d{0,2}(?:\\h\\d{3})+(?!\\d)(?:[.,]\\d+)?";

    final ULocale locale;
    final Numbers numbers;
    final Vocabulary vocabulary;
    final String number;
    private final List<Rule> rules = new ArrayList<>();

    Rules(ULocale locale) {
        this.locale = locale;
        numbers = new Numbers(locale);
        vocabulary = Vocabulary.of(locale);
        number = numbers.groupsWithSpaces() ? "(?:" + SPACED + "|" + NUMBER + ")" : NUMBER;
        new AddressRules(this).add();
        if (numbers.areKnown()) {
            var own = new NumberRules(this);
            if (isEnglish()) {
                new EnglishRules(this).add();
            }
            new DateRules(this).add();
            own.addPhones();
            own.addOrdinals();
            new AmountRules(this).add();
            own.addPlain();
        }
        if (isEnglish()) {
            new EnglishRules(this).addWords();
        } else {
            new WordRules(this).add();
        }
    }

    List<Rule> all() {
        return rules;
    }

    boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    boolean isGerman() {
        return locale.getLanguage().equals("de");
    }

    /** Whether the language puts no spaces between words. */
    boolean withoutSpaces() {
        return Set.of("zh", "ja", "th", "lo", "km", "my", "yue").contains(locale.getLanguage());
    }

    /** Whether what is written together is said together; Korean adds its particles to numbers and signs. */
    boolean joinsAsWritten() {
        return withoutSpaces() || locale.getLanguage().equals("ko");
    }

    /** Two words after each other. */
    String joined(String first, String second) {
        return withoutSpaces() ? first + second : first + " " + second;
    }

    void add(String pattern, Saying saying) {
        rules.add(new Rule(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), saying));
    }

    String negated(boolean negative, String words) {
        return negative ? joined(vocabulary.word("minus"), words) : words;
    }
}
