package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;

/**
 * A spoken sentence at its place in the film.
 *
 * @param audio WAV, PCM signed 16 bit, mono, 48 kHz
 * @param start samples from the start of the film
 * @param samples length of the audio
 */
public record Placement(ObjectKey audio, long start, long samples) {

    public Placement {
        if (start < 0 || samples < 0) {
            throw new IllegalArgumentException(
                    "placement: %d samples at %d (expected: >= 0)".formatted(samples, start));
        }
    }

    long end() {
        return start + samples;
    }
}
