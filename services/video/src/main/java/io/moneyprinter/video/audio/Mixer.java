package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Mix;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.audio.MixCommands.Levels;
import io.moneyprinter.video.music.MusicBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the sound of a film from narration and music, once per request that sounds different. */
public final class Mixer {

    /** To be changed with anything that changes how a mix sounds. */
    static final int VERSION = 1;

    static final double TARGET_LUFS = -14;

    private static final Logger LOG = LoggerFactory.getLogger(Mixer.class);

    /** Where the voice has to be for its compressor to do the right thing. */
    private static final double WORKING_LUFS = -20;

    /** How far the bed lies under the voice where nobody speaks; ducking takes it down further by about 9 dB. */
    private static final double BED_BELOW_VOICE = 7.5;

    /** The limiter leaves room for what AAC adds to peaks. */
    private static final double LIMIT_DBTP = -2;

    /** A gain may raise the limited mix to here and no further. */
    private static final double HIGHEST_DBTP = -1.5;

    /** What the encoded file must not exceed. */
    private static final double CEILING_DBTP = -1;

    private static final double TOLERANCE = 0.3;
    private static final int ATTEMPTS = 6;

    private final ObjectStore store;
    private final Probe probe;

    public Mixer(ObjectStore store, Probe probe) {
        this.store = store;
        this.probe = probe;
    }

    /**
     * Returns when the mix is stored; measured on the encoded file.
     *
     * @throws io.moneyprinter.problem.CodedException an {@link AudioErrorCode}, or what {@code runs} throws
     */
    public Mix mix(MixRequest request, Runs runs) {
        var key = key(request);
        var deadline = deadline(request);
        if (store.exists(key)) {
            return mix(key, request, measured(MixCommands.measure(store.file(key)), deadline, runs), true);
        }
        try (var work = new Work(request, deadline, runs)) {
            var sound = work.sound();
            store.put(key, sound.m4a());
            return mix(key, request, sound.loudness(), false);
        }
    }

    /** Where the mix of a request is, or will be. */
    public ObjectKey key(MixRequest request) {
        return new ObjectKey("mixes/%s.m4a".formatted(request.digest(VERSION)));
    }

    private static Mix mix(ObjectKey key, MixRequest request, Loudness loudness, boolean cached) {
        var duration = Duration.ofNanos(Math.round(request.samples() * 1e9 / NarrationTrack.SAMPLE_RATE));
        return new Mix(key, duration, loudness.integratedLufs(), loudness.truePeakDbtp(), cached);
    }

    private static Loudness measured(FfmpegCommand command, Duration deadline, Runs runs) {
        return Loudness.parse(runs.run(command, deadline).log());
    }

    /** A hundred times what it takes on a slow machine. */
    private static Duration deadline(MixRequest request) {
        return Duration.ofMinutes(2).plusSeconds(2 * request.samples() / NarrationTrack.SAMPLE_RATE);
    }

    private record Encoded(Path m4a, Loudness loudness) {}

    /** The files on the way to one mix; gone when it is closed. */
    private final class Work implements AutoCloseable {

        private final MixRequest request;
        private final Duration deadline;
        private final Runs runs;
        private final List<Path> files = new ArrayList<>();

        Work(MixRequest request, Duration deadline, Runs runs) {
            this.request = request;
            this.deadline = deadline;
            this.runs = runs;
        }

        Encoded sound() {
            var narration = file("wav");
            new NarrationTrack(store).write(request.narration(), request.samples(), narration);
            var raw = measured(MixCommands.measure(narration), deadline, runs);
            var voice = file("wav");
            var toWork = raw.isSilent() ? 0 : WORKING_LUFS - raw.integratedLufs();
            var spoken = measured(MixCommands.voice(narration, toWork, voice), deadline, runs);
            var bed = bed();
            return encoded(voice, bed, levels(spoken, bed));
        }

        private Levels levels(Loudness voice, @Nullable Path bed) {
            var voiceGain = voice.isSilent() ? 0 : TARGET_LUFS - voice.integratedLufs();
            if (bed == null) {
                return new Levels(voiceGain, 0, 0, LIMIT_DBTP);
            }
            var music = measured(MixCommands.measure(bed), deadline, runs);
            var below = voice.isSilent() ? 0 : BED_BELOW_VOICE - request.musicVolume();
            var bedGain = music.isSilent() ? 0 : TARGET_LUFS - below - music.integratedLufs();
            return new Levels(voiceGain, bedGain, 0, LIMIT_DBTP);
        }

        /** Mixes, looks how loud it is, and does it again with other levels until it is right. */
        private Encoded encoded(Path voice, @Nullable Path bed, Levels first) {
            var mix = file("wav");
            var m4a = file("m4a");
            var levels = first;
            for (var attempt = 1; ; attempt++) {
                var mixed = measured(
                        bed == null
                                ? MixCommands.mix(voice, levels, request.samples(), mix)
                                : MixCommands.mix(voice, bed, levels, request.samples(), mix),
                        deadline,
                        runs);
                var missing = mixed.isSilent() ? 0 : TARGET_LUFS - mixed.integratedLufs();
                var gain = Math.min(missing, Math.max(0, HIGHEST_DBTP - mixed.truePeakDbtp()));
                if (missing - gain > TOLERANCE && attempt < ATTEMPTS) {
                    // The limiter takes back a part of what it is given.
                    levels = levels.louder(1.3 * (missing - gain) + 0.2);
                    continue;
                }
                runs.run(MixCommands.encode(mix, gain, m4a), deadline);
                var heard = measured(MixCommands.measure(m4a), deadline, runs);
                if (heard.truePeakDbtp() <= CEILING_DBTP || attempt >= ATTEMPTS) {
                    warnIfWrong(heard);
                    return new Encoded(m4a, heard);
                }
                levels = levels.limitedTo(levels.limit() - (heard.truePeakDbtp() - CEILING_DBTP) - 0.3);
            }
        }

        private void warnIfWrong(Loudness heard) {
            if (!heard.isSilent() && Math.abs(heard.integratedLufs() - TARGET_LUFS) > 0.5
                    || heard.truePeakDbtp() > CEILING_DBTP) {
                LOG.warn(
                        "mix is at {} LUFS, {} dBTP (expected: {} LUFS, at most {} dBTP)",
                        heard.integratedLufs(),
                        heard.truePeakDbtp(),
                        TARGET_LUFS,
                        CEILING_DBTP);
            }
        }

        private @Nullable Path bed() {
            return switch (request.music()) {
                case Music.None() -> null;
                case Music.Composed composed -> {
                    var bed = file("wav");
                    new MusicBed(composed.mood(), composed.seed(), request.samples()).writeTo(bed);
                    yield bed;
                }
                case Music.Recorded recorded -> repeated(recorded.file());
            };
        }

        private Path repeated(ObjectKey key) {
            var recording = store.file(key);
            var expected = Expected.of(Set.of(MediaInfo.Kind.AUDIO), key.extension());
            var format = probe.inspect(recording, expected).format();
            var decoded = file("wav");
            runs.run(MixCommands.decode(recording, format, request.samples(), decoded), deadline);
            var bed = file("wav");
            RepeatedMusic.write(decoded, request.samples(), bed);
            return bed;
        }

        private Path file(String extension) {
            var file = store.newFile(extension);
            files.add(file);
            return file;
        }

        @Override
        public void close() {
            try {
                for (var file : files) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove what a mix left behind", e);
            }
        }
    }
}
