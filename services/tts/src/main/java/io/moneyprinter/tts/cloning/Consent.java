package io.moneyprinter.tts.cloning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes it right to clone a voice.
 *
 * @param text what the speaker has agreed to
 * @param givenBy the speaker's name
 * @param sampleDigests SHA-256 of every file as it came in
 * @param clientAddress where the request came from, where this process sees that
 */
record Consent(
        String text,
        String givenBy,
        List<String> sampleDigests,
        @Nullable String clientAddress) {

    Consent {
        sampleDigests = List.copyOf(sampleDigests);
    }
}
