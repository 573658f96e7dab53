package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Limits;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encodes on whichever device of a family is free; on a second one if the first fails, and then no more. */
public final class DeviceEncoder {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceEncoder.class);
    private static final int ATTEMPTS = 2;

    private final DeviceSlots slots;

    public DeviceEncoder(DeviceSlots slots) {
        this.slots = slots;
    }

    /** Runs FFmpeg, so that whoever called can end it. */
    @FunctionalInterface
    public interface Runs {

        Outcome run(FfmpegCommand command, Limits limits);
    }

    /**
     * Returns when a device is done, or when it is clear that none will be. What a failed attempt wrote is overwritten by
     * the next.
     *
     * @param stop whether the caller was called off while it waits
     * @throws CodedException {@code CANCELLED}
     */
    public DeviceResult encode(DeviceWork work, Runs runs, BooleanSupplier stop) {
        var attempts = new ArrayList<EncodeAttempt>();
        var avoided = new HashSet<String>();
        while (attempts.size() < ATTEMPTS) {
            var granted = slots.acquire(work.wish(), avoided, stop);
            if (granted.isEmpty()) {
                break;
            }
            try (var lease = granted.get()) {
                var attempt = attempt(lease.device(), work, runs);
                attempts.add(attempt);
                if (attempt.failure() == null && attempt.outcome() instanceof Outcome.Finished finished) {
                    slots.succeeded(attempt.device());
                    return new DeviceResult.Encoded(attempt.device(), finished, attempts);
                }
                suspect(attempt, avoided);
            }
        }
        return new DeviceResult.Declined(reason(work.wish(), attempts), attempts);
    }

    private static EncodeAttempt attempt(Device device, DeviceWork work, Runs runs) {
        var outcome = runs.run(work.command().apply(device), Limits.device(work.deadline()));
        var failure = switch (outcome) {
            case Outcome.Finished finished ->
                work.isGood().getAsBoolean() ? null : new DeviceFailure(DeviceFault.WRONG_OUTPUT, "");
            case Outcome.Cancelled() -> throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
            case Outcome.Failed failed -> DeviceFailure.of(failed);
        };
        return new EncodeAttempt(device, outcome, failure);
    }

    /** To be told that the CPU managed what devices declined: then faults that might have been the film's were theirs. */
    public void cpuSucceeded(DeviceResult.Declined declined) {
        for (var attempt : declined.attempts()) {
            var failure = attempt.failure();
            if (failure != null && failure.fault().isDoubtful()) {
                slots.failed(attempt.device(), failure);
            }
        }
    }

    private void suspect(EncodeAttempt attempt, HashSet<String> avoided) {
        var failure = attempt.failure();
        if (failure == null) {
            return;
        }
        LOG.warn("no encode on {}", attempt.reason());
        if (!failure.fault().isDoubtful() && !failure.fault().isOfTheWork()) {
            slots.failed(attempt.device(), failure);
        }
        if (failure.fault() != DeviceFault.SESSIONS_TAKEN) {
            avoided.add(attempt.device().id());
        }
    }

    private String reason(Wish wish, List<EncodeAttempt> attempts) {
        if (!attempts.isEmpty()) {
            return attempts.stream().map(EncodeAttempt::reason).collect(Collectors.joining("; "));
        }
        return slots.reason(wish.family())
                .orElseGet(() -> "no %s device here encodes %s"
                        .formatted(wish.family().suffix(), wish.codec().ffmpegName()));
    }
}
