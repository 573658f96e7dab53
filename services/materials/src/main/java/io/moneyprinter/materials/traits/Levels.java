package io.moneyprinter.materials.traits;

/** Measures as words. */
public final class Levels {

    private Levels() {}

    /** @param value 0 black to 1 white */
    public static String brightness(double value) {
        return value < 0.3 ? "dark" : value < 0.65 ? "medium" : "bright";
    }

    /** @param value 0 nothing moves to 1 everything does */
    public static String motion(double value) {
        return value < 0.04 ? "still" : value < 0.25 ? "calm" : "lively";
    }
}
