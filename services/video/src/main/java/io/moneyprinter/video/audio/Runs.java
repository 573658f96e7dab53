package io.moneyprinter.video.audio;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Outcome;
import java.time.Duration;

/** Runs FFmpeg on behalf of one video, so that the video can be cancelled. */
@FunctionalInterface
public interface Runs {

    /**
     * Returns when the run has succeeded.
     *
     * @throws io.moneyprinter.problem.CodedException {@code FFMPEG_FAILED}, {@code FFMPEG_TIMED_OUT} or
     *     {@code CANCELLED}
     */
    Outcome.Finished run(FfmpegCommand command, Duration deadline);
}
