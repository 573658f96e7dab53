package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.beat.Listening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Users' own music, as long as a film. */
final class Recordings {

    /** Milliseconds between two beats of the fastest music. */
    private static final int CLOSEST = 250;

    private final ObjectStore store;
    private final Probe probe;
    private final long piece;

    Recordings(ObjectStore store, Probe probe) {
        this(store, probe, Listening.LONGEST);
    }

    /** @param piece how much is listened to at a time, at most {@link Listening#LONGEST} */
    Recordings(ObjectStore store, Probe probe, Duration piece) {
        this.store = store;
        this.probe = probe;
        this.piece = piece.toSeconds() * NarrationTrack.SAMPLE_RATE;
    }

    /**
     * Writes exactly so many samples of it.
     *
     * @param decoded a file for what is on the way
     * @throws io.moneyprinter.problem.CodedException an {@link AudioErrorCode}, or what {@code runs} throws
     */
    void repeat(ObjectKey key, long samples, Duration deadline, Runs runs, Path decoded, Path bed) {
        decode(key, samples, deadline, runs, decoded);
        try (var arena = Arena.ofConfined()) {
            RepeatedMusic.of(decoded, samples, arena).write(bed);
        }
    }

    private void decode(ObjectKey key, long samples, Duration deadline, Runs runs, Path decoded) {
        var recording = store.file(key);
        var expected = Expected.of(Set.of(MediaInfo.Kind.AUDIO), key.extension());
        var format = probe.inspect(recording, expected).format();
        runs.run(MixCommands.decode(recording, format, samples, decoded), deadline);
    }

    /**
     * When its beats are in a film of that length, in milliseconds; none where it has no beat. What is heard again and
     * again is listened to once, and what is long a piece at a time.
     */
    List<Integer> beats(ObjectKey key, long samples, Duration deadline, Runs runs) {
        var decoded = store.newFile("wav");
        try {
            decode(key, samples, deadline, runs, decoded);
            try (var arena = Arena.ofConfined()) {
                var music = RepeatedMusic.of(decoded, samples, arena);
                return inMilliseconds(music.repeated(heard(decoded, music.once(), deadline, runs)));
            }
        } finally {
            store.discard(decoded);
        }
    }

    /** Beats in samples. */
    private List<Long> heard(Path decoded, long samples, Duration deadline, Runs runs) {
        var pieces = Math.ceilDiv(samples, piece);
        var beats = new ArrayList<Long>();
        for (var i = 0L; i < pieces; i++) {
            var from = samples * i / pieces;
            heard(decoded, from, samples * (i + 1) / pieces, deadline, runs).beats().stream()
                    .map(beat -> from + beat * (long) NarrationTrack.SAMPLE_RATE / 1_000)
                    .forEach(beats::add);
        }
        return beats;
    }

    private Listening heard(Path decoded, long from, long to, Duration deadline, Runs runs) {
        var raw = store.newFile("f32");
        try {
            runs.run(MixCommands.listen(decoded, from, to, Listening.SAMPLE_RATE, raw), deadline);
            return Listening.of(raw);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + raw, e);
        } finally {
            store.discard(raw);
        }
    }

    /** Where two pieces, or the end and the beginning, meet, one beat may be heard from both sides. */
    private static List<Integer> inMilliseconds(List<Long> beats) {
        var apart = new ArrayList<Integer>();
        for (var beat : beats) {
            var at = (int) Math.round(beat * 1_000.0 / NarrationTrack.SAMPLE_RATE);
            if (apart.isEmpty() || at - apart.getLast() >= CLOSEST) {
                apart.add(at);
            }
        }
        return apart;
    }
}
