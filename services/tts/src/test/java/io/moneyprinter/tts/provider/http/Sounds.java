package io.moneyprinter.tts.provider.http;

import java.time.Duration;
import java.util.Arrays;

/** Sound for providers that have no voice. */
public final class Sounds {

    private Sounds() {}

    /** A tone of 200 Hz. */
    public static Wave hum(int sampleRate, Duration duration) {
        var samples = new short[(int) (sampleRate * duration.toMillis() / 1000)];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(8_000 * Math.sin(2 * Math.PI * 200 * i / sampleRate));
        }
        return new Wave(sampleRate, samples);
    }

    public static Wave silence() {
        return new Wave(Wave.DEFAULT_RATE, new short[0]);
    }

    /** The samples alone, little endian. */
    public static byte[] pcm(Wave wave) {
        var wav = wave.toBytes();
        return Arrays.copyOfRange(wav, 44, wav.length);
    }
}
