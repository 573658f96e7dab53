package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.SynthesisRequest;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.tts.TtsErrorCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Splits texts as scripts of videos are split, with the same pauses. */
@Component
class Sentences {

    private static final int ANY_DURATION = 60;

    private final ScriptWriting scripts;
    private final int maxCharacters;

    Sentences(ScriptWriting scripts, ReadingProperties properties) {
        this.scripts = scripts;
        this.maxCharacters = properties.maxCharacters();
    }

    /** @throws CodedException {@code TEXT_TOO_LONG}, or what is wrong with the text as a script */
    GeneratedContent of(UserId user, SynthesisRequest request) {
        var text = request.text();
        if (text.length() > maxCharacters) {
            throw CodedException.ofField(
                    TtsErrorCode.TEXT_TOO_LONG,
                    "/text",
                    "The text has %d characters (at most: %d).".formatted(text.length(), maxCharacters));
        }
        try {
            return scripts.generate(script(user, text, request));
        } catch (CodedException e) {
            throw pointed(e);
        }
    }

    private static ContentRequest script(UserId user, String text, SynthesisRequest request) {
        var settings = request.voiceSettings();
        var language = request.language() == null && settings != null ? settings.language() : request.language();
        return new ContentRequest(
                user, null, null, text, null, "", ANY_DURATION, language, List.of(), "", false, "", null);
    }

    /** What is a script there is a text here. */
    private static CodedException pointed(CodedException failure) {
        var errors = failure.errors().stream()
                .map(error -> new FieldError(error.pointer().replaceFirst("^/script\\b", "/text"), error.detail()))
                .toList();
        return new CodedException(
                failure.code(), String.valueOf(failure.getMessage()), errors, failure.retryAfter(), failure);
    }
}
