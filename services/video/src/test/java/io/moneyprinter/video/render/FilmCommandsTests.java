package io.moneyprinter.video.render;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.testing.Golden;
import io.moneyprinter.video.encode.AudioEncoding;
import io.moneyprinter.video.encode.Profile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmCommandsTests {

    private static final Canvas CANVAS = new Canvas(1080, 1920, 30);
    private static final Path FILM = Path.of("/store/film.mp4");

    @ParameterizedTest
    @CsvSource({"h264,MP4,web", "hevc,MOV,web", "vp9,WEBM,web", "h264,MP4,reels"})
    void joinsAndFinishes(String codec, Container container, String preset) {
        var output = new OutputSettings(container, null, null, null, Device.CPU);
        var profile = Profile.of(VideoSettings.DEFAULT.withEncoding(codec, null, preset, output), CANVAS);
        var file = Path.of("/work/out." + profile.extension());

        var join = FilmCommands.join(Path.of("/work/chunks.ffconcat"), Path.of("/mix.m4a"), CANVAS, profile, file);
        var optimise = FilmCommands.optimise(file, "It's: 100%", profile, file);

        Golden.assertMatches(codec + "-" + preset + "-join.ffmpeg", join.toString());
        Golden.assertMatches(codec + "-" + preset + "-optimise.ffmpeg", optimise.toString());
    }

    @Test
    void makesAChunkSmaller() {
        var command = FilmCommands.scale(
                FILM, new Canvas(540, 960, 30), 2, 1, List.of(Option.of("c:v", "x")), Path.of("/work/out.mp4"));

        Golden.assertMatches("scale.ffmpeg", command.toString());
    }

    @Test
    void takesStills() {
        var sheet = StillCommands.contactSheet(FILM, CANVAS, List.of(0L, 30L), Path.of("/work/out.jpg"));
        var still = StillCommands.still(FILM, CANVAS, 45, Path.of("/work/out.jpg"));
        var samples = StillCommands.samples(
                StillCommands.Source.film(FILM), CANVAS, List.of(7L, 9L), Path.of("/work/out.gray"));

        Golden.assertMatches("contact-sheet.ffmpeg", sheet.toString());
        Golden.assertMatches("still.ffmpeg", still.toString());
        Golden.assertMatches("samples.ffmpeg", samples.toString());
    }

    @Test
    void takesAnimationsAndSound() {
        var size = StillCommands.Size.within(CANVAS, 480);
        var mp3 = new AudioEncoding(AudioEncoding.Codec.MP3, 160);

        Golden.assertMatches(
                "gif.ffmpeg",
                ExtractCommands.gif(FILM, size, Path.of("/work/out.gif")).toString());
        Golden.assertMatches(
                "webp.ffmpeg",
                ExtractCommands.webp(FILM, size, Path.of("/work/out.webp")).toString());
        Golden.assertMatches(
                "mp3.ffmpeg",
                ExtractCommands.sound(Path.of("/mix.m4a"), "A film", mp3, Path.of("/work/out.mp3"))
                        .toString());
    }
}
