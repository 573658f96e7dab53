package io.moneyprinter.materials.variant;

/**
 * The frame of a video that tells most about it.
 *
 * @param rate in a second, how many frames were looked at
 * @param index of the frame among those
 */
record Telling(double rate, int index) {

    /** Of what has one frame, or none. */
    static final Telling FIRST = new Telling(1, 0);

    /** Small grey pictures are enough to choose by. */
    static final int SIDE = 32;

    private static final int PIXELS = SIDE * SIDE;

    /** Average brightness, of 1, below and above which a picture shows less and less. */
    private static final double DARK = 0.2;

    private static final double BRIGHT = 0.85;

    double seconds() {
        return index / rate;
    }

    /** @param grey one picture of {@link #SIDE} times {@link #SIDE} bytes after the other */
    static Telling of(byte[] grey, double rate) {
        var best = 0;
        var most = -1.0;
        for (var index = 0; index < grey.length / PIXELS; index++) {
            var told = told(grey, index * PIXELS);
            // Of equal ones the first: a still film begins with what it shows.
            if (told > most * 1.001) {
                best = index;
                most = told;
            }
        }
        return new Telling(rate, best);
    }

    /** How much a picture differs within itself, less where it is too dark or too bright to be seen. */
    private static double told(byte[] grey, int from) {
        var sum = 0.0;
        var squares = 0.0;
        var edges = 0.0;
        for (var pixel = from; pixel < from + PIXELS; pixel++) {
            var value = (grey[pixel] & 0xff) / 255.0;
            sum += value;
            squares += value * value;
            if ((pixel - from) % SIDE > 0) {
                edges += Math.abs(value - (grey[pixel - 1] & 0xff) / 255.0);
            }
        }
        var mean = sum / PIXELS;
        var contrast = Math.sqrt(Math.max(0, squares / PIXELS - mean * mean));
        var seen = Math.min(1, mean / DARK) * Math.min(1, (1 - mean) / (1 - BRIGHT));
        return (0.01 + contrast + 2 * edges / PIXELS) * seen;
    }
}
