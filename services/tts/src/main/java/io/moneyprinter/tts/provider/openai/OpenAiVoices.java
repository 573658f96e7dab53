package io.moneyprinter.tts.provider.openai;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.provider.http.Polyglot;
import io.moneyprinter.tts.spi.CloneName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the names of voices tell. The dialect has no other way to say who speaks what. */
final class OpenAiVoices {

    /** Taken by every server for its usual voice when the server lists none. */
    static final String USUAL = "alloy";

    private static final Pattern GENDERED = Pattern.compile("(.+):(female|male)");

    /** Kokoro names its voices after language and gender, such as {@code af_heart}. */
    private static final Pattern KOKORO = Pattern.compile("([abefhijpz])([fm])_\\w+");

    private static final Map<String, String> KOKORO_LOCALES = Map.of(
            "a", "en-US", "b", "en-GB", "e", "es-ES", "f", "fr-FR", "h", "hi-IN", "i", "it-IT", "j", "ja-JP", "p",
            "pt-BR", "z", "zh-CN");

    private OpenAiVoices() {}

    static List<Voice> of(OpenAiServer server, List<String> names) {
        var polyglot = new Polyglot(server.languages());
        var voices = new ArrayList<Voice>();
        for (var name : names) {
            var gendered = GENDERED.matcher(name);
            var kokoro = KOKORO.matcher(name);
            if (gendered.matches()) {
                voices.addAll(voices(server, polyglot, gendered.group(1), gendered.group(2)));
            } else if (kokoro.matches()) {
                var locale = KOKORO_LOCALES.getOrDefault(kokoro.group(1), "en-US");
                var gender = kokoro.group(2).equals("f") ? "female" : "male";
                voices.addAll(voices(server, new Polyglot(List.of(locale)), name, gender));
            } else {
                voices.addAll(voices(server, polyglot, name, null));
            }
        }
        return voices;
    }

    private static List<Voice> voices(OpenAiServer server, Polyglot polyglot, String id, @Nullable String gender) {
        return polyglot.voices(
                server.name(), id, id, gender, server.isHere(), server.apiKey().isPresent());
    }

    /** Without those that belong to somebody. */
    static List<String> names(JsonNode list) {
        return all(list).stream().filter(name -> !CloneName.is(name)).toList();
    }

    /** Servers list names, or objects that have one. */
    static List<String> all(JsonNode list) {
        var names = new ArrayList<String>();
        for (var entry : list.path("voices")) {
            var name = entry.isString()
                    ? entry.asString("")
                    : entry.path("id").asString(entry.path("name").asString(""));
            if (!name.isBlank() && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
