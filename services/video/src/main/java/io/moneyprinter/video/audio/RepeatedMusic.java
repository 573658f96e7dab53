package io.moneyprinter.video.audio;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.sound.WavFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a piece of music as long as a film: cut, or played again and again, each time faded into itself, in time where
 * it has a beat.
 */
final class RepeatedMusic {

    private static final ValueLayout.OfShort SAMPLE =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 4096;

    private final MemorySegment samples;
    private final WavFormat format;
    private final long frames;
    private final @Nullable Loop loop;

    private RepeatedMusic(MemorySegment samples, WavFormat format, long frames) {
        this.samples = samples;
        this.format = format;
        this.frames = frames;
        loop = frames <= format.frames() ? null : Loop.of(this::mono, format.frames());
    }

    /**
     * Of the sound in {@code source}.
     *
     * @param frames of the film
     * @param arena as long as it is open, the music can be used
     * @throws CodedException {@code MUSIC_UNUSABLE}
     */
    static RepeatedMusic of(Path source, long frames, Arena arena) {
        try (var file = FileChannel.open(source)) {
            var format = WavFormat.read(file);
            if (format.frames() == 0) {
                throw new CodedException(AudioErrorCode.MUSIC_UNUSABLE, "the music file holds no sound");
            }
            var samples = file.map(MapMode.READ_ONLY, format.data(), format.frames() * format.bytesPerFrame(), arena);
            return new RepeatedMusic(samples, format, frames);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    /** Writes exactly as many frames as the film has. */
    void write(Path wav) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(wav))) {
            out.write(
                    WavFormat.of(format.channels(), format.sampleRate(), frames).header());
            for (var done = 0L; done < frames; done += BLOCK) {
                var block = block(done, (int) Math.min(BLOCK, frames - done));
                out.write(block.array(), 0, block.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + wav, e);
        }
    }

    /** How many frames of the source are heard before anything is heard again. */
    long once() {
        return loop == null ? frames : loop.to();
    }

    /**
     * When moments of the source are heard in the film, each as often as it is.
     *
     * @param moments in frames, ascending, below {@link #once}
     */
    List<Long> repeated(List<Long> moments) {
        var all = new ArrayList<>(moments);
        if (loop == null) {
            return all;
        }
        var period = loop.to() - loop.from();
        var again = moments.stream().filter(moment -> moment >= loop.from()).toList();
        for (var later = period; loop.from() + later < frames; later += period) {
            for (var moment : again) {
                if (moment + later < frames) {
                    all.add(moment + later);
                }
            }
        }
        return all;
    }

    private ByteBuffer block(long from, int frames) {
        var block = ByteBuffer.allocate(frames * format.bytesPerFrame()).order(ByteOrder.LITTLE_ENDIAN);
        for (var frame = from; frame < from + frames; frame++) {
            for (var channel = 0; channel < format.channels(); channel++) {
                block.putShort((short) Math.clamp(Math.round(at(frame, channel)), Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
        return block;
    }

    private double at(long frame, int channel) {
        if (loop == null || frame < loop.to()) {
            return sample(frame, channel);
        }
        var period = loop.to() - loop.from();
        var since = (frame - loop.from()) % period;
        var place = loop.from() + since;
        if (since >= loop.crossfade()) {
            return sample(place, channel);
        }
        // The end of one time and the beginning of the next have the same power together, the more alike, the less
        // each.
        var angle = Math.PI / 2 * since / loop.crossfade();
        var out = Math.cos(angle);
        var in = Math.sin(angle);
        var together = Math.sqrt(1 + 2 * loop.likeness() * out * in);
        return (sample(place + period, channel) * out + sample(place, channel) * in) / together;
    }

    private double mono(long frame) {
        var sum = 0.0;
        for (var channel = 0; channel < format.channels(); channel++) {
            sum += sample(frame, channel);
        }
        return sum / (format.channels() * -(double) Short.MIN_VALUE);
    }

    private double sample(long frame, int channel) {
        return samples.get(SAMPLE, frame * format.bytesPerFrame() + (long) channel * WavFormat.BYTES_PER_SAMPLE);
    }
}
