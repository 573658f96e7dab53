package io.moneyprinter.bench;

/** How large the footage of a film is that is measured with, in pixels. */
public enum FootageSize {
    HD(1920, 1080),
    UHD(3840, 2160);

    final int width;
    final int height;

    FootageSize(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
