package io.moneyprinter.video.caption;

/**
 * Where captions stand on a canvas, all in pixels: where apps that show tall videos put no buttons over them, and in
 * the lower third elsewhere.
 *
 * @param size of the letters
 * @param textWidth of a line at most
 * @param x left edge of the caption pictures, even
 * @param y top edge of the caption pictures, even
 * @param width of the caption pictures, even
 * @param height of the caption pictures, even
 */
record CaptionLayout(double size, int textWidth, int x, int y, int width, int height) {

    /** Room around the lines for outline, box and shadow, in ems. */
    private static final double MARGIN = 0.34;

    static final float LINE_HEIGHT = 1.18f;

    static CaptionLayout of(int canvasWidth, int canvasHeight, CaptionStyle style) {
        var shape = (double) canvasHeight / canvasWidth;
        var size = style.scale()
                * Math.min(
                        0.095 * canvasWidth,
                        Math.max(0.0525 * canvasHeight, 0.06 * Math.min(canvasWidth, canvasHeight)));
        var tall = shape >= 1.5;
        var portrait = shape > 1.1;
        var square = shape > 0.9;
        // The apps' own buttons take the right eighth and the lower fifth of a tall video.
        var widest = tall ? 0.76 : square ? 0.84 : 0.62;
        var centre = tall ? 0.665 : portrait ? 0.735 : square ? 0.79 : 0.835;
        var textWidth = (int) Math.round(widest * canvasWidth);
        var width = even(textWidth + 2 * MARGIN * size);
        var height = even((style.maxLines() * LINE_HEIGHT + 2 * MARGIN) * size);
        var x = even((canvasWidth - width) / 2.0);
        var y = even(Math.min(centre * canvasHeight - height / 2.0, canvasHeight - height));
        return new CaptionLayout(size, textWidth, x, y, width, height);
    }

    /** About how many columns of text (a Latin letter is one, a Chinese one two) a cue may have. */
    int columns(CaptionStyle style) {
        var perLine = textWidth / (0.56 * size);
        return (int) Math.max(8, Math.min(40, Math.round(0.92 * perLine * style.maxLines())));
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }
}
