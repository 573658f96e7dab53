package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that describes a voice. */
record VoiceJson(Path file, JsonNode root) {

    private static final JsonMapper JSON = Json.lenient();
    private static final long LARGEST = 16L << 20;

    /** @throws CodedException if it is not there or no JSON */
    static VoiceJson read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw BrokenVoice.of(file, "it is missing", "put it beside the model, it is published with it");
            }
            if (Files.size(file) > LARGEST) {
                throw BrokenVoice.of(file, "it is far too large to describe a voice", BrokenVoice.TAKE_AGAIN);
            }
            var root = JSON.readTree(Files.readAllBytes(file));
            if (!root.isObject()) {
                throw BrokenVoice.of(file, "it is no JSON object", BrokenVoice.TAKE_AGAIN);
            }
            return new VoiceJson(file, root);
        } catch (IOException | JacksonException e) {
            throw BrokenVoice.of(file, "it cannot be read as JSON", BrokenVoice.TAKE_AGAIN, e);
        }
    }

    /** @param pointer into the JSON, such as {@code /audio/sample_rate} */
    int number(String pointer, int fallback, int least, int most) {
        var node = root.at(pointer);
        if (node.isMissingNode()) {
            return fallback;
        }
        if (!node.isIntegralNumber() || node.asLong() < least || node.asLong() > most) {
            throw wrong(pointer, node, "a whole number from %d to %d".formatted(least, most));
        }
        return node.asInt();
    }

    float scale(String pointer, float fallback) {
        var node = root.at(pointer);
        if (node.isMissingNode()) {
            return fallback;
        }
        if (!node.isNumber() || !(node.asDouble() >= 0) || node.asDouble() > 100) {
            throw wrong(pointer, node, "a number from 0 to 100");
        }
        return (float) node.asDouble();
    }

    String text(String pointer, String fallback) {
        var node = root.at(pointer);
        return node.isString() && !node.asString().isBlank() ? node.asString() : fallback;
    }

    CodedException wrong(String pointer, Object found, String expected) {
        return BrokenVoice.of(
                file,
                "%s is %s (expected: %s)".formatted(pointer.substring(1).replace('/', '.'), found, expected),
                BrokenVoice.TAKE_AGAIN);
    }
}
