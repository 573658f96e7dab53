package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionSettings.Mode;
import io.moneyprinter.contracts.video.CaptionSettings.TextCase;
import io.moneyprinter.drawing.FontFamily;

/**
 * Where captions stand on a canvas, all in pixels: where apps that show tall videos put no buttons over them, and in
 * the lower third elsewhere, unless the style says otherwise.
 *
 * @param size of the letters
 * @param textWidth of a line at most
 * @param textHeight of all lines at most
 * @param maxLines of one cue
 * @param centerX of the lines
 * @param centerY of the lines
 */
record CaptionLayout(
        int canvasWidth,
        int canvasHeight,
        double size,
        int textWidth,
        int textHeight,
        int maxLines,
        double centerX,
        double centerY) {

    static final float LINE_HEIGHT = 1.18f;

    static CaptionLayout of(int canvasWidth, int canvasHeight, CaptionStyle style) {
        var placement = style.placement();
        var shape = (double) canvasHeight / canvasWidth;
        var size = placement.scale()
                * Math.min(
                        0.095 * canvasWidth,
                        Math.max(0.0525 * canvasHeight, 0.06 * Math.min(canvasWidth, canvasHeight)));
        var tall = shape >= 1.5;
        var portrait = shape > 1.1;
        var square = shape > 0.9;
        // The apps' own buttons take the right eighth and the lower fifth of a tall video.
        var widest = tall ? 0.76 : square ? 0.84 : 0.62;
        var bottom = tall ? 0.665 : portrait ? 0.735 : square ? 0.79 : 0.835;

        var safe = SafeZone.of(placement.safeArea(), canvasWidth, canvasHeight);
        var reach = style.appearance().reach() * size;
        var center = canvasWidth / 2.0;
        // In the middle of the picture even where the free part is not: anything else looks like a mistake.
        var free = 2 * Math.min(center - safe.left(), safe.right() - center) - 2 * reach;
        var wanted = (placement.maxWidth() == 0 ? widest : placement.maxWidth() / 100) * canvasWidth;
        var textWidth = (int) Math.max(16, Math.min(wanted, free));
        var lines = placement.maxLines() * LINE_HEIGHT * size;
        var textHeight = (int) Math.max(16, Math.min(lines + 1, safe.height() - 2 * reach));

        var half = textHeight / 2.0 + reach;
        var wantedY = switch (placement.position()) {
            case TOP -> (tall ? 0.17 : 0.15) * canvasHeight;
            case CENTER -> 0.5 * canvasHeight;
            case BOTTOM -> bottom * canvasHeight;
            case CUSTOM -> placement.percent() / 100 * canvasHeight;
        };
        var centerY = Math.max(safe.top() + half, Math.min(safe.bottom() - half, wantedY));
        return new CaptionLayout(
                canvasWidth, canvasHeight, size, textWidth, textHeight, placement.maxLines(), center, centerY);
    }

    /** About how many columns of text (a Latin letter is one, a Chinese one two) a cue may have. */
    int columns(CaptionStyle style) {
        var narrow = style.appearance().family() == FontFamily.CONDENSED ? 0.86 : 1;
        var wide = style.textCase() == TextCase.UPPER ? 1.12 : 1;
        var perLine = textWidth / (0.56 * narrow * wide * size);
        var most = style.mode() == Mode.SENTENCE ? 120 : 40;
        return (int) Math.max(8, Math.min(most, Math.round(0.92 * perLine * maxLines)));
    }
}
