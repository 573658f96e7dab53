package io.moneyprinter.orchestration.step;

import io.moneyprinter.orchestration.OrchestrationProperties;
import io.moneyprinter.orchestration.OrchestrationProperties.Retry;
import io.moneyprinter.orchestration.job.Stage;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a failed piece of work is tried again, and when. */
@Component
class RetryPolicy {

    private final OrchestrationProperties.Retries retries;

    RetryPolicy(OrchestrationProperties properties) {
        this.retries = properties.retries();
    }

    /** Null when the failure is for good. {@code unit} is as it was before the failure. */
    @Nullable
    Pause pause(Unit unit, CodedException failure) {
        var unreachable = unreachable(failure);
        if (!unreachable && !failure.code().kind().retryable()) {
            return null;
        }
        var policy = unreachable ? retries.unreachable() : of(unit.key().kind().stage());
        var used = unreachable ? unit.unreachable() : unit.failures();
        if (used >= policy.retries()) {
            return null;
        }
        var asked = Objects.requireNonNullElse(failure.retryAfter(), Duration.ZERO);
        return new Pause(asked.compareTo(policy.pause()) > 0 ? asked : policy.pause(), unreachable);
    }

    /** The work did not fail: the service that does it is away, or was shut down while it did. */
    private static boolean unreachable(CodedException failure) {
        var code = failure.code().name();
        return code.equals(CommonErrorCode.SERVICE_UNREACHABLE.name()) || code.equals(CommonErrorCode.CANCELLED.name());
    }

    private Retry of(Stage stage) {
        return switch (stage) {
            case SCRIPT -> retries.content();
            case SPEECH -> retries.speech();
            case MATERIALS -> retries.materials();
            case RENDER, FINALISE -> retries.render();
        };
    }

    /** @param unreachable whether it counts as an absence of the other service, not as a failure of the work */
    record Pause(Duration duration, boolean unreachable) {}
}
