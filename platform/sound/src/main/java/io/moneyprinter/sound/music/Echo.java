package io.moneyprinter.sound.music;

/** An echo that goes from side to side in time with the music, darker with every turn. */
final class Echo {

    private final float[] leftLine;
    private final float[] rightLine;
    private int at;
    private double leftLow;
    private double rightLow;

    Echo(double frames) {
        leftLine = new float[(int) Math.max(1, frames)];
        rightLine = new float[leftLine.length];
    }

    /** Adds the echo to {@code left} and {@code right}. */
    void play(float[] leftSend, float[] rightSend, float[] left, float[] right, int frames) {
        for (var f = 0; f < frames; f++) {
            leftLow += (leftLine[at] - leftLow) * 0.22;
            rightLow += (rightLine[at] - rightLow) * 0.22;
            left[f] += (float) leftLow;
            right[f] += (float) rightLow;
            leftLine[at] = (float) (0.5 * (leftSend[f] + rightSend[f]) + 0.42 * rightLow);
            rightLine[at] = (float) (0.75 * leftLow);
            at = at + 1 == leftLine.length ? 0 : at + 1;
        }
    }
}
