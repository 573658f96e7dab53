package io.moneyprinter.tts.cloning;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.tts.TtsErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A voice that somebody wants to have, and what makes that right.
 *
 * @param name what its owner calls it
 * @param language BCP 47, what is spoken in the samples
 * @param gender {@code female}, {@code male} or null
 * @param provider null for the first that clones voices
 * @param consentText what the speaker has agreed to
 * @param consentedBy the speaker's name
 */
record CloneWish(
        String name,
        String language,
        @Nullable String gender,
        @Nullable String provider,
        String consentText,
        String consentedBy) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SPEAKER = 200;
    private static final int LONGEST_CONSENT = 10_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\r\\n\\t]]");

    /**
     * What a form says.
     *
     * @param rights whether the caller says that he may have the voice cloned
     * @throws CodedException {@code VOICE_CONSENT_MISSING}, or {@code FIELD_INVALID} with all that is wrong
     */
    static CloneWish of(
            @Nullable String name,
            @Nullable String language,
            @Nullable String gender,
            @Nullable String provider,
            @Nullable String consentText,
            @Nullable String consentedBy,
            @Nullable String rights) {
        var missing = new ArrayList<FieldError>();
        if (blank(consentText)) {
            missing.add(new FieldError("/consent_text", "missing (expected: what the speaker has agreed to)"));
        }
        if (blank(consentedBy)) {
            missing.add(new FieldError("/consented_by", "missing (expected: the name of who speaks in the samples)"));
        }
        if (!"true".equals(rights)) {
            missing.add(
                    new FieldError("/rights_confirmed", "missing (expected: true, as you may have this voice cloned)"));
        }
        if (!missing.isEmpty()) {
            throw new CodedException(
                    TtsErrorCode.VOICE_CONSENT_MISSING,
                    "A voice is cloned only with consent. Missing: %s."
                            .formatted(missing.stream()
                                    .map(error -> error.pointer().substring(1))
                                    .collect(Collectors.joining(", "))),
                    missing,
                    null,
                    null);
        }
        var wish = new CloneWish(
                strip(name),
                strip(language),
                blank(gender) ? null : strip(gender),
                blank(provider) ? null : strip(provider),
                strip(consentText),
                strip(consentedBy));
        var wrong = wish.wrong();
        if (!wrong.isEmpty()) {
            throw new CodedException(
                    CommonErrorCode.FIELD_INVALID,
                    wrong.stream()
                            .map(error -> "%s: %s".formatted(error.pointer().substring(1), error.detail()))
                            .collect(Collectors.joining("; ")),
                    wrong,
                    null,
                    null);
        }
        return wish;
    }

    /** Equal for equal wishes alone. */
    String digest() {
        return Digests.of(
                name,
                language,
                Objects.requireNonNullElse(gender, ""),
                Objects.requireNonNullElse(provider, ""),
                consentText,
                consentedBy);
    }

    private List<FieldError> wrong() {
        var wrong = new ArrayList<FieldError>();
        check(name, "/name", LONGEST_NAME, wrong);
        check(consentText, "/consent_text", LONGEST_CONSENT, wrong);
        check(consentedBy, "/consented_by", LONGEST_SPEAKER, wrong);
        if (!LANGUAGE.matcher(language).matches()
                || ULocale.forLanguageTag(language).getLanguage().isEmpty()) {
            wrong.add(new FieldError("/language", "no language (expected: BCP 47, such as en-GB)"));
        }
        if (gender != null && !List.of("female", "male").contains(gender)) {
            wrong.add(new FieldError("/gender", "unknown (expected: female, male or nothing)"));
        }
        return wrong;
    }

    private static void check(String text, String pointer, int longest, List<FieldError> wrong) {
        if (text.isEmpty() || text.length() > longest) {
            wrong.add(new FieldError(pointer, "%d characters (expected: 1 to %d)".formatted(text.length(), longest)));
        } else if (INVISIBLE.matcher(text).find()) {
            wrong.add(new FieldError(pointer, "control characters in it (expected: text)"));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
