package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.audio.WaveWriter;
import io.moneyprinter.tts.audio.WorkDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Joins sentences and writes them as one file. The same sentences in the same format are written once. */
@Component
class AudioEncoder {

    /** Changes whenever the same sentences would become another file. */
    private static final int VERSION = 1;

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    /** What probes round to. */
    private static final double ROUNDING = 0.001;

    private final ObjectProvider<Ffmpeg> ffmpeg;
    private final ObjectStore store;

    AudioEncoder(ObjectProvider<Ffmpeg> ffmpeg, ObjectStore store) {
        this.ffmpeg = ffmpeg;
        this.store = store;
    }

    ObjectKey encode(List<Piece> pieces, Encoding encoding, int sampleRate) {
        var key = new ObjectKey(
                "reading/%s.%s".formatted(Digests.of(VERSION, encoding, sampleRate, pieces), encoding.extension()));
        if (store.exists(key)) {
            return key;
        }
        try (var directory = WorkDirectory.in(store, "reading")) {
            var joined = directory.path().resolve("joined.wav");
            join(pieces, joined);
            store.put(key, encoding.isPlain(sampleRate) ? joined : encoded(pieces, joined, encoding, sampleRate));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + key, e);
        }
    }

    private void join(List<Piece> pieces, Path file) throws IOException {
        try (var wave = WaveWriter.create(file, samples(pieces))) {
            for (var piece : pieces) {
                wave.append(store.file(piece.audio()));
                wave.silence(piece.pause());
            }
        }
    }

    private Path encoded(List<Piece> pieces, Path joined, Encoding encoding, int sampleRate) {
        var file = joined.resolveSibling("encoded." + encoding.extension());
        var command = FfmpegCommand.of(
                Input.of(joined).with("f", "wav"),
                Output.to(file, Pad.audio(0))
                        .with("ar", sampleRate)
                        .with(encoding.options())
                        .with("map_metadata", -1)
                        .with("fflags", "+bitexact"));
        Ffmpeg.require(ffmpeg.getObject().run(command, DEADLINE));
        check(file, samples(pieces) / (double) Pcm.SAMPLE_RATE, encoding, sampleRate);
        return file;
    }

    private void check(Path file, double seconds, Encoding encoding, int sampleRate) {
        var info = ffmpeg.getObject()
                .probe()
                .inspect(file, Expected.of(Set.of(MediaInfo.Kind.AUDIO), encoding.extension()));
        var found = info.duration().toNanos() / 1e9;
        if (Math.abs(found - seconds) > encoding.frame(sampleRate) + ROUNDING) {
            throw new CodedException(
                    TtsErrorCode.SPEECH_NOT_ENCODED,
                    "%s at %d Hz: %.4f s (expected: %.4f s)".formatted(encoding, sampleRate, found, seconds));
        }
    }

    private static long samples(List<Piece> pieces) {
        return pieces.stream()
                .mapToLong(piece -> piece.samples() + piece.pause())
                .sum();
    }
}
