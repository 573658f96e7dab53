package io.moneyprinter.language;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * The language of a text.
 *
 * @param tag BCP 47, such as {@code en} or {@code pt-BR}
 */
public record Language(String tag) {

    public static final Language ENGLISH = new Language("en");

    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th", "lo", "km", "my", "yue");

    /**
     * Reads a tag that somebody gave.
     *
     * @param pointer the field it came from
     */
    public static Language parse(String tag, String pointer) {
        try {
            var locale = new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build();
            if (!locale.getLanguage().isEmpty()) {
                return new Language(locale.toLanguageTag());
            }
        } catch (IllformedLocaleException malformed) {
            // Said below, together with the tags that have no language.
        }
        throw CodedException.ofField(
                CommonErrorCode.FIELD_INVALID,
                pointer,
                "'%s' is not a language tag (expected: BCP 47, such as en or pt-BR)".formatted(tag));
    }

    /** The primary subtag, such as {@code pt}. */
    public String code() {
        return locale().getLanguage();
    }

    public ULocale locale() {
        return ULocale.forLanguageTag(tag);
    }

    /** Whether it has a name. */
    public boolean known() {
        return !locale().getDisplayLanguage(ULocale.ENGLISH).equals(code());
    }

    /** Whether texts in both are read by the same people in the same letters: {@code en} and {@code en-US} are, {@code pt-BR} is not {@code pt-PT}. */
    public boolean same(Language other) {
        return ULocale.addLikelySubtags(locale()).equals(ULocale.addLikelySubtags(other.locale()));
    }

    /** Whether both are usually written in the same letters. */
    public boolean sharesScript(Language other) {
        return ULocale.addLikelySubtags(locale())
                .getScript()
                .equals(ULocale.addLikelySubtags(other.locale()).getScript());
    }

    /** Whether words follow each other without spaces. */
    public boolean withoutSpaces() {
        return WITHOUT_SPACES.contains(code());
    }

    @Override
    public String toString() {
        return tag;
    }
}
