package io.moneyprinter.tts.provider.elevenlabs;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.provider.http.Polyglot;
import io.moneyprinter.tts.spi.CloneName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The voices of an account: each in the languages that it was tried in, then in those that the model speaks. */
final class ElevenLabsVoices {

    /** The names of these labels have changed in the course of time. */
    private static final List<String> STYLES = List.of("descriptive", "description", "use_case", "use case");

    private final List<String> languages;

    ElevenLabsVoices(List<String> languages) {
        this.languages = List.copyOf(languages);
    }

    List<Voice> of(JsonNode answer) {
        var voices = new ArrayList<Voice>();
        for (var entry : answer.path("voices")) {
            var id = entry.path("voice_id").asString("");
            if (!id.isBlank() && !CloneName.is(entry.path("name").asString(""))) {
                voices(
                                id,
                                entry.path("name").asString(id),
                                entry.path("labels").path("gender").asString(""),
                                locales(entry))
                        .forEach(voice -> voices.add(voice.withStyles(styles(entry))));
            }
        }
        return voices;
    }

    /** @param entries id, name and gender with colons between */
    List<Voice> wellKnown(List<String> entries) {
        var voices = new ArrayList<Voice>();
        for (var entry : entries) {
            var parts = entry.split(":", 3);
            voices.addAll(voices(
                    parts[0], parts.length > 1 ? parts[1] : parts[0], parts.length > 2 ? parts[2] : "", languages));
        }
        return voices;
    }

    private static List<Voice> voices(String id, String name, String gender, List<String> locales) {
        return new Polyglot(locales).voices("elevenlabs", id, name, gender(gender), false, true);
    }

    /** How the voice sounds and what it is for; it cannot be asked to sound otherwise. */
    private static List<String> styles(JsonNode entry) {
        return STYLES.stream()
                .map(label -> entry.path("labels").path(label).asString("").strip())
                .filter(style -> !style.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String gender(String said) {
        var gender = said.toLowerCase(Locale.ROOT);
        return Set.of("female", "male").contains(gender) ? gender : null;
    }

    private List<String> locales(JsonNode entry) {
        var locales = new LinkedHashSet<String>();
        var spoken = new LinkedHashSet<String>();
        for (var verified : entry.path("verified_languages")) {
            var language = verified.path("language").asString("");
            add(verified.path("locale").asString(language), locales, spoken);
        }
        add(entry.path("labels").path("language").asString(""), locales, spoken);
        for (var language : languages) {
            if (!spoken.contains(ULocale.forLanguageTag(language).getLanguage())) {
                locales.add(language);
            }
        }
        return List.copyOf(locales);
    }

    /** What is no tag, such as {@code english}, is left to the languages of the model. */
    private static void add(String tag, Set<String> locales, Set<String> spoken) {
        if (tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            locales.add(tag);
            spoken.add(ULocale.forLanguageTag(tag).getLanguage());
        }
    }
}
