package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How voices in files fail: with the name of the file, what is wrong with it, and what to do. */
final class BrokenVoice {

    /** What helps against most that can be wrong with a file. */
    static final String TAKE_AGAIN = "take it again from where it came, or take it away";

    private BrokenVoice() {}

    static CodedException of(Path file, String what, String advice) {
        return of(file, what, advice, null);
    }

    static CodedException of(Path file, String what, String advice, @Nullable Throwable cause) {
        return new CodedException(TtsErrorCode.VOICE_FILES_BROKEN, "%s: %s; %s.".formatted(file, what, advice), cause);
    }
}
