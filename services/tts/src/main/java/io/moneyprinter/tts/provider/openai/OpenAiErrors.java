package io.moneyprinter.tts.provider.openai;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What servers say when they refuse; every one writes it down in a place of its own. */
final class OpenAiErrors {

    private static final List<String> PLACES =
            List.of("/error/message", "/detail/error/message", "/detail/message", "/detail", "/error", "/message");

    private OpenAiErrors() {}

    static String detail(JsonNode body) {
        for (var place : PLACES) {
            var detail = body.at(place);
            if (detail.isString()) {
                return detail.asString("");
            }
        }
        return "";
    }
}
