package io.moneyprinter.video.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Mix;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Loudness;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.LoudnessMeter;
import io.moneyprinter.sound.music.MusicBed;
import io.moneyprinter.video.audio.MixCommands.Levels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the sound of a film from narration and music, once per request that sounds different. */
public final class Mixer {

    /** To be changed with anything that changes how a mix sounds. */
    static final int VERSION = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Mixer.class);

    /** Where the voice has to be for its compressor to do the right thing. */
    private static final double WORKING_LUFS = -20;

    /** Where voice and music are mixed, so that ducking does not depend on how loud the film is to be. */
    private static final double MIXED_LUFS = -14;

    /** How far the bed lies under the voice where nobody speaks; ducking takes it down further by about 9 dB. */
    private static final double BED_BELOW_VOICE = 7.5;

    /** The limiter leaves room for what AAC adds to peaks. */
    private static final double ROOM = 1;

    private static final double TOLERANCE = 0.1;
    private static final int ATTEMPTS = 6;

    /** The limiter takes back a part of what it is given; more than this is never given for a decibel. */
    private static final double STEEPEST = 4;

    /** A mix that is driven further is only distorted further. */
    private static final double HIGHEST_DRIVE = 30;

    private final ObjectStore store;
    private final Recordings recordings;

    public Mixer(ObjectStore store, Probe probe) {
        this.store = store;
        recordings = new Recordings(store, probe);
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
            return mix(key, request, loudness(key, request, deadline, runs), true);
        }
        try (var work = new Work(request, deadline, runs)) {
            var sound = work.sound();
            store.put(key, sound.m4a());
            keep(sound.loudness(), request);
            return mix(key, request, sound.loudness(), false);
        }
    }

    /** Measuring costs half as much as the last check of a whole film, so it is done once. */
    private Loudness loudness(ObjectKey key, MixRequest request, Duration deadline, Runs runs) {
        var known = loudnessKey(request);
        if (store.exists(known)) {
            return Loudness.parse(read(store.file(known)));
        }
        var loudness = measured(MixCommands.measure(store.file(key)), deadline, runs);
        keep(loudness, request);
        return loudness;
    }

    private void keep(Loudness loudness, MixRequest request) {
        store.put(loudnessKey(request), loudness.summary().getBytes(UTF_8));
    }

    private static ObjectKey loudnessKey(MixRequest request) {
        return new ObjectKey("mixes/%s.loudness.txt".formatted(request.digest(VERSION)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
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
            var spoken = LoudnessMeter.of(narration);
            var bed = bed();
            if (isSilent(spoken)) {
                return encoded(bed == null ? silent() : alone(bed));
            }
            var voice = file("f32");
            var log = runs.run(MixCommands.voice(narration, WORKING_LUFS - spoken, voice), deadline)
                    .log();
            var gain = MIXED_LUFS - Loudness.integrated(log);
            return encoded(bed == null ? unaccompanied(voice, gain) : accompanied(voice, gain, bed));
        }

        /**
         * Voice and music before the last step.
         *
         * @param gain that brings it to about the loudness where voice and music are mixed
         * @param loud whether there is anything whose loudness could be set: effects alone are not
         */
        private record Mixed(@Nullable Path raw, int channels, double gain, boolean loud) {}

        private Mixed silent() {
            return new Mixed(null, 2, 0, false);
        }

        private Mixed unaccompanied(Path voice, double gain) {
            return new Mixed(voice, 1, gain, true);
        }

        private Mixed alone(Path bed) {
            var music = LoudnessMeter.of(bed);
            if (isSilent(music)) {
                return silent();
            }
            var mix = file("f32");
            runs.run(MixCommands.alone(bed, MIXED_LUFS - music, request.samples(), mix), deadline);
            return new Mixed(mix, 2, 0, true);
        }

        private Mixed accompanied(Path voice, double gain, Path bed) {
            var music = LoudnessMeter.of(bed);
            var below = BED_BELOW_VOICE - request.musicVolume();
            var levels = new Levels(gain, isSilent(music) ? 0 : MIXED_LUFS - below - music);
            var mix = file("f32");
            runs.run(MixCommands.mix(voice, bed, levels, request.samples(), mix), deadline);
            return new Mixed(mix, 2, 0, true);
        }

        private static boolean isSilent(double lufs) {
            return lufs <= LoudnessMeter.SILENCE;
        }

        private Encoded encoded(Mixed mixed) {
            var master = new Master(
                    mixed.raw(),
                    mixed.channels(),
                    mixed.gain(),
                    request.samples(),
                    request.effects(),
                    request.target().isDense());
            var limited = file("f32");
            var m4a = file("m4a");
            var target = request.target();
            var limit = target.truePeakDbtp() - ROOM;
            for (var attempt = 1; ; attempt++) {
                limit(master, limit, mixed.loud(), limited);
                runs.run(MixCommands.encode(limited, m4a), deadline);
                var heard = measured(MixCommands.measure(m4a), deadline, runs);
                var over = heard.truePeakDbtp() - target.truePeakDbtp();
                if (over <= 0 || attempt >= ATTEMPTS) {
                    warnIfWrong(heard, mixed.loud());
                    return new Encoded(m4a, heard);
                }
                limit -= over + 0.2;
            }
        }

        /** Limits, looks how loud it became, and does it again with another gain until it is right. */
        private void limit(Master master, double limit, boolean loud, Path raw) {
            var target = request.target().integratedLufs();
            var drive = target - MIXED_LUFS;
            var lufs = master.write(drive, limit, raw);
            var slope = 1.0;
            for (var attempt = 1; loud && attempt < ATTEMPTS; attempt++) {
                var missing = target - lufs;
                if (Math.abs(missing) <= TOLERANCE || drive >= HIGHEST_DRIVE) {
                    return;
                }
                var step = Math.min(missing * slope, HIGHEST_DRIVE - drive);
                var before = lufs;
                drive += step;
                lufs = master.write(drive, limit, raw);
                slope = lufs == before ? STEEPEST : Math.clamp(step / (lufs - before), 1, STEEPEST);
            }
        }

        private void warnIfWrong(Loudness heard, boolean loud) {
            var target = request.target();
            if (loud && Math.abs(heard.integratedLufs() - target.integratedLufs()) > 0.5
                    || heard.truePeakDbtp() > target.truePeakDbtp()) {
                LOG.warn(
                        "mix is at {} LUFS, {} dBTP (expected: {} LUFS, at most {} dBTP)",
                        heard.integratedLufs(),
                        heard.truePeakDbtp(),
                        target.integratedLufs(),
                        target.truePeakDbtp());
            }
        }

        private @Nullable Path bed() {
            return switch (request.music()) {
                case Music.None() -> null;
                case Music.Composed composed -> {
                    var bed = file("wav");
                    new MusicBed(
                                    composed.genre(),
                                    composed.mood(),
                                    composed.seed(),
                                    request.samples(),
                                    composed.steady())
                            .writeTo(bed);
                    yield bed;
                }
                case Music.Recorded recorded -> {
                    var bed = file("wav");
                    recordings.repeat(recorded.file(), request.samples(), deadline, runs, file("wav"), bed);
                    yield bed;
                }
            };
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
