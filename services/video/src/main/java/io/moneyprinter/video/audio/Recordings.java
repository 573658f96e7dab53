package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.beat.Listening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Users' own music, as long as a film. */
final class Recordings {

    private final ObjectStore store;
    private final Probe probe;

    Recordings(ObjectStore store, Probe probe) {
        this.store = store;
        this.probe = probe;
    }

    /**
     * Writes exactly so many samples of it.
     *
     * @param decoded a file for what is on the way
     * @throws io.moneyprinter.problem.CodedException an {@link AudioErrorCode}, or what {@code runs} throws
     */
    void repeat(ObjectKey key, long samples, Duration deadline, Runs runs, Path decoded, Path bed) {
        var recording = store.file(key);
        var expected = Expected.of(Set.of(MediaInfo.Kind.AUDIO), key.extension());
        var format = probe.inspect(recording, expected).format();
        runs.run(MixCommands.decode(recording, format, samples, decoded), deadline);
        RepeatedMusic.write(decoded, samples, bed);
    }

    /** When its beats are in a film of that length, in milliseconds; none where it has no beat. */
    List<Integer> beats(ObjectKey key, long samples, Duration deadline, Runs runs) {
        var decoded = store.newFile("wav");
        var bed = store.newFile("wav");
        var raw = store.newFile("f32");
        try {
            repeat(key, samples, deadline, runs, decoded, bed);
            runs.run(MixCommands.listen(bed, Listening.SAMPLE_RATE, raw), deadline);
            return Listening.of(samples(raw)).beats();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + raw, e);
        } finally {
            List.of(decoded, bed, raw).forEach(Recordings::delete);
        }
    }

    private static float[] samples(Path raw) throws IOException {
        var floats = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        var samples = new float[floats.remaining()];
        floats.get(samples);
        return samples;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }
}
