package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.video.Extract;
import jakarta.validation.constraints.NotNull;

/** Something to take from a finished video. */
public record ExtractOrder(
        @NotNull(message = "missing (expected: contact_sheet, gif, webp, m4a, mp3, opus or wav)")
        Extract extract) {}
