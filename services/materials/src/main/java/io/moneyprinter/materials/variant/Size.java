package io.moneyprinter.materials.variant;

/** In pixels. */
record Size(int width, int height) {

    int shorter() {
        return Math.min(width, height);
    }

    int longer() {
        return Math.max(width, height);
    }

    /** With sides that are no longer than that. */
    Size within(int longest) {
        var scale = Math.min(1.0, (double) longest / longer());
        return new Size(rounded(width * scale), rounded(height * scale));
    }

    /** With even sides, as videos are coded with halved colour. */
    Size even() {
        return new Size(even(width), even(height));
    }

    private static int rounded(double pixels) {
        return (int) Math.max(1, Math.round(pixels));
    }

    private static int even(int pixels) {
        return Math.max(2, pixels / 2 * 2);
    }
}
