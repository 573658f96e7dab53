package io.moneyprinter.tts.lexicon;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.tts.normalization.Lexicon;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses entries that could not be spoken, with all that is wrong with them. */
final class EntryCheck {

    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_PRONUNCIATION = 200;

    private static final Pattern WORD = Pattern.compile("(?=.*[\\p{L}\\p{N}])[^\\p{Cc}\\p{Cs}\\[\\]]+");
    private static final Pattern RESPELLING = Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N} .,'’-]+");

    /** The letters of the alphabet, with its marks for stress, length, tone, joints and what goes above and below. */
    private static final String IPA_LETTER = "a-zæçðøħŋœǀ-ǃɐ-ʯβθχᵻⱱⱼ";

    private static final String IPA_MARK = "ˈˌːˑ.‿|‖ʰ-ˤ˞˥-˩ⁿ\\x{0300}-\\x{036F}↗↘ꜛꜜ -";
    private static final Pattern IPA =
            Pattern.compile("(?=.*[" + IPA_LETTER + "])(?!.*[ˈˌ][ˈˌ. ]|.*[ˈˌ]$)[" + IPA_LETTER + IPA_MARK + "]+");
    private static final Pattern NO_IPA = Pattern.compile("[^" + IPA_LETTER + IPA_MARK + "]");

    private final List<FieldError> errors = new ArrayList<>();

    private EntryCheck() {}

    /** @throws CodedException {@code FIELD_INVALID} */
    static Lexicon.Entry checked(
            @Nullable String language, @Nullable String written, @Nullable String spoken, @Nullable String ipa) {
        return new EntryCheck().entry(language, written, spoken, ipa);
    }

    static String tidy(String text) {
        return Normalizer.normalize(text.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
    }

    /** The tag as it is stored. */
    static String language(String tag) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            return "und";
        }
    }

    private Lexicon.Entry entry(
            @Nullable String givenLanguage,
            @Nullable String givenWritten,
            @Nullable String givenSpoken,
            @Nullable String givenIpa) {
        var language = givenLanguage == null ? "und" : language(givenLanguage);
        check(!language.startsWith("und"), "/language", "'%s' (expected: BCP 47, such as en or pt-BR)", givenLanguage);
        var written = givenWritten == null ? "" : tidy(givenWritten);
        check(
                WORD.matcher(written).matches() && written.length() <= LONGEST_WORD,
                "/written",
                "'%s' (expected: a word or a few, at most " + LONGEST_WORD + " characters, without square brackets)",
                written);
        var spoken = blankToNull(givenSpoken);
        check(
                spoken == null || (RESPELLING.matcher(spoken).matches() && spoken.length() <= LONGEST_PRONUNCIATION),
                "/spoken",
                "'%s' (expected: letters, digits and . , ' -, at most " + LONGEST_PRONUNCIATION + ")",
                spoken);
        var ipa = sounds(blankToNull(givenIpa));
        check(spoken != null || ipa != null, "/spoken", "neither spoken nor ipa (expected: at least one)", "");
        if (!errors.isEmpty()) {
            throw CodedException.ofFields(CommonErrorCode.FIELD_INVALID, errors);
        }
        return new Lexicon.Entry(language, written, spoken, ipa);
    }

    /** Providers refuse a whole text for one sound that is none. */
    private @Nullable String sounds(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var ipa = given.replaceAll("^[/\\[]\\s*|\\s*[/\\]]$", "").replace('ɡ', 'g');
        var wrong = NO_IPA.matcher(ipa);
        if (wrong.find()) {
            check(
                    false,
                    "/ipa",
                    "'%s' is no sign of the International Phonetic Alphabet" + advice(wrong.group()),
                    wrong.group());
        } else {
            check(
                    IPA.matcher(ipa).matches() && ipa.length() <= LONGEST_PRONUNCIATION,
                    "/ipa",
                    "'%s' (expected: sounds of the International Phonetic Alphabet, each stress before a sound, at most "
                            + LONGEST_PRONUNCIATION + " signs)",
                    ipa);
        }
        return ipa;
    }

    private static String advice(String sign) {
        return switch (sign) {
            case "'", "’" -> " (expected: ˈ for stress)";
            case ":" -> " (expected: ː for length)";
            case "," -> " (expected: ˌ for secondary stress)";
            default -> "";
        };
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidy(text);
    }

    private void check(boolean right, String pointer, String detail, @Nullable String given) {
        if (!right) {
            errors.add(new FieldError(pointer, detail.formatted(given)));
        }
    }
}
