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
    FFMPEG_CRASHED(
            ErrorKind.INTERNAL,
            "FFmpeg broke; the same work would break it again. The log has the command and its last lines."),
    FFMPEG_KILLED(
            ErrorKind.EXHAUSTED,
            "Something outside ended FFmpeg, most likely the system for want of memory; the work is tried again."),
    FFMPEG_MEMORY_EXCEEDED(
            ErrorKind.INTERNAL,
            "FFmpeg wanted more memory than it may have; allow more by moneyprinter.ffmpeg.memory, or make smaller films."),
    FFMPEG_CPU_EXCEEDED(ErrorKind.INTERNAL, "FFmpeg used more processor time than the work can be worth."),
    FFMPEG_FILE_EXCEEDED(ErrorKind.INTERNAL, "FFmpeg wrote a file many times larger than the work can be worth."),
    STORAGE_FULL(ErrorKind.EXHAUSTED, "There is no room left on the disk; make room, the work is tried again."),
    SOURCE_DAMAGED(
            ErrorKind.INVALID,
            "A picture, video or sound of the film is cut short or cannot be decoded; replace it by an intact copy."),
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
