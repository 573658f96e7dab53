package io.moneyprinter.tts.audio;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Ways to read sound in tests. */
public final class Decoders {

    private Decoders() {}

    /** Without FFmpeg. */
    public static AudioDecoder wav() {
        return file -> {
            try {
                return Pcm.read(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
