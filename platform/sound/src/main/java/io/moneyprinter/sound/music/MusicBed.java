package io.moneyprinter.sound.music;

import io.moneyprinter.sound.WavFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A piece of music to lie under a voice: composed and played by us, so that no one else has a right in it. Equal beds
 * are the same sound.
 *
 * @param frames exact length at {@link #SAMPLE_RATE}
 * @param steady whether its tempo depends on genre, mood and seed alone; else it becomes a little faster or slower, so
 *     that the last chord comes when it should
 */
public record MusicBed(Genre genre, Mood mood, long seed, long frames, boolean steady) {

    public static final int SAMPLE_RATE = 48_000;

    /** To be changed with anything that changes how a bed sounds. */
    public static final int VERSION = 1;

    private static final int BYTES_PER_FRAME = 4;

    /** An hour; a WAV file holds some six. */
    private static final long LONGEST = 3600L * SAMPLE_RATE;

    /** Even a bed that is cut off in the middle of a chord ends softly. */
    private static final double LAST_FADE = 0.6 * SAMPLE_RATE;

    /** As its mood is usually played. */
    public MusicBed(Mood mood, long seed, long frames) {
        this(Genre.usual(mood), mood, seed, frames, false);
    }

    public MusicBed {
        if (frames < 1 || frames > LONGEST) {
            throw new IllegalArgumentException("frames: %d (expected: 1 to %d)".formatted(frames, LONGEST));
        }
    }

    /** Writes a WAV file: PCM signed 16 bit, stereo. */
    public void writeTo(Path wav) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(wav), 1 << 16)) {
            out.write(WavFormat.of(2, SAMPLE_RATE, frames).header());
            play(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + wav, e);
        }
    }

    /** From one beat to the next, in frames; the first is at zero. */
    public double beat() {
        return Composer.compose(this).beat();
    }

    private void play(OutputStream out) throws IOException {
        var band = new Band(Composer.compose(this), seed);
        var left = new float[Band.BLOCK];
        var right = new float[Band.BLOCK];
        var bytes = ByteBuffer.allocate(Band.BLOCK * BYTES_PER_FRAME).order(ByteOrder.LITTLE_ENDIAN);
        for (var done = 0L; done < frames; done += Band.BLOCK) {
            var length = (int) Math.min(Band.BLOCK, frames - done);
            band.play(left, right, length);
            bytes.clear();
            for (var i = 0; i < length; i++) {
                var fade = fade(done + i);
                bytes.putShort(sample(left[i] * fade)).putShort(sample(right[i] * fade));
            }
            out.write(bytes.array(), 0, length * BYTES_PER_FRAME);
        }
    }

    private double fade(long frame) {
        var left = frames - 1 - frame;
        var fade = Math.min(LAST_FADE, frames / 2.0);
        return left >= fade ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * left / fade);
    }

    private static short sample(double value) {
        return (short) Math.round(value * Short.MAX_VALUE);
    }
}
