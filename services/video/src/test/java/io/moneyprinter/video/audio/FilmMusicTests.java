package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmMusicTests {

    private static final int SECOND = Sound.SECOND;

    @TempDir
    Path work;

    private final AtomicInteger runs = new AtomicInteger();

    /** Of all files that FFmpeg wrote, in bytes. */
    private final AtomicLong largest = new AtomicLong();

    private ObjectStore store;
    private FilmMusic music;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        music = new FilmMusic(store, SharedFfmpeg.ffmpeg().probe(), video -> (command, deadline) -> {
            runs.incrementAndGet();
            var finished = Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, deadline));
            command.outputs().forEach(output -> largest.accumulateAndGet(size(output), Math::max));
            return finished;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "             , Why bees dance   ,                         , corporate:calm:3       , 'the title says ''why'''",
        "auto         , Nine numbers     , 'Inspiring, documentary', cinematic:hopeful:3    , 'tone and style say ''documentary''; tone and style say ''inspiring'''",
        "             , Top ten          , humorous                , acoustic:happy:3       , 'tone and style say ''humorous'''",
        "lofi         , Nine numbers     ,                         , lofi:calm:3            , 'lofi was asked for; calm is usual for lofi'",
        "lofi         , A war            ,                         , lofi:dramatic:3        , 'lofi was asked for; the title says ''war'''",
        "dark         , Why bees dance   , cheerful                , cinematic:dark:3       , 'dark was asked for; cinematic is usual for it'",
        "lofi:dark:-8 , Why bees dance   , cheerful                , lofi:dark:-8           , 'lofi:dark:-8 was asked for'",
        "none         , Why bees dance   , cheerful                , none                   , 'none was asked for'",
    })
    void saysWhyItChose(@Nullable String wanted, String title, @Nullable String manner, String chosen, String reason) {
        var choice = music.choose(request(wanted, title, manner, null));

        assertThat(choice.music()).isEqualTo(chosen);
        assertThat(choice.reason()).isEqualTo(reason);
    }

    @Test
    void leavesTheChoiceToTheSeedWhereNoWordSaysAnything() {
        var choice = music.choose(request(null, "Nine numbers", "plain", null));

        assertThat(choice).isEqualTo(music.choose(request("auto", "Nine numbers", "plain", null)));
        assertThat(choice.reason()).contains("the seed chose");
        assertThat(Music.of(choice.music(), null, "Nine numbers", 0))
                .isEqualTo(Music.of(null, null, "Nine numbers", 3));
    }

    @Test
    void takesTheFileThatIsNamed() {
        var choice = music.choose(request("song", "Why bees dance", "dark", new ObjectKey("assets/a.wav")));

        assertThat(choice.music()).isEqualTo("song");
        assertThat(choice.bpm()).isNull();
        assertThat(music.tempo(choice, false, 10L * SECOND)).isNull();
    }

    @Test
    void refusesAWordThatNamesNothing() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> music.choose(request("polka", "Why bees dance", null, null)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(AudioErrorCode.MUSIC_UNKNOWN));
    }

    @Test
    void knowsTheBeatsOfWhatItComposes() {
        var request = request("electronic:energetic:3", "Why bees dance", null, null);
        var choice = music.choose(request);

        var beats = music.beats(request, choice, 30L * SECOND);
        var longer = music.beats(request, choice, 45L * SECOND);

        assertThat(beats.getFirst()).isZero();
        assertThat(beats.getLast()).isBetween(29.4, 30.0);
        assertThat(60 / beats.get(1)).isCloseTo(music.tempo(choice, true, 30L * SECOND), within(0.01));
        // A film that becomes longer keeps the cuts that it has.
        assertThat(longer.subList(0, beats.size())).isEqualTo(beats);
        assertThat(runs).hasValue(0);
    }

    @Test
    void listensToFilesAsTheFilmHasThem() throws IOException {
        var key = clicks(20).storeIn(store, "assets");
        var request = request("song", "Why bees dance", null, key);
        var choice = music.choose(request);

        var beats = music.beats(request, choice, 50L * SECOND);

        assertThat(beats).hasSizeBetween(96, 101);
        assertThat(beats).allSatisfy(beat -> {
            var off = (beat - 0.1) / 0.5 - Math.rint((beat - 0.1) / 0.5);
            assertThat(Math.abs(off) * 0.5).isLessThan(0.035);
        });
        var before = runs.get();
        assertThat(music.beats(request, choice, 50L * SECOND)).isEqualTo(beats);
        assertThat(runs).hasValue(before);
    }

    /** A film of forty minutes would be 200 MB of samples, twice. */
    @Test
    void listensOnceToWhatIsHeardAgainAndAgain() throws IOException {
        var key = clicks(20).storeIn(store, "assets");
        var request = request("song", "Why bees dance", null, key);
        var length = 40 * 60;

        var beats = music.beats(request, music.choose(request), (long) length * SECOND);

        assertThat(largest).hasValueLessThan(21L * SECOND * Float.BYTES);
        assertThat(beats).hasSizeBetween(2 * length - 30, 2 * length + 1);
        assertThat(beats.getLast()).isBetween(length - 1.0, (double) length);
        for (var i = 1; i < beats.size(); i++) {
            // Where the loop meets itself it may be late by what a drummer may.
            assertThat(beats.get(i) - beats.get(i - 1)).as("beat %d", i).isCloseTo(0.5, within(0.07));
        }
    }

    @Test
    void hearsNoBeatsInRain() throws IOException {
        var random = new Random(3);
        var key = Sound.of(12, i -> 0.1 * random.nextGaussian()).storeIn(store, "assets");
        var request = request("song", "Why bees dance", null, key);

        assertThat(music.beats(request, music.choose(request), 12L * SECOND)).isEmpty();
    }

    private static long size(Output output) {
        try {
            return output.file() == null ? 0 : Files.size(output.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half a second apart, from a tenth of a second. */
    static Sound clicks(double seconds) {
        return Sound.of(seconds, i -> {
            var since = (i - 4_800 + 24_000) % 24_000;
            return i < 4_800 ? 0 : 0.6 * Math.exp(-since / 1_200.0) * Math.sin(2 * Math.PI * 150 * since / SECOND);
        });
    }

    private static PlanRequest request(
            @Nullable String wanted, String title, @Nullable String manner, @Nullable ObjectKey file) {
        var speech = new Speech(new ObjectKey("speech/a.wav"), 48_000, 48_000, List.of(), "test", "voice", false);
        var still = new Visual.Still(new ObjectKey("media/a.png"), 100, 100, 1, 1, 0.5, 0.5);
        var sentence = new SpokenSentence("Text.", Duration.ZERO, speech, new Shot(List.of(still), "own", null));
        return new PlanRequest(
                UserId.LOCAL,
                new VideoId("v"),
                title,
                "en",
                new Canvas(180, 320, 30),
                VideoSettings.DEFAULT.withMusic(wanted),
                3,
                file,
                PlanRequest.NamedFiles.NONE,
                Map.of(),
                List.of(sentence),
                null,
                1,
                manner);
    }
}
