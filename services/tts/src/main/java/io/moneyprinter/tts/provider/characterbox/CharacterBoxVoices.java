package io.moneyprinter.tts.provider.characterbox;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.provider.http.Polyglot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The characters of a server, in every language that is configured. */
record CharacterBoxVoices(CharacterBoxProperties properties) {

    /** Of a server that has not told yet. */
    private static final String USUAL = "default";

    List<Voice> of(JsonNode answer) {
        var voices = new ArrayList<Voice>();
        for (var entry : answer.path("characters")) {
            var id = entry.path("character_id").asString(entry.path("id").asString(""));
            if (!id.isBlank()) {
                voices.addAll(voices(
                        id,
                        entry.path("name").asString(id),
                        gender(entry.path("gender").asString(""))));
            }
        }
        return voices;
    }

    List<Voice> configured() {
        var ids = properties.voices().isEmpty() ? List.of(USUAL) : properties.voices();
        return ids.stream().flatMap(id -> voices(id, id, null).stream()).toList();
    }

    private List<Voice> voices(String id, String name, @Nullable String gender) {
        return new Polyglot(properties.languages())
                .voices(
                        CharacterBoxProperties.PROVIDER,
                        id,
                        name,
                        gender,
                        false,
                        properties.apiKey().isPresent());
    }

    private static @Nullable String gender(String said) {
        return List.of("female", "male").contains(said) ? said : null;
    }
}
