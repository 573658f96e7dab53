package io.moneyprinter.tts.provider.neural.install;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.tts.TtsErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The file that says which voices can be installed. It is the operator's: who pins a file vouches for it. */
record Catalogue(List<VoiceOffer> voices) {

    Catalogue {
        voices = List.copyOf(voices);
    }

    /** Of a file that is not there, nothing. */
    static Catalogue read(Path file) {
        try {
            return Files.exists(file)
                    ? Json.strict().readValue(Files.readAllBytes(file), Catalogue.class)
                    : new Catalogue(List.of());
        } catch (IOException | JacksonException e) {
            var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CodedException(
                    TtsErrorCode.VOICE_FILES_BROKEN,
                    "%s: it is no catalogue of voices (%s); docs/voices.md shows one.".formatted(file, reason),
                    e);
        }
    }
}
