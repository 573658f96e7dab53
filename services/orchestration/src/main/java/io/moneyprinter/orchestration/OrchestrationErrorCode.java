package io.moneyprinter.orchestration;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How making a video may fail, apart from what other services report. */
public enum OrchestrationErrorCode implements ErrorCode {
    VIDEO_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such video, or it belongs to somebody else."),
    VIDEO_NOT_READY(
            ErrorKind.CONFLICT,
            "The video is not completed, so it has no files and cannot be edited, translated or converted; its status says how "
                    + "far it is."),
    NOT_PRODUCED(
            ErrorKind.CONFLICT,
            "Only the sound or only the captions were asked for, so this was not made; ask for the whole video with the "
                    + "same script, whose speech is there already."),
    VERSION_NOT_FOUND(ErrorKind.NOT_FOUND, "The video has no such version, or it was deleted."),
    OUTPUT_NOT_FOUND(ErrorKind.NOT_FOUND, "The video has no such conversion or extract, or it was deleted."),
    OUTPUT_NOT_READY(
            ErrorKind.CONFLICT,
            "The conversion or extract is not completed, so it has no file; its status says how far it is."),
    WORK_INTERRUPTED_TOO_OFTEN(
            ErrorKind.CONFLICT,
            "A piece of work died with its process again and again and was given up; the log of the dead process "
                    + "may say why."),
    WORKFLOW_LOST(ErrorKind.CONFLICT, "The workflow of the video ended without a result; make the video again.");

    private final ErrorKind kind;
    private final String meaning;

    OrchestrationErrorCode(ErrorKind kind, String meaning) {
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
