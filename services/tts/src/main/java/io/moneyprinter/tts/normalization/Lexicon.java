package io.moneyprinter.tts.normalization;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Words that somebody wants to be pronounced in a certain way. */
public record Lexicon(List<Entry> entries) {

    public static final Lexicon EMPTY = new Lexicon(List.of());

    /** Longer words first, and of the same word the one for the region, and the one written exactly so. */
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(
                    (Entry entry) -> -entry.written().length())
            .thenComparingInt(entry -> -entry.language().length())
            .thenComparing(Entry::anyCase);

    public Lexicon {
        entries = List.copyOf(entries);
    }

    /**
     * One word, or several that belong together.
     *
     * @param language BCP 47; of a language alone for all its regions
     * @param written without capitals it is found in any case, otherwise only as it is
     * @param spoken how it would be spelled if it were read as it is written; null if {@code ipa} alone is known
     * @param ipa its sounds, in the International Phonetic Alphabet; null if it is enough to read {@code spoken}
     */
    public record Entry(
            String language,
            String written,
            @Nullable String spoken,
            @Nullable String ipa) {

        boolean anyCase() {
            return written.equals(written.toLowerCase(Locale.ROOT));
        }

        private boolean isFor(ULocale text) {
            var own = ULocale.forLanguageTag(language);
            return own.getLanguage().equals(text.getLanguage())
                    && (own.getCountry().isEmpty() || own.getCountry().equals(text.getCountry()));
        }
    }

    /** An entry where it applies. */
    public record Found(int start, int end, String written, Entry entry) {

        /**
         * How to say it; null for as it is written, because there are only sounds and the voice does not have them.
         *
         * @param voice whether it has these sounds
         */
        public @Nullable Pronunciation pronunciation(Predicate<String> voice) {
            var spoken = entry.spoken();
            var ipa = entry.ipa() != null && voice.test(entry.ipa()) ? entry.ipa() : null;
            if (spoken == null && ipa == null) {
                return null;
            }
            return new Pronunciation(start, end, spoken == null ? written : spoken, ipa);
        }
    }

    /** Where its words are in a text: whole words, the longest where several begin, none within another. */
    public List<Found> in(String text, String language) {
        var locale = ULocale.forLanguageTag(language);
        var spoken = new HashMap<String, Boolean>();
        var own = entries.stream()
                .filter(entry -> spoken.computeIfAbsent(entry.language(), tag -> entry.isFor(locale)))
                .sorted(ORDER)
                .toList();
        var found = new ArrayList<Found>();
        for (var at = 0; at < text.length() && !own.isEmpty(); at++) {
            for (var entry : own) {
                var written = entry.written();
                var end = at + written.length();
                if (text.regionMatches(true, at, written, 0, written.length())
                        && (entry.anyCase() || text.startsWith(written, at))
                        && isWhole(text, at, end)) {
                    found.add(new Found(at, end, text.substring(at, end), entry));
                    at = end - 1;
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || borders(text, start)) && (end == text.length() || borders(text, end));
    }

    /** Addresses are words of their own, and scripts without spaces have no borders to look at. */
    private static boolean borders(String text, int at) {
        var before = text.codePointBefore(at);
        var after = text.codePointAt(at);
        if (WrittenWords.isSeparated(before) || WrittenWords.isSeparated(after)) {
            return true;
        }
        if (isInner(before) && isInner(after)) {
            return false;
        }
        var next = at + Character.charCount(after);
        return !(joins(after) && isInner(before) && next < text.length() && isInner(text.codePointAt(next)))
                && !(joins(before) && isInner(after) && at > 1 && isInner(text.codePointBefore(at - 1)));
    }

    private static boolean joins(int c) {
        return c == '.' || c == '@';
    }

    private static boolean isInner(int c) {
        return UCharacter.isLetterOrDigit(c) || UCharacter.getType(c) == UCharacter.getType(0x301);
    }
}
