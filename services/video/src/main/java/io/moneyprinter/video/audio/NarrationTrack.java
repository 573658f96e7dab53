package io.moneyprinter.video.audio;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.WavFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts spoken sentences where they belong, to the sample. */
final class NarrationTrack {

    static final int SAMPLE_RATE = 48_000;

    /** Two milliseconds: sentences are cut out of silence that is never quite silent. */
    private static final int EDGE = 96;

    private static final int BUFFER = 1 << 16;

    private final ObjectStore store;

    NarrationTrack(ObjectStore store) {
        this.store = store;
    }

    /** Writes a mono WAV file of exactly {@code samples}. */
    void write(List<Placement> narration, long samples, Path wav) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(wav), BUFFER)) {
            out.write(WavFormat.of(1, SAMPLE_RATE, samples).header());
            var at = 0L;
            for (var placement : narration) {
                silence(out, placement.start() - at);
                copy(placement, out);
                at = placement.end();
            }
            silence(out, samples - at);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + wav, e);
        }
    }

    private void copy(Placement placement, OutputStream out) throws IOException {
        try (var file = FileChannel.open(store.file(placement.audio()))) {
            var format = format(placement, file);
            var buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
            for (var done = 0L; done < placement.samples(); ) {
                var wanted = (int) Math.min(BUFFER / WavFormat.BYTES_PER_SAMPLE, placement.samples() - done);
                buffer.clear().limit(wanted * WavFormat.BYTES_PER_SAMPLE);
                var from = format.data() + done * WavFormat.BYTES_PER_SAMPLE;
                while (buffer.hasRemaining()) {
                    if (file.read(buffer, from + buffer.position()) < 0) {
                        throw unusable(placement, "cut short");
                    }
                }
                smooth(buffer, done, placement.samples());
                out.write(buffer.array(), 0, buffer.limit());
                done += wanted;
            }
        }
    }

    private static void smooth(ByteBuffer buffer, long from, long samples) {
        for (var i = 0; i < buffer.limit() / WavFormat.BYTES_PER_SAMPLE; i++) {
            var edge = Math.min(from + i, samples - 1 - from - i);
            if (edge < EDGE) {
                var at = i * WavFormat.BYTES_PER_SAMPLE;
                buffer.putShort(at, (short) Math.round(buffer.getShort(at) * (edge / (double) EDGE)));
            }
        }
    }

    private static WavFormat format(Placement placement, FileChannel file) {
        WavFormat format;
        try {
            format = WavFormat.read(file);
        } catch (IOException e) {
            throw unusable(placement, String.valueOf(e.getMessage()));
        }
        if (format.channels() != 1 || format.sampleRate() != SAMPLE_RATE) {
            throw unusable(placement, "%d channels at %d Hz".formatted(format.channels(), format.sampleRate()));
        }
        if (format.frames() < placement.samples()) {
            throw unusable(placement, "%d samples".formatted(format.frames()));
        }
        return format;
    }

    private static CodedException unusable(Placement placement, String found) {
        return new CodedException(
                AudioErrorCode.NARRATION_UNUSABLE,
                "narration %s: %s (expected: %d samples, mono, %d Hz)"
                        .formatted(placement.audio(), found, placement.samples(), SAMPLE_RATE));
    }

    private static void silence(OutputStream out, long samples) throws IOException {
        var zeros = new byte[BUFFER];
        for (var left = samples * WavFormat.BYTES_PER_SAMPLE; left > 0; left -= BUFFER) {
            out.write(zeros, 0, (int) Math.min(BUFFER, left));
        }
    }
}
