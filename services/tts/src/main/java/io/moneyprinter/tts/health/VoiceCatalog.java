package io.moneyprinter.tts.health;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import java.util.List;

/** What the voices of a provider have in common. */
record VoiceCatalog(boolean offline, boolean needsKey, int languages) {

    /** Of several languages, or of none. */
    private static final List<String> NO_LANGUAGE = List.of("mul", "und", "zxx");

    static VoiceCatalog of(List<Voice> voices) {
        return new VoiceCatalog(
                voices.stream().allMatch(Voice::offline),
                voices.stream().allMatch(Voice::needsKey),
                (int) voices.stream()
                        .map(voice -> ULocale.forLanguageTag(voice.locale()).getLanguage())
                        .filter(language -> !NO_LANGUAGE.contains(language))
                        .distinct()
                        .count());
    }
}
