package io.moneyprinter.materials.shot;

import io.moneyprinter.service.schedule.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets from time to time, and before the first look for objects that nobody needs. */
@Component
class PastShotsSweep extends Sweep {

    private static final Duration FIRST = Duration.ofMinutes(30);

    private final PastShots past;

    PastShotsSweep(PastShots past, UnusedProperties properties) {
        super("past-shots", FIRST, properties.sweep(), "clips that nobody needs are remembered");
        this.past = past;
    }

    @Override
    protected void sweep() {
        past.sweep();
    }
}
