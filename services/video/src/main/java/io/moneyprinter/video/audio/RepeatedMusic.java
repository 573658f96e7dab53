package io.moneyprinter.video.audio;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.video.wav.WavFormat;
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

/** Makes a piece of music as long as a film: cut, or played again and again, each time faded into itself. */
final class RepeatedMusic {

    private static final ValueLayout.OfShort SAMPLE =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 4096;
    private static final long LONGEST_CROSSFADE = 2L * NarrationTrack.SAMPLE_RATE;

    private final MemorySegment samples;
    private final WavFormat format;
    private final long crossfade;
    private final long period;

    private RepeatedMusic(MemorySegment samples, WavFormat format, long frames) {
        this.samples = samples;
        this.format = format;
        crossfade = frames <= format.frames() ? 0 : Math.min(LONGEST_CROSSFADE, format.frames() / 4);
        period = format.frames() - crossfade;
    }

    /** Writes exactly {@code frames} of the sound in {@code source} to {@code wav}. */
    static void write(Path source, long frames, Path wav) {
        try (var file = FileChannel.open(source);
                var arena = Arena.ofConfined();
                var out = new BufferedOutputStream(Files.newOutputStream(wav))) {
            var format = WavFormat.read(file);
            if (format.frames() == 0) {
                throw new CodedException(AudioErrorCode.MUSIC_UNUSABLE, "the music file holds no sound");
            }
            var samples = file.map(MapMode.READ_ONLY, format.data(), format.frames() * format.bytesPerFrame(), arena);
            var music = new RepeatedMusic(samples, format, frames);
            out.write(
                    WavFormat.of(format.channels(), format.sampleRate(), frames).header());
            for (var done = 0L; done < frames; done += BLOCK) {
                var block = music.block(done, (int) Math.min(BLOCK, frames - done));
                out.write(block.array(), 0, block.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s or write %s".formatted(source, wav), e);
        }
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
        var place = frame % period;
        if (frame < period || place >= crossfade) {
            return sample(place, channel);
        }
        // The end of one time and the beginning of the next have the same power together.
        var angle = Math.PI / 2 * place / crossfade;
        return sample(place + period, channel) * Math.cos(angle) + sample(place, channel) * Math.sin(angle);
    }

    private double sample(long frame, int channel) {
        return samples.get(SAMPLE, frame * format.bytesPerFrame() + (long) channel * WavFormat.BYTES_PER_SAMPLE);
    }
}
