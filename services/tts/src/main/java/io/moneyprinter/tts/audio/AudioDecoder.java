package io.moneyprinter.tts.audio;

import java.nio.file.Path;

/** Turns what providers send into samples. */
public interface AudioDecoder {

    /**
     * Reads the file whole, mixed to mono and resampled.
     *
     * @throws io.moneyprinter.problem.CodedException {@code VOICE_PROVIDER_UNAVAILABLE} when it is not sound
     */
    Pcm decode(Path file);
}
