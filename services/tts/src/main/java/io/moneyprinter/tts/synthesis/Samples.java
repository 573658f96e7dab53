package io.moneyprinter.tts.synthesis;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.voice.Scripts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a voice says so that one can hear it. */
final class Samples {

    private static final String LATIN = "One, two, three.";

    private final Properties sentences = new Properties();

    Samples() {
        try (var in = Objects.requireNonNull(
                Samples.class.getResourceAsStream("samples.properties"), "the sentences are part of this program")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sentences for previews", e);
        }
    }

    /**
     * A short sentence in the language of the voice; where none is known, the name of the language and a few numbers.
     *
     * @throws CodedException {@code TEXT_NOT_SPEAKABLE} if it reads none of the scripts in which we could write one
     */
    String sentence(Voice voice) {
        var locale = ULocale.addLikelySubtags(ULocale.forLanguageTag(voice.locale()));
        return Stream.<Supplier<String>>of(
                        () -> sentences.getProperty("%s-%s".formatted(locale.getLanguage(), locale.getScript()), ""),
                        () -> sentences.getProperty(locale.getLanguage(), ""),
                        () -> counting(locale),
                        () -> LATIN)
                .map(Supplier::get)
                .filter(sentence -> !sentence.isEmpty() && Scripts.reads(sentence, voice))
                .findFirst()
                .orElseThrow(() -> new CodedException(
                        TtsErrorCode.TEXT_NOT_SPEAKABLE,
                        "There is no sentence to hear the voice %s of %s with: it reads only %s."
                                .formatted(voice.id(), voice.provider(), String.join(", ", voice.scripts()))));
    }

    private static String counting(ULocale locale) {
        var numbers = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        return "%s. %s, %s, %s."
                .formatted(
                        locale.getDisplayLanguage(locale), numbers.format(1L), numbers.format(2L), numbers.format(3L));
    }
}
