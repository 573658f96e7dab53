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

    /** Somebody asked for the end. The outputs are gone. */
    record Cancelled() implements Outcome {}

    /**
     * The outputs are gone.
     *
     * @param exit the exit code, above 128 when a signal ended the process
     * @param log the last lines FFmpeg wrote
     */
    record Failed(FailureCause cause, int exit, String log) implements Outcome {

        /** Whether the deadline was the reason. */
        public boolean timedOut() {
            return cause == FailureCause.TIMED_OUT;
        }
    }
}
