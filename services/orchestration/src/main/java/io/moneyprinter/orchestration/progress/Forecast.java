package io.moneyprinter.orchestration.progress;

import io.moneyprinter.orchestration.job.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long each stage will still take: its remaining weight at the rate measured in this video, blended with the rate
 * of earlier videos as long as little is measured.
 */
final class Forecast {

    /** Share of a stage's weight that earlier videos count as. */
    private static final double PRIOR = 0.3;

    private final Map<Stage, Duration> until = new EnumMap<>(Stage.class);

    /** @param pace seconds per weight in earlier videos */
    Forecast(List<StageWork> stages, Map<Stage, Double> pace) {
        var now = 0.0;
        var gathered = 0.0;
        for (var stage : stages) {
            var seconds = seconds(stage, pace.getOrDefault(stage.stage(), 1.0));
            switch (stage.stage()) {
                // Both begin when the script is there; what follows waits for the slower one.
                case SPEECH, MATERIALS -> {
                    until.put(stage.stage(), duration(now + seconds));
                    gathered = Math.max(gathered, now + seconds);
                }
                case SCRIPT, RENDER, FINALISE -> {
                    now = Math.max(now, gathered) + seconds;
                    until.put(stage.stage(), duration(now));
                }
            }
        }
    }

    /** From now until the stage is complete. */
    Duration until(Stage stage) {
        return until.getOrDefault(stage, Duration.ZERO);
    }

    private static double seconds(StageWork stage, double pace) {
        var prior = PRIOR * stage.total();
        var rate = (pace * prior + stage.busy().toMillis() / 1e3) / (prior + stage.done());
        // Time without a finished piece counts only once it is longer than was to be expected.
        return stage.done() == 0
                ? Math.max(stage.remaining() * pace - stage.busy().toMillis() / 1e3, stage.remaining() * pace * 0.1)
                : stage.remaining() * rate;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
