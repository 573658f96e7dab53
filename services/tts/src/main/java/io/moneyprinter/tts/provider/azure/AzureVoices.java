package io.moneyprinter.tts.provider.azure;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.provider.http.Polyglot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The voices of a region, each with the languages that it speaks beside its own. */
final class AzureVoices {

    private AzureVoices() {}

    static List<Voice> of(JsonNode list) {
        var voices = new ArrayList<Voice>();
        for (var entry : list) {
            var id = text(entry, "ShortName");
            var locale = text(entry, "Locale");
            if (!id.isEmpty() && !locale.isEmpty() && !text(entry, "Status").equals("Deprecated")) {
                var locales = new LinkedHashSet<String>();
                locales.add(locale);
                entry.path("SecondaryLocaleList").forEach(one -> locales.add(one.asString(locale)));
                var styles = new ArrayList<String>();
                entry.path("StyleList").forEach(one -> styles.add(one.asString("")));
                voices(id, text(entry, "DisplayName"), text(entry, "Gender"), List.copyOf(locales))
                        .forEach(voice -> voices.add(voice.withStyles(styles)));
            }
        }
        return voices;
    }

    /** @param entries short name and gender with a colon between */
    static List<Voice> wellKnown(List<String> entries) {
        var voices = new ArrayList<Voice>();
        for (var entry : entries) {
            var parts = entry.split(":", 2);
            var locale = parts[0].replaceFirst("-[^-]+$", "");
            voices.addAll(voices(parts[0], "", parts.length > 1 ? parts[1] : "", List.of(locale)));
        }
        return voices;
    }

    private static List<Voice> voices(String id, String name, String gender, List<String> locales) {
        return new Polyglot(locales)
                .voices(
                        "azure",
                        id,
                        name.isEmpty() ? id : name,
                        gender.isEmpty() ? null : gender.toLowerCase(Locale.ROOT),
                        false,
                        true);
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asString("");
    }
}
