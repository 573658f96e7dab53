package io.moneyprinter.sound;

/** A fast Fourier transform of one size, in place. */
public final class Fourier {

    private final int size;
    private final int[] reversed;
    private final double[] cosines;
    private final double[] sines;

    /** @param size a power of two */
    public Fourier(int size) {
        this.size = size;
        reversed = new int[size];
        cosines = new double[size / 2];
        sines = new double[size / 2];
        var bits = Integer.numberOfTrailingZeros(size);
        for (var i = 0; i < size; i++) {
            reversed[i] = Integer.reverse(i) >>> (Integer.SIZE - bits);
        }
        for (var i = 0; i < size / 2; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / size);
            sines[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    public void transform(double[] real, double[] imaginary) {
        for (var i = 0; i < size; i++) {
            var j = reversed[i];
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (var half = 1; half < size; half *= 2) {
            var step = size / (2 * half);
            for (var block = 0; block < size; block += 2 * half) {
                for (var k = 0; k < half; k++) {
                    butterfly(real, imaginary, block + k, block + k + half, k * step);
                }
            }
        }
    }

    private void butterfly(double[] real, double[] imaginary, int a, int b, int turn) {
        var re = real[b] * cosines[turn] - imaginary[b] * sines[turn];
        var im = real[b] * sines[turn] + imaginary[b] * cosines[turn];
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
    }

    private static void swap(double[] values, int i, int j) {
        var value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
