package io.moneyprinter.orchestration.step;

/** What became of a step. The engine stores the names. */
public enum Verdict {
    DONE,
    /** For good. */
    FAILED,
    /** To be tried again after a pause. */
    RETRY,
    /** Something that was done has to be done again. */
    AGAIN,
    /** Nobody wants it any more. */
    STOPPED
}
