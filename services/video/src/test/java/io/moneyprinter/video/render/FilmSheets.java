package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.CameraMove;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Fit;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Contact sheets of whole films: each transition along its way, each fit for each shape, each move of the camera. */
final class FilmSheets {

    private static final int STEPS = 5;
    private static final int COLUMNS = 2 * STEPS;
    private static final Duration SHOT = Duration.ofSeconds(4);
    private static final Duration WHOLE = Duration.ofHours(1);

    private final Path home;
    private final Path directory;
    private final Path work;

    FilmSheets(Path home, Path directory, Path work) {
        this.home = home;
        this.directory = directory;
        this.work = work;
    }

    void transitions() throws IOException {
        var canvas = new Canvas(216, 384, 30);
        var day = Scenery.png(home, work.resolve("day.png"), 540, 960);
        var night = dyed(day);
        var sheet = new ContactSheet(home, COLUMNS);
        var styles = Arrays.stream(TransitionStyle.values())
                .filter(style -> style != TransitionStyle.CUT && style != TransitionStyle.VARIED)
                .toList();
        for (var style : styles) {
            var film = new Film(Files.createTempDirectory(work, "film")).on(canvas);
            film.sentence(SHOT, still(film, day)).sentence(SHOT, still(film, night));
            var picture = new PictureSettings(
                    null, null, null, null, CameraMove.NONE, null, null, 1.0, null, null, null, null);
            var plan = film.plan(VideoSettings.DEFAULT.withTransition(style).withPicture(picture), WHOLE);
            var blend = blend(plan);
            add(sheet, name(style), frames(film, plan, 108, 192), blend[0], blend[1]);
        }
        sheet.write(directory.resolve("transitions.jpg"), work);
    }

    void moves() throws IOException {
        var canvas = new Canvas(216, 384, 30);
        var day = Scenery.png(home, work.resolve("day.png"), 810, 1440);
        var sheet = new ContactSheet(home, COLUMNS);
        for (var move : CameraMove.values()) {
            var film = new Film(Files.createTempDirectory(work, "film")).on(canvas);
            film.sentence(SHOT, still(film, day));
            var picture = new PictureSettings(null, null, null, null, move, null, null, null, null, null, null, null);
            var plan = film.plan(VideoSettings.DEFAULT.withPicture(picture), WHOLE);
            add(sheet, name(move), frames(film, plan, 108, 192), 0, plan.frames());
        }
        sheet.write(directory.resolve("camera-moves.jpg"), work);
    }

    void fits() throws IOException {
        for (var canvas : List.of(new Canvas(270, 480, 30), new Canvas(480, 270, 30))) {
            var sheet = new ContactSheet(home, canvas.width() < canvas.height() ? 9 : 3);
            for (var fit : Fit.values()) {
                for (var shape : List.of("1280x720", "720x1280", "960x960")) {
                    var cross = shape.indexOf('x');
                    var source = Scenery.png(
                            home,
                            work.resolve("source.png"),
                            Integer.parseInt(shape.substring(0, cross)),
                            Integer.parseInt(shape.substring(cross + 1)));
                    var film = new Film(Files.createTempDirectory(work, "film")).on(canvas);
                    film.sentence(Duration.ofSeconds(1), still(film, source));
                    var picture = new PictureSettings(
                            fit, null, null, "#336699", CameraMove.NONE, null, null, null, null, null, null, null);
                    var plan = film.plan(VideoSettings.DEFAULT.withPicture(picture), WHOLE);
                    var frames = frames(film, plan, canvas.width(), canvas.height());
                    sheet.add("%s, %s".formatted(name(fit), shape), one(frames, 10));
                }
            }
            sheet.write(directory.resolve("fits-%dx%d.jpg".formatted(canvas.width(), canvas.height())), work);
        }
    }

    /** Frames at equal distances, the first and the last included. */
    private static void add(ContactSheet sheet, String name, Pixels frames, long from, long length) {
        for (var step = 0; step < STEPS; step++) {
            var share = step / (STEPS - 1.0);
            var label = step == 0 ? name : "%d %%".formatted(Math.round(100 * share));
            sheet.add(label, one(frames, (int) (from + Math.round(share * (length - 1)))));
        }
    }

    private static Pixels one(Pixels frames, int frame) {
        return new Pixels(frames.frame(frame), frames.width(), frames.height());
    }

    /** The first frame and the length of the only transition. */
    private static long[] blend(FilmPlan plan) {
        var at = 0L;
        for (var segment : plan.chunks().getFirst().segments()) {
            if (segment instanceof Segment.Blend) {
                return new long[] {at, segment.frames()};
            }
            at += segment.frames();
        }
        throw new AssertionError("the film has no transition");
    }

    private static Pixels frames(Film film, FilmPlan plan, int width, int height) throws IOException {
        var file = film.work.resolve("frames.rgb");
        var raw = List.of(
                Option.of("f", "rawvideo"),
                Option.of("c:v", "rawvideo"),
                Option.of("pix_fmt", "rgb24"),
                Option.of("s", width + "x" + height));
        var command = film.command(plan.chunks().getFirst(), raw, file);
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(2)));
        return new Pixels(Files.readAllBytes(file), width, height);
    }

    private static Visual still(Film film, Path picture) throws IOException {
        var key = new ObjectKey("media/" + picture.getFileName());
        var copy = Files.copy(picture, film.work.resolve(picture.getFileName()));
        film.store.put(key, copy);
        var size = javax.imageio.ImageIO.read(picture.toFile());
        return new Visual.Still(key, size.getWidth(), size.getHeight(), 1, 1.12, 0.5, 0.5);
    }

    /** The same place from the other side, in other light. */
    private Path dyed(Path picture) {
        var file = work.resolve("night.png");
        var chains = new Chains();
        var end = chains.chain(
                chains.input(Input.of(picture)),
                List.of(filter("hflip"), filter("hue").with("h", 150).with("b", -1)));
        var output = Output.to(file, end).with("frames:v", 1).with("update", 1);
        Ffmpeg.require(SharedFfmpeg.ffmpeg()
                .run(FfmpegCommand.of(chains.inputs(), chains.graph(), output), Duration.ofMinutes(1)));
        return file;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
