package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionSettings.Position;
import io.moneyprinter.contracts.video.CaptionSettings.SafeArea;

/**
 * Where captions stand.
 *
 * @param percent of the canvas' height down to the middle of the caption, with {@link Position#CUSTOM}
 * @param scale of the size that suits the canvas, 1 is normal
 * @param maxLines of one cue
 * @param maxWidth of a line in percent of the canvas; 0 for what suits its shape
 */
record Placement(Position position, double percent, SafeArea safeArea, double scale, int maxLines, double maxWidth) {}
