package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;

/** A visual of the picture track and how it fills the canvas. */
record Shown(Visual visual, Framing framing) {}
