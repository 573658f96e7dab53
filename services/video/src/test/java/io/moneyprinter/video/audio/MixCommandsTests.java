package io.moneyprinter.video.audio;

import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MixCommandsTests {

    private static final MixCommands.Levels LEVELS = new MixCommands.Levels(6, -4);

    @Test
    void measures() {
        Golden.assertMatches(
                "audio-measure.ffmpeg", MixCommands.measure(Path.of("in.wav")).toString());
    }

    @Test
    void decodesMusic() {
        var command = MixCommands.decode(Path.of("song.mp3"), MediaFormat.MP3, 2_880_000, Path.of("song.wav"));

        Golden.assertMatches("audio-decode.ffmpeg", command.toString());
    }

    @Test
    void cleansTheVoice() {
        var command = MixCommands.voice(Path.of("narration.wav"), 3, Path.of("voice.f32"));

        Golden.assertMatches("audio-voice.ffmpeg", command.toString());
    }

    @Test
    void mixesVoiceAndMusic() {
        var command = MixCommands.mix(Path.of("voice.f32"), Path.of("bed.wav"), LEVELS, 2_880_000, Path.of("mix.f32"));

        Golden.assertMatches("audio-mix.ffmpeg", command.toString());
    }

    @Test
    void fadesMusicAlone() {
        var command = MixCommands.alone(Path.of("bed.wav"), -4, 2_880_000, Path.of("mix.f32"));

        Golden.assertMatches("audio-music-alone.ffmpeg", command.toString());
    }

    @Test
    void encodes() {
        Golden.assertMatches(
                "audio-encode.ffmpeg",
                MixCommands.encode(Path.of("mix.f32"), Path.of("mix.m4a")).toString());
    }
}
