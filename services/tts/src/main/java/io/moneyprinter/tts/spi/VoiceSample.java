package io.moneyprinter.tts.spi;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody speaking, to be imitated.
 *
 * @param name what the provider is to call the voice
 * @param title what its owner calls it
 * @param locale BCP 47, what is spoken in the samples
 * @param gender {@code female}, {@code male} or null
 * @param samples WAV of 48 kHz, mono, signed 16 bit, made by us; at least one
 */
public record VoiceSample(
        CloneName name,
        String title,
        String locale,
        @Nullable String gender,
        List<Path> samples) {

    public VoiceSample {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("samples: none (expected: at least one)");
        }
    }
}
