package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;

/**
 * The mixed sound of a film.
 *
 * @param integratedLufs measured on the result
 * @param truePeakDbtp measured on the result
 */
public record Mix(ObjectKey key, Duration duration, double integratedLufs, double truePeakDbtp, boolean cached) {}
