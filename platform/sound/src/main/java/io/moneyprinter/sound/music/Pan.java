package io.moneyprinter.sound.music;

/** Where a sound stands, with the same power everywhere. */
record Pan(float left, float right) {

    /** From -1, left, to 1, right. */
    static Pan at(double position) {
        var angle = (position + 1) / 8;
        return new Pan((float) Sine.of(angle + 0.25), (float) Sine.of(angle));
    }
}
