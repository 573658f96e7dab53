package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import java.util.List;

/**
 * A recording of somebody who speaks a whole script, to be cut into its sentences.
 *
 * @param recording an audio file as the user gave it
 * @param language BCP 47 of the sentences
 * @param sentences in the order in which they are spoken; the whole script
 * @param idempotencyKey the same for every attempt at the same piece of work
 */
public record RecordingRequest(
        UserId userId, ObjectKey recording, String language, List<String> sentences, String idempotencyKey) {

    public RecordingRequest {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("sentences: none (expected: at least one)");
        }
    }
}
