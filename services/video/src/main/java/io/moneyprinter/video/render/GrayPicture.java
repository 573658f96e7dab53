package io.moneyprinter.video.render;

/** A small picture in shades of gray, to be judged. */
record GrayPicture(byte[] pixels, int offset, int width, int height) {

    /** Darker on the whole is night, and night does not make anybody curious. */
    private static final double DARK = 40;

    private static final double BRIGHT = 215;

    /** The standard deviation of brightness from which on a picture is not flat. */
    private static final double CONTRAST = 40;

    /** How well it stands for a film: sharp, neither black nor white, not flat. 0 is a plain surface. */
    double appeal() {
        return Math.log1p(sharpness()) * exposure() * Math.min(1, deviation() / CONTRAST);
    }

    private double exposure() {
        var mean = mean();
        var excess = Math.max(0, Math.max(DARK - mean, mean - BRIGHT));
        return Math.max(0, 1 - excess / DARK);
    }

    double mean() {
        var sum = 0L;
        for (var i = 0; i < width * height; i++) {
            sum += pixels[offset + i] & 0xff;
        }
        return (double) sum / (width * height);
    }

    private double deviation() {
        var mean = mean();
        var sum = 0.0;
        for (var i = 0; i < width * height; i++) {
            var difference = (pixels[offset + i] & 0xff) - mean;
            sum += difference * difference;
        }
        return Math.sqrt(sum / (width * height));
    }

    /** The variance of the Laplacian, which blur takes away first. */
    double sharpness() {
        var sum = 0.0;
        var squares = 0.0;
        for (var y = 1; y < height - 1; y++) {
            for (var x = 1; x < width - 1; x++) {
                var edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
                sum += edge;
                squares += (double) edge * edge;
            }
        }
        var count = (width - 2) * (height - 2);
        return squares / count - sum / count * sum / count;
    }

    private int at(int x, int y) {
        return pixels[offset + y * width + x] & 0xff;
    }
}
