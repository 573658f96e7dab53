package io.moneyprinter.tts.voice;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.service.identity.Caller;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The voices one can choose from. */
@RestController
class VoiceController {

    private final Voices voices;

    VoiceController(Voices voices) {
        this.voices = voices;
    }

    /**
     * Those of the caller first. A language alone, such as {@code en}, finds all its regions; a whole tag, such as
     * {@code en-GB}, only that one.
     */
    @GetMapping("/api/v1/tts/voices")
    List<Voice> voices(
            Caller caller,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String gender) {
        return Stream.concat(voices.ownedBy(caller.userId()).stream(), voices.all().stream())
                .filter(voice -> language == null || speaks(voice, ULocale.forLanguageTag(language)))
                .filter(voice -> provider == null || voice.provider().equalsIgnoreCase(provider))
                .filter(voice -> gender == null || gender.equalsIgnoreCase(voice.gender()))
                .toList();
    }

    private static boolean speaks(Voice voice, ULocale wanted) {
        var locale = ULocale.forLanguageTag(voice.locale());
        return locale.getLanguage().equals(wanted.getLanguage())
                && (wanted.getCountry().isEmpty() || wanted.getCountry().equals(locale.getCountry()));
    }
}
