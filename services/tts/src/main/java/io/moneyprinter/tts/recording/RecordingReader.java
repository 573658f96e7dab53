package io.moneyprinter.tts.recording;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.OutsideSound;
import io.moneyprinter.tts.audio.Pcm;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Reads what a user has recorded. */
@Component
class RecordingReader {

    /** Twice as long as the longest film; what is read is held in memory. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final OutsideSound sounds;
    private final ObjectStore store;

    RecordingReader(OutsideSound sounds, ObjectStore store) {
        this.sounds = sounds;
        this.store = store;
    }

    /** @throws CodedException {@code RECORDING_TOO_LONG}, or what is wrong with the file */
    Pcm read(ObjectKey recording) {
        return sounds.read(store.file(recording), recording.extension(), LONGEST, RecordingReader::tooLong);
    }

    private static CodedException tooLong(Duration found) {
        return new CodedException(
                TtsErrorCode.RECORDING_TOO_LONG,
                "recording: %d s (expected: at most %d)".formatted(found.toSeconds(), LONGEST.toSeconds()));
    }
}
