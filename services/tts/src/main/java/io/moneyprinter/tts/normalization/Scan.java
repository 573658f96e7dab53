package io.moneyprinter.tts.normalization;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One walk over one text. Not shared between threads. */
final class Scan {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; NFC");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** Capitals in a shouted text are no acronyms. */
    private static final double SHOUTED = 0.6;

    private final String text;
    private final Rules rules;
    private final Set<String> scripts;
    private final List<Pronunciation> pronunciations;
    private final boolean nameEmoji;
    private final boolean shouted;
    private final Speaking speaking;
    private final BreakIterator words;

    Scan(String text, Rules rules, Set<String> scripts, List<Pronunciation> pronunciations, boolean nameEmoji) {
        this.text = text;
        this.rules = rules;
        this.scripts = scripts;
        this.pronunciations = pronunciations;
        this.nameEmoji = nameEmoji;
        this.speaking = new Speaking(!rules.joinsAsWritten());
        words = BreakIterator.getWordInstance(rules.locale);
        words.setText(text);
        shouted = isShouted(text);
    }

    /** Acronyms alone do not make a text one. */
    private static boolean isShouted(String text) {
        var letters = text.codePoints().filter(UCharacter::isLetter).count();
        var capitals = text.codePoints().filter(UCharacter::isUUppercase).count();
        var all = NO_LETTERS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        var inCapitals = all.stream()
                .filter(word -> word.codePoints().allMatch(UCharacter::isUUppercase))
                .count();
        return letters > 8 && capitals > SHOUTED * letters && inCapitals > SHOUTED * all.size();
    }

    Speaking run() {
        var at = 0;
        while (at < text.length()) {
            var known = known(at);
            var ruled = known > at ? known : ruled(at);
            at = ruled > at ? ruled : plain(at);
        }
        return speaking;
    }

    /** Where the pronunciation that begins here ends; {@code at} when none does. */
    private int known(int at) {
        for (var pronunciation : pronunciations) {
            if (pronunciation.start() == at) {
                speaking.say(pronunciation);
                return pronunciation.end();
            }
        }
        return at;
    }

    /** Where the first rule that applies here ends; {@code at} when none does. */
    private int ruled(int at) {
        if (Character.isWhitespace(text.charAt(at))) {
            return at;
        }
        for (var rule : rules.all()) {
            Matcher matcher = rule.pattern()
                    .matcher(text)
                    .region(at, text.length())
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false);
            if (matcher.lookingAt() && matcher.end() > at && !isShoutedWord(matcher.group())) {
                if (rule.saying().say(matcher, speaking)) {
                    return matcher.end();
                }
            }
        }
        return at;
    }

    private boolean isShoutedWord(String match) {
        return shouted && match.codePoints().allMatch(UCharacter::isUUppercase);
    }

    private int plain(int at) {
        var first = text.codePointAt(at);
        if (UCharacter.isUWhiteSpace(first)) {
            speaking.space();
            return at + Character.charCount(first);
        }
        if (UCharacter.isLetter(first)) {
            return word(at);
        }
        if (UCharacter.isDigit(first)) {
            speaking.sayJoined(Character.toString(first), at, at + Character.charCount(first));
            return at + Character.charCount(first);
        }
        if (isEmoji(first, at)) {
            return emoji(at);
        }
        symbol(first, at);
        return at + Character.charCount(first);
    }

    /** Letters with their marks and the apostrophes between them. */
    private int word(int at) {
        var first = text.codePointAt(at);
        var end = at;
        if (WrittenWords.isSeparated(first)) {
            end = words.following(at);
            for (var pronunciation : pronunciations) {
                if (pronunciation.start() > at) {
                    end = Math.min(end, pronunciation.start());
                }
            }
        } else {
            while (end < text.length()) {
                var c = text.codePointAt(end);
                var next = end + Character.charCount(c);
                var joins =
                        (c == '\'' || c == '’') && next < text.length() && UCharacter.isLetter(text.codePointAt(next));
                if (!joins && !isWordPart(c)) {
                    break;
                }
                end = next;
            }
        }
        var word = Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFC)
                .replace('’', '\'');
        speaking.sayJoined(readable(shouted ? word.toLowerCase(Locale.ROOT) : word), at, end);
        return end;
    }

    private static boolean isWordPart(int c) {
        var type = UCharacter.getType(c);
        return (UCharacter.isLetter(c) && !WrittenWords.isSeparated(c))
                || type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK
                || c == 0x200C
                || c == 0x200D;
    }

    /** A few foreign letters among others are spoken by their sound rather than left out. */
    private String readable(String word) {
        var foreign = word.codePoints().anyMatch(c -> {
            var script = UScript.getScript(c);
            return script != UScript.COMMON
                    && script != UScript.INHERITED
                    && !scripts.contains(UScript.getShortName(script));
        });
        return foreign ? TO_LATIN.transliterate(word) : word;
    }

    private boolean isEmoji(int c, int at) {
        if (c == '©' || c == '®' || c == '™') {
            return false;
        }
        var next = at + Character.charCount(c);
        return UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(c, UProperty.REGIONAL_INDICATOR)
                || (next < text.length() && text.charAt(next) == 0xFE0F);
    }

    /** Captions show it, nobody says it, unless the whole text is emoji and the language has their names. */
    private int emoji(int at) {
        var clusters = BreakIterator.getCharacterInstance(rules.locale);
        clusters.setText(text);
        var end = clusters.following(at);
        if (nameEmoji && rules.isEnglish()) {
            var name = UCharacter.getName(text.codePointAt(at));
            if (name != null) {
                speaking.say(name.toLowerCase(Locale.ROOT).replace('-', ' '), at, end);
            }
        }
        return end;
    }

    private void symbol(int c, int at) {
        var end = at + Character.charCount(c);
        var vocabulary = rules.vocabulary;
        switch (c) {
            case '&', '＆' -> speaking.say(vocabulary.word("and"), at, end);
            case '+', '＋' -> speaking.say(vocabulary.word("plus"), at, end);
            case '=', '＝' -> speaking.say(vocabulary.word("equal"), at, end);
            case '@' -> speaking.say(vocabulary.word("at"), at, end);
            case '.', '!', '?', ',', ';', ':', '。', '！', '？', '，', '、', '；', '：', '،', '؛', '؟', '।' ->
                speaking.mark((char) c);
            case '…' -> speaking.mark(',');
            case '—', '–', '(', ')', '[', ']', '（', '）' -> {
                if (c != '–' || !isBetweenWords(at, end)) {
                    speaking.mark(isWide(c) ? '，' : ',');
                }
            }
            case '-', '/' -> {
                if (isBetweenWords(at, end)) {
                    speaking.space();
                } else if (c == '-') {
                    speaking.mark(',');
                }
            }
            default -> {
                if (UCharacter.getType(c) != UCharacterCategory.NON_SPACING_MARK) {
                    // Quotes and the like are silent, and must not glue their neighbours together.
                    silent(at, end);
                }
            }
        }
    }

    private void silent(int at, int end) {
        if (isBetweenWords(at, end) && !WrittenWords.isSeparated(text.codePointBefore(at))) {
            speaking.space();
        }
    }

    private boolean isBetweenWords(int at, int end) {
        return at > 0
                && end < text.length()
                && UCharacter.isLetterOrDigit(text.codePointBefore(at))
                && UCharacter.isLetterOrDigit(text.codePointAt(end));
    }

    private static boolean isWide(int c) {
        return c > 0xFF00;
    }
}
