package io.moneyprinter.ffmpeg;

import java.time.Duration;

/**
 * How far a run is.
 *
 * @param frame pictures written so far
 * @param outTime of the output so far
 */
public record Progress(long frame, Duration outTime) {

    public static final Progress NONE = new Progress(0, Duration.ZERO);

    /** Hears of progress about twice a second; must return quickly. */
    @FunctionalInterface
    public interface Listener {

        Listener SILENT = progress -> {};

        void progressed(Progress progress);

        /** Hears each line that FFmpeg writes to its log; some filters report there. */
        default void logged(String line) {}
    }

    /** This progress after one more line of {@code -progress} output. */
    Progress after(String line) {
        try {
            if (line.startsWith("frame=")) {
                return new Progress(Long.parseLong(line.substring(6).strip()), outTime);
            }
            if (line.startsWith("out_time_us=")) {
                var micros = Long.parseLong(line.substring(12).strip());
                return new Progress(frame, Duration.ofNanos(Math.max(0, micros) * 1_000));
            }
        } catch (NumberFormatException notYetKnown) {
            // FFmpeg writes N/A until there is something to say.
            return this;
        }
        return this;
    }
}
