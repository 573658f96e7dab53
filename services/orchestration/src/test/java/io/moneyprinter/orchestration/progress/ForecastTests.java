package io.moneyprinter.orchestration.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.orchestration.job.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastTests {

    @Test
    void addsUpWhatFollowsAndTakesTheSlowerOfWhatRunsTogether() {
        var forecast = new Forecast(
                List.of(
                        waiting(Stage.SCRIPT, 1),
                        waiting(Stage.SPEECH, 4),
                        waiting(Stage.MATERIALS, 2),
                        waiting(Stage.RENDER, 10),
                        waiting(Stage.FINALISE, 3)),
                Map.of());

        assertThat(forecast.until(Stage.SCRIPT)).isEqualTo(Duration.ofSeconds(1));
        assertThat(forecast.until(Stage.SPEECH)).isEqualTo(Duration.ofSeconds(5));
        assertThat(forecast.until(Stage.MATERIALS)).isEqualTo(Duration.ofSeconds(3));
        assertThat(forecast.until(Stage.RENDER)).isEqualTo(Duration.ofSeconds(15));
        assertThat(forecast.until(Stage.FINALISE)).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void followsEarlierVideosUntilSomethingIsMeasured() {
        var forecast = new Forecast(List.of(waiting(Stage.RENDER, 10)), Map.of(Stage.RENDER, 3.0));

        assertThat(forecast.until(Stage.RENDER)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void leansOnWhatIsMeasuredMoreAndMore() {
        var early = new Forecast(
                List.of(new StageWork(Stage.RENDER, 100, 10, false, Duration.ofSeconds(40))),
                Map.of(Stage.RENDER, 1.0));
        var late = new Forecast(
                List.of(new StageWork(Stage.RENDER, 100, 90, false, Duration.ofSeconds(360))),
                Map.of(Stage.RENDER, 1.0));

        assertThat(early.until(Stage.RENDER)).isEqualTo(Duration.ofMillis(157_500));
        assertThat(late.until(Stage.RENDER)).isEqualTo(Duration.ofMillis(32_500));
    }

    @Test
    void hasNothingLeftForWhatIsComplete() {
        var forecast = new Forecast(List.of(new StageWork(Stage.SCRIPT, 5, 5, true, Duration.ofSeconds(9))), Map.of());

        assertThat(forecast.until(Stage.SCRIPT)).isZero();
    }

    private static StageWork waiting(Stage stage, double weight) {
        return new StageWork(stage, weight, 0, false, Duration.ZERO);
    }
}
