package io.moneyprinter.video.caption;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How captions can fail. */
public enum CaptionErrorCode implements ErrorCode {
    CHARACTERS_NOT_DRAWABLE(
            ErrorKind.INVALID,
            "The text has characters that none of our fonts can draw; the message names them. Leave them out or write"
                    + " them differently."),
    CAPTION_PRESET_UNKNOWN(
            ErrorKind.INVALID, "No preset for captions has that name; the detail lists those there are."),
    SUBTITLES_UNREADABLE(
            ErrorKind.INVALID,
            "The subtitles are neither SubRip nor WebVTT; the detail names the first line at fault and what was"
                    + " expected there.");

    private final ErrorKind kind;
    private final String meaning;

    CaptionErrorCode(ErrorKind kind, String meaning) {
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
