package io.moneyprinter.orchestration.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.OrchestrationProperties;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.step.RetryPolicy.Pause;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetryPolicyTests {

    private static final CodedException DOWN = FakeServices.failure("DOWN", ErrorKind.UPSTREAM, Duration.ZERO);
    private static final CodedException AWAY =
            FakeServices.failure("SERVICE_UNREACHABLE", ErrorKind.UPSTREAM, Duration.ZERO);

    @Test
    void triesContentThreeTimesAndSpeechTwiceAgain() {
        var policy = policy(Map.of());

        assertThat(policy.pause(unit(StepKind.CONTENT, 2, 0), DOWN))
                .isEqualTo(new Pause(Duration.ofSeconds(60), false));
        assertThat(policy.pause(unit(StepKind.CONTENT, 3, 0), DOWN)).isNull();
        assertThat(policy.pause(unit(StepKind.SPEECH, 1, 0), DOWN)).isEqualTo(new Pause(Duration.ofSeconds(30), false));
        assertThat(policy.pause(unit(StepKind.SPEECH, 2, 0), DOWN)).isNull();
    }

    @Test
    void countsAbsenceApartFromFailure() {
        var policy = policy(Map.of());

        assertThat(policy.pause(unit(StepKind.SPEECH, 2, 40), AWAY)).isEqualTo(new Pause(Duration.ofSeconds(3), true));
        assertThat(policy.pause(unit(StepKind.CHUNK, 0, 200), AWAY)).isNull();
    }

    @Test
    void waitsLongerWhenItIsAskedTo() {
        var throttled = FakeServices.failure("THROTTLED", ErrorKind.THROTTLED, Duration.ofMinutes(5));

        assertThat(policy(Map.of()).pause(unit(StepKind.SPEECH, 0, 0), throttled))
                .isEqualTo(new Pause(Duration.ofMinutes(5), false));
    }

    @Test
    void acceptsWhatCannotPass() {
        var invalid = FakeServices.failure("TEXT_REJECTED", ErrorKind.INVALID, Duration.ZERO);

        assertThat(policy(Map.of()).pause(unit(StepKind.SPEECH, 0, 0), invalid)).isNull();
    }

    @Test
    void followsTheConfiguration() {
        var policy = policy(Map.of(
                "moneyprinter.orchestration.retries.content.retries", "1",
                "moneyprinter.orchestration.retries.content.pause", "5s"));

        assertThat(policy.pause(unit(StepKind.CONTENT, 0, 0), DOWN)).isEqualTo(new Pause(Duration.ofSeconds(5), false));
        assertThat(policy.pause(unit(StepKind.CONTENT, 1, 0), DOWN)).isNull();
        assertThat(policy.pause(unit(StepKind.SPEECH, 0, 0), DOWN)).isEqualTo(new Pause(Duration.ofSeconds(30), false));
    }

    private static RetryPolicy policy(Map<String, String> configuration) {
        return new RetryPolicy(new Binder(new MapConfigurationPropertySource(configuration))
                .bindOrCreate("moneyprinter.orchestration", OrchestrationProperties.class));
    }

    private static Unit unit(StepKind kind, int failures, int unreachable) {
        return new Unit(
                new UnitKey(new VideoId("v"), kind, 0),
                0,
                1,
                Unit.State.RUNNING,
                failures + unreachable + 1,
                failures,
                unreachable,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
