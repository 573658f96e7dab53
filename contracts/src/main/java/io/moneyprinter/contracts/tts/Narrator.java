package io.moneyprinter.contracts.tts;

import java.util.List;

/**
 * The voice that speaks a whole video.
 *
 * @param voice id of the voice
 * @param former providers whose voices spoke the video before and could not go on, oldest first
 */
public record Narrator(String provider, String voice, List<String> former) {

    public Narrator {
        former = List.copyOf(former);
    }
}
