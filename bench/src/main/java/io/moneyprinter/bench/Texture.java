package io.moneyprinter.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A still picture with the statistics of a photograph: structure at every size, the larger the stronger, and colours
 * that change slowly. An encoder has as much to do with it as with a real one.
 */
final class Texture {

    private static final int OCTAVES = 8;

    private Texture() {}

    /** Writes a picture as PPM. */
    static Path write(Path file, int width, int height, long seed) throws IOException {
        var light = field(width, height, new Random(seed), 0.72);
        var warmth = field(width, height, new Random(seed + 1), 0.5);
        var tint = field(width, height, new Random(seed + 2), 0.5);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write("P6\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII));
            for (var i = 0; i < width * height; i++) {
                var y = 122 + 150 * light[i];
                out.write(level(y + 60 * warmth[i]));
                out.write(level(y - 10 * warmth[i] + 40 * tint[i]));
                out.write(level(y - 60 * warmth[i]));
            }
        }
        return file;
    }

    private static int level(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    /** Noise on grids of cells from large to single pixels, added up. */
    private static float[] field(int width, int height, Random random, double persistence) {
        var sum = new float[width * height];
        var amplitude = 0.5;
        for (var octave = 0; octave < OCTAVES; octave++) {
            add(sum, width, height, 1 << (OCTAVES - octave), (float) amplitude, random);
            amplitude *= persistence;
        }
        return sum;
    }

    private static void add(float[] sum, int width, int height, int cell, float amplitude, Random random) {
        var columns = width / cell + 2;
        var rows = height / cell + 2;
        var grid = new float[columns * rows];
        for (var i = 0; i < grid.length; i++) {
            grid[i] = (random.nextFloat() - 0.5f) * amplitude;
        }
        for (var y = 0; y < height; y++) {
            var row = y / cell;
            var down = smooth((float) (y % cell) / cell);
            for (var x = 0; x < width; x++) {
                var at = row * columns + x / cell;
                var right = smooth((float) (x % cell) / cell);
                var top = grid[at] + (grid[at + 1] - grid[at]) * right;
                var bottom = grid[at + columns] + (grid[at + columns + 1] - grid[at + columns]) * right;
                sum[y * width + x] += top + (bottom - top) * down;
            }
        }
    }

    private static float smooth(float part) {
        return part * part * (3 - 2 * part);
    }
}
