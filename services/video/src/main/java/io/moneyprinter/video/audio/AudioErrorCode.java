package io.moneyprinter.video.audio;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How making the sound of a film fails. */
public enum AudioErrorCode implements ErrorCode {
    NARRATION_UNUSABLE(
            ErrorKind.INTERNAL, "A spoken sentence is not stored as it should be: WAV, 16 bit, mono, 48 kHz."),
    MUSIC_UNKNOWN(ErrorKind.INVALID, "The music is neither auto, none, a mood, a genre nor an audio file of yours."),
    MUSIC_UNUSABLE(ErrorKind.INVALID, "The music file holds no sound that can be played; give another file.");

    private final ErrorKind kind;
    private final String meaning;

    AudioErrorCode(ErrorKind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
