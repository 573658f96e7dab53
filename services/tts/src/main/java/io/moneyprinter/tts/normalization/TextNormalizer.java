package io.moneyprinter.tts.normalization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Set;

/**
 * Makes written text speakable: numbers, money, measures, dates, addresses and abbreviations in words; emoji are
 * not spoken unless there is nothing else. Safe for use by several threads.
 */
public final class TextNormalizer {

    /** Changes whenever the same text would be spoken differently; part of every cache key. */
    public static final int VERSION = 2;

    /** Compiled once for all; users name any tag they like, so that old ones make room. */
    private static final Cache<ULocale, Rules> RULES =
            Caffeine.newBuilder().maximumSize(100).build();

    /**
     * Never fails; what cannot be spoken is left out, and {@link NormalizedText#isSilent} says when that is all.
     *
     * @param language BCP 47
     * @param scripts ISO 15924 codes of what the voice reads; letters of others are transliterated to Latin
     */
    public NormalizedText normalize(String written, String language, Set<String> scripts) {
        return normalize(written, language, scripts, List.of());
    }

    /** @param pronunciations parts that are spoken otherwise than the rules would; whole words, none within another */
    public NormalizedText normalize(
            String written, String language, Set<String> scripts, List<Pronunciation> pronunciations) {
        var locale = ULocale.forLanguageTag(language);
        var known = RULES.get(locale, Rules::new);
        var candidates = WrittenWords.of(written, locale);
        var normalized =
                new Scan(written, known, scripts, pronunciations, false).run().of(written, candidates);
        return normalized.isSilent()
                ? new Scan(written, known, scripts, pronunciations, true).run().of(written, candidates)
                : normalized;
    }
}
