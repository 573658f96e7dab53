package io.moneyprinter.tts.audio;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads plain WAV itself and leaves the rest to FFmpeg, which it asks for only then. */
@Component
final class FfmpegAudioDecoder implements AudioDecoder {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final ObjectProvider<Ffmpeg> ffmpeg;

    FfmpegAudioDecoder(ObjectProvider<Ffmpeg> ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public Pcm decode(Path file) {
        try {
            return Pcm.read(Pcm.reads(file) ? file : converted(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }

    private Path converted(Path file) {
        var wav = file.resolveSibling(file.getFileName() + ".wav");
        // The provider is trusted to send speech, not to choose a demuxer: WAV is what our own code wrote and named,
        // and what is not MP3 otherwise is refused.
        var command = FfmpegCommand.of(
                Input.of(file).with("f", file.toString().endsWith(".wav") ? "wav" : "mp3"),
                Output.to(wav, Pad.audio(0))
                        .with("ac", 1)
                        .with("ar", Pcm.SAMPLE_RATE)
                        .with("c:a", "pcm_s16le")
                        .with("f", "wav"));
        return switch (ffmpeg.getObject().run(command, DEADLINE)) {
            case Outcome.Failed failed
            when !failed.timedOut() ->
                throw new CodedException(
                        TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "The voice provider sent something that is no sound.");
            case Outcome outcome -> {
                Ffmpeg.require(outcome);
                yield wav;
            }
        };
    }
}
