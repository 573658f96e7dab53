package io.moneyprinter.tts.audio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a WAV file of 48 kHz, mono, signed 16 bit from several, of which one at a time is in memory. */
public final class WaveWriter implements AutoCloseable {

    private final OutputStream out;
    private long left;

    private WaveWriter(OutputStream out, long samples) {
        this.out = out;
        this.left = samples;
    }

    /** @param samples how many there will be */
    public static WaveWriter create(Path file, long samples) throws IOException {
        var out = new BufferedOutputStream(Files.newOutputStream(file));
        out.write(Pcm.header(Math.toIntExact(samples)));
        return new WaveWriter(out, samples);
    }

    /** @param file WAV of the same kind */
    public void append(Path file) throws IOException {
        var pcm = Pcm.read(file);
        count(pcm.samples().length);
        out.write(pcm.bytes());
    }

    public void silence(long samples) throws IOException {
        count(samples);
        out.write(new byte[Math.toIntExact(2 * samples)]);
    }

    private void count(long samples) throws IOException {
        left -= samples;
        if (left < 0) {
            throw new IOException("%d samples more than there should be".formatted(-left));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (left > 0) {
            throw new IOException("%d samples are missing".formatted(left));
        }
    }
}
