package io.moneyprinter.sound.music;

/**
 * One event of a score.
 *
 * @param start frames from the beginning of the piece
 * @param length frames until it is let go; instruments that are struck ring on by themselves
 * @param pitch MIDI note number, ignored by drums
 * @param velocity 0 to 1
 * @param pan -1 left to 1 right
 */
record Note(Instrument instrument, long start, long length, double pitch, double velocity, double pan) {

    double frequency() {
        return 440 * Math.pow(2, (pitch - 69) / 12);
    }
}
