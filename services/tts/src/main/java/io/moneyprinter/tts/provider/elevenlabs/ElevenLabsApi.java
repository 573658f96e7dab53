package io.moneyprinter.tts.provider.elevenlabs;

import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.tts.provider.http.AnswerReader;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;

/** How ElevenLabs is addressed, and how it says what went wrong. */
record ElevenLabsApi(ElevenLabsProperties properties, AnswerReader reader) {

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(SpeechHttp.address(properties.baseUrl(), path))
                .header("xi-api-key", properties.apiKey().value());
    }

    /** What ElevenLabs calls the failure. */
    String status(Answer answer) {
        var detail = detail(answer);
        return detail.path("status").asString(detail.path("code").asString(""));
    }

    String message(Answer answer) {
        return detail(answer).path("message").asString("");
    }

    private JsonNode detail(Answer answer) {
        return reader.refusal(answer).path("detail");
    }
}
