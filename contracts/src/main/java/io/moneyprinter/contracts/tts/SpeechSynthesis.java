package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Speaks sentences. */
@HttpExchange
public interface SpeechSynthesis {

    /**
     * Speaks one sentence; the same text in the same voice is spoken once and then served from the cache. When a
     * provider cannot, the next one speaks in the voice that is most like it, and the answer says so.
     */
    @PostExchange("/internal/tts/speech")
    Speech synthesize(@RequestBody SpeechRequest request);

    /**
     * Cuts a recording of the whole script into one excerpt for each sentence, in order. The same recording and
     * sentences are cut once and then served from the cache; fails when the recording cannot be the script.
     */
    @PostExchange("/internal/tts/recordings")
    List<Excerpt> cut(@RequestBody RecordingRequest request);

    /** The voice that would speak; fails when there is none that can. */
    @PostExchange("/internal/tts/voices/choice")
    Voice choose(@RequestBody VoiceChoice choice);

    /** What speaking these sentences would take, without speaking; fails when there is no voice that can. */
    @PostExchange("/internal/tts/estimates")
    SpeechEstimate estimate(@RequestBody EstimateRequest request);

    /**
     * What was counted for a piece of work of this user, such as a video: for everything that was spoken with an
     * idempotency key that is {@code work}, a slash and more.
     */
    @GetExchange("/internal/tts/charges")
    Charge charged(@RequestParam("user_id") UserId userId, @RequestParam("work") String work);

    /** Every voice of every provider that is switched on. */
    @GetExchange("/internal/tts/voices")
    List<Voice> voices();
}
