package io.moneyprinter.tts.audio;

import io.moneyprinter.tts.provider.http.Wave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

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

    /** WAV of any sample rate, without FFmpeg and not quite as well. */
    public static AudioDecoder anyWav() {
        return file -> {
            try {
                return resampled(Wave.read(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static Pcm resampled(Wave wave) {
        var in = wave.samples();
        var step = (double) wave.sampleRate() / Pcm.SAMPLE_RATE;
        var out = new float[(int) (in.length / step)];
        for (var i = 0; i < out.length; i++) {
            var before = (int) (i * step);
            var after = Math.min(in.length - 1, before + 1);
            out[i] = (float) ((in[before] + (in[after] - in[before]) * (i * step - before)) / 32768);
        }
        return new Pcm(out);
    }
}
