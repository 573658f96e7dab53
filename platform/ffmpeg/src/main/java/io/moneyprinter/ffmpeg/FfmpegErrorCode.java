package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How work with media fails. */
public enum FfmpegErrorCode implements ErrorCode {
    FFMPEG_UNAVAILABLE(
            ErrorKind.EXHAUSTED,
            "No usable FFmpeg: the configured one is missing, too old or lacks a filter or encoder, or the embedded one cannot run here; the detail says which."),
    FFMPEG_FAILED(ErrorKind.INTERNAL, "FFmpeg ended with an error; its last lines are in the log."),
    FFMPEG_TIMED_OUT(ErrorKind.EXHAUSTED, "FFmpeg did not end before its deadline; the work is tried again."),
    MEDIA_UNSUPPORTED(
            ErrorKind.UNSUPPORTED,
            "The file is not one of the kinds of media that are accepted; convert it and try again."),
    MEDIA_DAMAGED(
            ErrorKind.INVALID,
            "The file is empty, cut short or cannot be decoded without errors; give an intact copy."),
    MEDIA_TOO_LARGE(
            ErrorKind.TOO_LARGE,
            "The file has more bytes, pixels, seconds or streams than are accepted; the detail says which.");

    private final ErrorKind kind;
    private final String meaning;

    FfmpegErrorCode(ErrorKind kind, String meaning) {
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
