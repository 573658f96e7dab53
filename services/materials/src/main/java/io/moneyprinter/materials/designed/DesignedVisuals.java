package io.moneyprinter.materials.designed;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;

/** Draws what a sentence shows when there is no fitting picture. */
public interface DesignedVisuals {

    /** A picture for any sentence in any language; the same request gives the same shot. */
    Shot shot(ShotRequest request);
}
