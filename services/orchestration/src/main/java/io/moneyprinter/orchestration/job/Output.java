package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.OutputId;
import java.time.Instant;

/**
 * A further file of a finished video that somebody asked for.
 *
 * @param unit the piece of work that makes it
 */
public record Output(OutputId id, Unit unit, Instant createdAt) {

    public UnitKey key() {
        return unit.key();
    }
}
