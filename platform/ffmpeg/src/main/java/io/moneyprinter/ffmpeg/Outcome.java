package io.moneyprinter.ffmpeg;

import java.time.Duration;

/** How a run ended. */
public sealed interface Outcome {

    /**
     * Exit code 0; whether the output is right is for the caller to check.
     *
     * @param frames pictures written, 0 where there are none
     * @param log the last lines FFmpeg wrote, where some filters report
     */
    record Finished(Duration elapsed, long frames, String log) implements Outcome {}

    /** Somebody asked for the end. */
    record Cancelled() implements Outcome {}

    /**
     * @param exit the exit code, above 128 when a signal ended the process
     * @param timedOut whether the deadline was the reason
     * @param log the last lines FFmpeg wrote
     */
    record Failed(int exit, boolean timedOut, String log) implements Outcome {}
}
