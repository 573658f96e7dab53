package io.moneyprinter.tts.recording;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.audio.Pcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns a stranger's file into samples: nothing is read that does not look like the sound it claims to be. */
@Component
class RecordingReader {

    /** Twice as long as the longest film; what is read is held in memory. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final ObjectProvider<Ffmpeg> ffmpeg;
    private final ObjectStore store;
    private final AudioDecoder decoder;

    RecordingReader(ObjectProvider<Ffmpeg> ffmpeg, ObjectStore store, AudioDecoder decoder) {
        this.ffmpeg = ffmpeg;
        this.store = store;
        this.decoder = decoder;
    }

    /** @throws CodedException {@code RECORDING_TOO_LONG}, or what {@link Probe#inspect} throws */
    Pcm read(ObjectKey recording) {
        var file = store.file(recording);
        var runner = ffmpeg.getObject();
        var info = runner.probe().inspect(file, Expected.of(Set.of(MediaInfo.Kind.AUDIO), recording.extension()));
        if (info.duration().compareTo(LONGEST) > 0) {
            throw new CodedException(
                    TtsErrorCode.RECORDING_TOO_LONG,
                    "recording: %d s (expected: at most %d)"
                            .formatted(info.duration().toSeconds(), LONGEST.toSeconds()));
        }
        var wav = store.newFile("wav");
        try {
            var output = Output.to(wav, Pad.audio(0))
                    .with("ac", 1)
                    .with("ar", Pcm.SAMPLE_RATE)
                    .with("c:a", "pcm_s16le")
                    // A file may be longer than it says.
                    .with("t", LONGEST.toSeconds());
            Ffmpeg.require(runner.run(FfmpegCommand.of(Probe.input(file, info), output), DEADLINE));
            return decoder.decode(wav);
        } finally {
            try {
                Files.deleteIfExists(wav);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + wav, e);
            }
        }
    }
}
