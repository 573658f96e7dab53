package io.moneyprinter.tts.audio;

import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns a stranger's file into samples: nothing is read that does not look like the sound it claims to be. */
@Component
public class OutsideSound {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final ObjectProvider<Ffmpeg> ffmpeg;
    private final ObjectStore store;
    private final AudioDecoder decoder;

    public OutsideSound(ObjectProvider<Ffmpeg> ffmpeg, ObjectStore store, AudioDecoder decoder) {
        this.ffmpeg = ffmpeg;
        this.store = store;
        this.decoder = decoder;
    }

    /**
     * The whole sound, in memory.
     *
     * @param extension what the name of the file promises, without dot; null when it has no name
     * @param tooLong how a file of that length is refused
     * @throws CodedException what {@code tooLong} gives, or what {@link Probe#inspect} throws
     */
    public Pcm read(
            Path file, @Nullable String extension, Duration longest, Function<Duration, CodedException> tooLong) {
        var runner = ffmpeg.getObject();
        var info = runner.probe().inspect(file, Expected.of(Set.of(MediaInfo.Kind.AUDIO), extension));
        if (info.duration().compareTo(longest) > 0) {
            throw tooLong.apply(info.duration());
        }
        try (var directory = WorkDirectory.in(store, "sound")) {
            var wav = directory.path().resolve("sound.wav");
            var output = Output.to(wav, Pad.audio(0))
                    .with("ac", 1)
                    .with("ar", Pcm.SAMPLE_RATE)
                    .with("c:a", "pcm_s16le")
                    // A file may be longer than it says.
                    .with("t", longest.plusMillis(999).toSeconds());
            Ffmpeg.require(runner.run(FfmpegCommand.of(Probe.input(file, info), output), DEADLINE));
            return decoder.decode(wav);
        }
    }
}
