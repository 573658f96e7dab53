package io.moneyprinter.video.render;

/**
 * A picture in memory, as FFmpeg's {@code yuv420p}: a byte of brightness for each pixel, then both colours at half the
 * size.
 *
 * @param width in pixels, even and at least 4
 * @param height in pixels, even and at least 4
 */
record RawPicture(int width, int height, byte[] bytes) {

    /** Weights between two pixels are parts of this. */
    private static final int WHOLE = 1 << 8;

    RawPicture {
        if (bytes.length != size(width, height)) {
            throw new IllegalArgumentException("bytes: %d (expected: %d)".formatted(bytes.length, size(width, height)));
        }
    }

    static int size(int width, int height) {
        return width * height * 3 / 2;
    }

    /**
     * Writes what is seen through a window into a picture of the same size. Places between pixels are interpolated.
     *
     * @param left of the window, in pixels
     * @param top of the window, in pixels
     * @param scale how much smaller than the picture the window is, 1 or more
     */
    void show(double left, double top, double scale, byte[] target) {
        var area = width * height;
        show(0, width, height, left, top, scale, target);
        show(area, width / 2, height / 2, left / 2, top / 2, scale, target);
        show(area * 5 / 4, width / 2, height / 2, left / 2, top / 2, scale, target);
    }

    private void show(int plane, int columns, int rows, double left, double top, double scale, byte[] target) {
        var column = new int[columns];
        var columnWeight = new int[columns];
        for (var x = 0; x < columns; x++) {
            var at = place(left + (x + 0.5) / scale, columns);
            column[x] = (int) at;
            columnWeight[x] = (int) Math.round((at - column[x]) * WHOLE);
        }
        var between = new int[columns];
        for (var y = 0; y < rows; y++) {
            var at = place(top + (y + 0.5) / scale, rows);
            var row = (int) at;
            blend(plane + row * columns, columns, (int) Math.round((at - row) * WHOLE), between);
            var start = plane + y * columns;
            for (var x = 0; x < columns; x++) {
                var first = between[column[x]];
                var second = between[column[x] + 1];
                target[start + x] =
                        (byte) ((first * WHOLE + (second - first) * columnWeight[x] + WHOLE * WHOLE / 2) >> 16);
            }
        }
    }

    /** A row that lies between two: 256 times as bright. */
    private void blend(int row, int columns, int weight, int[] between) {
        var next = row + columns;
        for (var x = 0; x < columns; x++) {
            between[x] = (bytes[row + x] & 0xff) * (WHOLE - weight) + (bytes[next + x] & 0xff) * weight;
        }
    }

    /** Where a point lies, counted from the middle of the first pixel, and never at or beyond the last one. */
    private static double place(double point, int length) {
        return Math.clamp(point - 0.5, 0, Math.nextDown((double) length - 1));
    }
}
