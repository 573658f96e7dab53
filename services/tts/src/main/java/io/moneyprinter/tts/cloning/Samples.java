package io.moneyprinter.tts.cloning;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.OutsideSound;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.VoiceCloning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes samples of ours of what came in: a provider gets no byte that a stranger has shaped. */
@Component
class Samples {

    private final OutsideSound sounds;
    private final CloningProperties properties;

    Samples(OutsideSound sounds, CloningProperties properties) {
        this.sounds = sounds;
        this.properties = properties;
    }

    /** @throws CodedException {@code VOICE_SAMPLE_UNUSABLE} */
    void checkNumber(List<Upload> uploads, VoiceCloning cloning) {
        var most = Math.min(properties.maxSamples(), cloning.mostSamples());
        if (uploads.isEmpty() || uploads.size() > most) {
            throw unusable("%d samples (expected: 1%s)".formatted(uploads.size(), most == 1 ? "" : " to " + most));
        }
    }

    /**
     * WAV of 48 kHz, mono, signed 16 bit, in the order of the uploads.
     *
     * @throws CodedException {@code VOICE_SAMPLE_UNUSABLE}, or {@code MEDIA_…} when a file is not what it should be
     */
    List<Path> make(List<Upload> uploads, VoiceCloning cloning, Path directory) {
        var longest = properties.longest().compareTo(cloning.longestSamples()) < 0
                ? properties.longest()
                : cloning.longestSamples();
        var made = new ArrayList<Path>();
        var length = Duration.ZERO;
        var speech = Duration.ZERO;
        for (var upload : uploads) {
            var left = longest.minus(length);
            var pcm = sounds.read(
                    upload.file(),
                    upload.extension(),
                    left,
                    found -> tooLong(longest, longest.minus(left).plus(found)));
            length = length.plus(pcm.duration());
            speech = speech.plus(spoken(pcm));
            made.add(write(pcm, directory.resolve("sample-%d.wav".formatted(made.size() + 1))));
        }
        if (speech.compareTo(properties.shortest()) < 0) {
            throw unusable("%.1f s of speech (expected: at least %.1f)"
                    .formatted(seconds(speech), seconds(properties.shortest())));
        }
        return made;
    }

    private static Duration spoken(Pcm pcm) {
        return Activity.of(pcm).regions().stream()
                .map(region -> Pcm.time((long) region.length() * Activity.WINDOW))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Path write(Pcm pcm, Path file) {
        try {
            pcm.write(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static CodedException tooLong(Duration longest, Duration found) {
        return unusable("%.1f s or more in all (expected: at most %.1f)".formatted(seconds(found), seconds(longest)));
    }

    private static CodedException unusable(String what) {
        return CodedException.ofField(TtsErrorCode.VOICE_SAMPLE_UNUSABLE, "/samples", "samples: " + what);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
