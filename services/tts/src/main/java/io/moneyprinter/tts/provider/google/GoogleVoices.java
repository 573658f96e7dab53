package io.moneyprinter.tts.provider.google;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.voice.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The voices of Google, those first that say when they speak each word. */
final class GoogleVoices {

    /** Every name begins with the language that has to be asked for. */
    private static final Pattern NAME = Pattern.compile("([a-z]{2,3}-[A-Z]{2})-(\\w+)-.+");

    /** These read marks; what is newer reads plain text. */
    private static final List<String> MARKED = List.of("Neural2", "Wavenet", "Polyglot", "News", "Standard");

    private GoogleVoices() {}

    static List<Voice> of(JsonNode answer) {
        var voices = new ArrayList<Voice>();
        for (var entry : answer.path("voices")) {
            var voice = voice(
                    entry.path("name").asString(""), entry.path("ssmlGender").asString(""));
            if (voice != null) {
                voices.add(voice);
            }
        }
        voices.sort(Comparator.comparingInt(voice -> rank(voice.id())));
        return voices;
    }

    /** @param entries name and gender with a colon between */
    static List<Voice> wellKnown(List<String> entries) {
        var voices = new ArrayList<Voice>();
        for (var entry : entries) {
            var parts = entry.split(":", 2);
            var voice = voice(parts[0], parts.length > 1 ? parts[1] : "");
            if (voice != null) {
                voices.add(voice);
            }
        }
        return voices;
    }

    /** Voices with a plain name need a model to go with them, which is not asked for here. */
    private static @Nullable Voice voice(String id, String said) {
        var name = NAME.matcher(id);
        if (!name.matches()) {
            return null;
        }
        var gender = said.toLowerCase(Locale.ROOT);
        var locale = name.group(1).replaceFirst("^cmn-", "zh-");
        return new Voice(
                "google",
                id,
                id,
                locale,
                Set.of("female", "male").contains(gender) ? gender : null,
                Scripts.of(locale),
                false,
                true);
    }

    static String languageCode(Voice voice) {
        var name = NAME.matcher(voice.id());
        return name.matches() ? name.group(1) : voice.locale();
    }

    static boolean readsMarks(Voice voice) {
        return rank(voice.id()) < MARKED.size();
    }

    private static int rank(String id) {
        var name = NAME.matcher(id);
        var family = name.matches() ? MARKED.indexOf(name.group(2)) : -1;
        return family < 0 ? MARKED.size() : family;
    }
}
