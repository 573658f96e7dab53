package io.moneyprinter.contracts.tts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the voices, those of preferred providers first.
 *
 * @param missing providers whose voices may be left out, because they did not list them in time
 * @param nextCursor give it back as {@code cursor} to get the next ones, null at the end
 */
public record VoicePage(
        List<Voice> voices, List<String> missing, @Nullable String nextCursor) {

    public VoicePage {
        voices = List.copyOf(voices);
        missing = List.copyOf(missing);
    }
}
