package io.moneyprinter.content.enhance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Lists;
import io.moneyprinter.language.StopWords;
import io.moneyprinter.language.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what somebody should look up before it is published: a sentence that states it may be right, but it can be wrong.
 * Nothing is checked against anything. Figures, years and quotations are found in every language, numbers and months in
 * words in those that ICU has them for, names where they are written with capitals (in German, where nouns are, too, only
 * those of several words), superlatives in those of {@code superlatives.properties}.
 */
public final class Facts {

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}|[一二三四五六七八九十百千万亿億兆]{2,}|[一二三四五六七八九十百千][万亿億兆年月日]");
    private static final Pattern YEAR = Pattern.compile(
            "(?<!\\p{Nd})(?:1\\d{3}|20\\d{2}|21\\d{2})(?!\\p{Nd}|[.,]\\p{Nd}|\\s?%)|\\p{Nd}+\\s?[年月日년월일]|[一二三四五六七八九〇零]{2,}年");
    private static final Pattern QUOTATION =
            Pattern.compile("[“„«‹][^“”„«»‹›]{3,}[”“»›]|\"[^\"]{3,}\"|「[^「」]{2,}」|『[^『』]{2,}』|»[^«»]{3,}«");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{L}|\\p{Lu}{2,}");

    /** Between the words of a name. */
    private static final Set<String> JOINING = Set.of(
            "von", "van", "der", "den", "de", "da", "di", "du", "del", "della", "la", "le", "of", "and", "the", "bin",
            "al", "y", "e");

    private static final long[] NUMBERS = {
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        30,
        40,
        50,
        60,
        70,
        80,
        90,
        100,
        1_000,
        1_000_000,
        1_000_000_000
    };

    /** Months that are other words as well. */
    private static final Set<String> AMBIGUOUS = Set.of("may", "march", "mai", "mars", "mart", "maj", "mayo");

    private static final Properties SUPERLATIVES = Lists.read(Facts.class, "superlatives.properties");

    private final Language language;
    private final Set<String> numbers;
    private final Set<String> months;
    private final Set<String> common;
    private final @Nullable Pattern superlative;

    private Facts(Language language) {
        this.language = language;
        this.numbers = numbers(language);
        this.months = months(language);
        this.common = StopWords.of(language);
        var words = SUPERLATIVES.getProperty(language.code());
        this.superlative =
                words == null ? null : Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE);
    }

    public static Facts of(Language language) {
        return new Facts(language);
    }

    /** Why a sentence should be looked up. */
    public enum Kind {
        @JsonProperty("figure")
        FIGURE,
        @JsonProperty("date")
        DATE,
        @JsonProperty("name")
        NAME,
        @JsonProperty("superlative")
        SUPERLATIVE,
        @JsonProperty("quotation")
        QUOTATION
    }

    /** In the order of the kinds; empty where there is nothing to look up. */
    public List<Kind> in(String sentence) {
        var kinds = EnumSet.noneOf(Kind.class);
        var words = Word.of(sentence, language);
        var lower =
                words.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).toList();
        var figure = FIGURE.matcher(sentence).find();
        if (figure || lower.stream().anyMatch(this::isNumber)) {
            kinds.add(Kind.FIGURE);
        }
        if (YEAR.matcher(sentence).find()
                || lower.stream().anyMatch(word -> months.contains(word) && (figure || !AMBIGUOUS.contains(word)))) {
            kinds.add(Kind.DATE);
        }
        if (!names(sentence, words).isEmpty()) {
            kinds.add(Kind.NAME);
        }
        if (superlative != null && superlative.matcher(sentence).find()) {
            kinds.add(Kind.SUPERLATIVE);
        }
        if (QUOTATION.matcher(sentence).find()) {
            kinds.add(Kind.QUOTATION);
        }
        return List.copyOf(kinds);
    }

    /** "twenty-one" and "einundzwanzig" consist of what is known. */
    private boolean isNumber(String word) {
        if (numbers.contains(word)) {
            return true;
        }
        return word.length() > 7
                && numbers.stream()
                                .filter(number -> number.length() > 3 && word.contains(number))
                                .count()
                        >= 2;
    }

    private List<String> names(String sentence, List<Word> words) {
        var names = new ArrayList<String>();
        var run = new ArrayList<Word>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (named(word, i) && follows(run, word, sentence)) {
                run.add(word);
            } else if (run.isEmpty() || !JOINING.contains(word.text()) || !follows(run, word, sentence)) {
                end(run, words.getFirst(), names);
                if (named(word, i)) {
                    run.add(word);
                }
            }
        }
        if (!words.isEmpty()) {
            end(run, words.getFirst(), names);
        }
        return names;
    }

    /** The first word of a sentence may be any. */
    private boolean named(Word word, int index) {
        return CAPITALISED.matcher(word.text()).matches()
                && !(index == 0 && common.contains(word.text().toLowerCase(Locale.ROOT)));
    }

    private static boolean follows(List<Word> run, Word word, String sentence) {
        return run.isEmpty()
                || sentence.substring(run.getLast().end(), word.start())
                        .matches("[\\s’'-]+|\\s(?:\\p{Ll}{1,5}\\s){1,2}");
    }

    /** The first word of a sentence has its capital from there. */
    private void end(List<Word> run, Word first, List<String> names) {
        var fewest = language.code().equals("de") ? 2 : 1;
        var own = !run.isEmpty() && run.getFirst().equals(first) ? Math.max(2, fewest) : fewest;
        var acronym = run.stream()
                .anyMatch(word -> word.text().length() > 1
                        && word.text().equals(word.text().toUpperCase(Locale.ROOT)));
        if (run.size() >= own || acronym) {
            names.add(String.join(" ", run.stream().map(Word::text).toList()));
        }
        run.clear();
    }

    private static Set<String> numbers(Language language) {
        var format = new RuleBasedNumberFormat(language.locale(), RuleBasedNumberFormat.SPELLOUT);
        var words = new HashSet<String>();
        for (var number : NUMBERS) {
            for (var word : Word.of(format.format(number).replace("\u00ad", ""), language)) {
                if (word.text().length() > 2 && Character.isLetter(word.text().codePointAt(0))) {
                    words.add(word.text().toLowerCase(Locale.ROOT));
                }
            }
        }
        // "A hundred" says one, and so do other small words.
        words.removeAll(new LinkedHashSet<>(
                List.of("one", "ein", "eine", "eins", "une", "uno", "una", "uma", "een", "один", "одна")));
        return words;
    }

    private static Set<String> months(Language language) {
        var symbols = new DateFormatSymbols(language.locale());
        var months = new HashSet<String>();
        for (var context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
            for (var month : symbols.getMonths(context, DateFormatSymbols.WIDE)) {
                if (month.length() > 2 && month.chars().allMatch(Character::isLetter)) {
                    months.add(month.toLowerCase(Locale.ROOT));
                }
            }
        }
        return months;
    }
}
