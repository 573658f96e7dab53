package io.moneyprinter.tts.cloning;

import io.moneyprinter.service.schedule.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Settles at the start, and from time to time, what a crash or a provider has left open. */
@Component
class CloneSweep extends Sweep {

    private final Settlement settlement;

    CloneSweep(Settlement settlement, CloningProperties properties) {
        super("cloned-voices", Duration.ZERO, properties.sweep(), "cloned voices are not settled");
        this.settlement = settlement;
    }

    @Override
    protected void sweep() {
        settlement.settle();
    }
}
