package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.video.CameraMove;
import io.moneyprinter.contracts.video.Easing;
import io.moneyprinter.contracts.video.Fit;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Films by chance: clips of every rate, photos, designed pictures, pauses, transitions, speeds and captions. Whatever
 * comes together, every chunk has exactly the frames that are planned, and the chunks are the film.
 */
class RandomFilmTests {

    /** More are made on request: it takes seconds for each. */
    private static final int FILMS = Integer.getInteger("moneyprinter.films", 70);

    private static final List<String> RATES = List.of("30000/1001", "24000/1001", "25", "30", "50", "60000/1001", "12");

    @TempDir
    Path work;

    @Test
    void haveExactlyThePlannedFrames() {
        var media = new Film(work);
        var clips = new ArrayList<Visual>();
        for (var rate : RATES) {
            clips.add(clip(media, rate));
        }
        clips.add(media.still("photo", 200, 300, 1, 1.2));
        clips.add(media.still("wide", 300, 100, 1.2, 1));
        clips.add(new Composition(List.of(media.background("ground", "0x335577"))));

        IntStream.range(0, FILMS).parallel().forEach(seed -> check(new Random(seed), clips, seed));
    }

    private void check(Random random, List<Visual> clips, int seed) {
        var captioning =
                new PaintedCaptioning(List.of(PaintedCaptioning.range(random.nextInt(20), 1 + random.nextInt(30))));
        var film = new Film(work, captioning);
        // A fifth of a second before the first word.
        var expected = pictures(9_600);
        var sentences = 1 + random.nextInt(4);
        for (var i = 0; i < sentences; i++) {
            var length = Duration.ofMillis(80 + random.nextInt(1_400));
            var pause = i < sentences - 1 ? Duration.ofMillis(random.nextInt(300)) : Duration.ZERO;
            film.sentence(
                    length, pause, clips.get(random.nextInt(clips.size())), clips.get(random.nextInt(clips.size())));
            // A second after the last word; a picture that has begun is never cut short.
            var rest = i < sentences - 1 ? pause : Duration.ofSeconds(1);
            expected += pictures(48 * (length.toMillis() + rest.toMillis()));
        }
        var plan = film.plan(settings(random), Duration.ofMillis(200 + random.nextInt(2_000)));
        var nowhere = directory(seed).resolve("none");

        assertThat(plan.frames()).as("film %d", seed).isEqualTo(expected);
        var frames = 0L;
        for (var chunk : plan.chunks()) {
            assertThat(chunk.firstFrame()).as("film %d", seed).isEqualTo(frames);
            var command = film.command(chunk, List.of(Option.of("f", "null")), nowhere);
            var finished = Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(1)));
            assertThat(finished.frames())
                    .as("film %d, chunk %d: %s", seed, chunk.index(), chunk.segments())
                    .isEqualTo(chunk.frames());
            frames += chunk.frames();
        }
        assertThat(frames).isEqualTo(plan.frames());
    }

    private Path directory(int seed) {
        try {
            return Files.createDirectory(work.resolve("film" + seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long pictures(long samples) {
        return Math.ceilDiv(samples * Film.CANVAS.fps(), 48_000);
    }

    private static VideoSettings settings(Random random) {
        var picture = new PictureSettings(
                any(random, Fit.values()),
                random.nextDouble(),
                random.nextDouble(),
                null,
                any(random, CameraMove.values()),
                any(random, Easing.values()),
                0.5 + random.nextInt(16) / 10.0,
                0.1 + random.nextInt(10) / 10.0,
                null,
                null,
                null,
                null);
        return VideoSettings.DEFAULT
                .withTransition(any(random, TransitionStyle.values()))
                .withPicture(picture);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Visual clip(Film film, String rate) {
        var source = filter("testsrc2").with("size", "96x54").with("rate", rate).with("duration", 1.5);
        var file = GeneratedMedia.silentVideo(work.resolve("clip-" + rate.replace('/', '-') + ".mp4"), source);
        return new Visual.Footage(film.put(file), 96, 54, Duration.ofMillis(1_500));
    }
}
