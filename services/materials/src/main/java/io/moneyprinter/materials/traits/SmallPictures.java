package io.moneyprinter.materials.traits;

import io.moneyprinter.contracts.materials.AssetTraits.Colour;
import io.moneyprinter.contracts.materials.AssetTraits.FreeArea;
import io.moneyprinter.contracts.materials.AssetTraits.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a file, so small that each is read in no time. Pure.
 *
 * <p>A cut is where a picture differs from the one before in its whole, and in what it consists of, far more than those
 * around do: a pan differs as a whole only, and a flicker of brightness in all pictures around.
 */
final class SmallPictures {

    static final int SIDE = 48;

    private static final int PIXELS = SIDE * SIDE;

    /** Of one picture. */
    static final int BYTES = 3 * PIXELS;

    private static final int BINS = 32;

    private static final double LEAST_SHARE = 0.12;
    private static final int MOST_COLOURS = 3;
    private static final int MOST_SCENES = 200;

    private static final double CUT_DIFFERENCE = 0.07;
    private static final double CUT_OTHER_CONTENT = 0.30;
    private static final double CUT_ABOVE_AROUND = 3;
    private static final int AROUND = 4;

    /** Neighbouring pixels that differ by less, on average over a third, leave words readable. */
    private static final double CALM = 0.045;

    /** Two pictures in a second that differ by so much have nothing in common. */
    private static final double EVERYTHING_MOVES = 0.25;

    private final byte[] rgb;
    private final double rate;
    private final int count;
    private final double[] differences;

    /** @param rate pictures in a second */
    SmallPictures(byte[] rgb, double rate) {
        this.rgb = rgb;
        this.rate = rate;
        this.count = rgb.length / BYTES;
        if (count == 0) {
            throw new IllegalArgumentException("pictures: none (expected: at least one)");
        }
        this.differences = IntStream.range(0, count)
                .mapToDouble(picture -> picture == 0 ? 0 : difference(picture))
                .toArray();
    }

    double brightness() {
        var sum = 0.0;
        for (var pixel = 0; pixel < count * PIXELS; pixel++) {
            sum += luma(pixel);
        }
        return rounded(sum / ((double) count * PIXELS));
    }

    List<Colour> colours() {
        var names = ColourName.values();
        var hits = new long[names.length];
        var sums = new long[names.length][3];
        for (var pixel = 0; pixel < count * PIXELS; pixel++) {
            var name = ColourName.of(channel(pixel, 0), channel(pixel, 1), channel(pixel, 2))
                    .ordinal();
            hits[name]++;
            for (var channel = 0; channel < 3; channel++) {
                sums[name][channel] += channel(pixel, channel);
            }
        }
        return Arrays.stream(names)
                .filter(name -> hits[name.ordinal()] >= LEAST_SHARE * count * PIXELS)
                .sorted(Comparator.comparingLong((ColourName name) -> -hits[name.ordinal()]))
                .limit(MOST_COLOURS)
                .map(name -> {
                    var number = name.ordinal();
                    var hex = "#%02x%02x%02x"
                            .formatted(
                                    sums[number][0] / hits[number],
                                    sums[number][1] / hits[number],
                                    sums[number][2] / hits[number]);
                    return new Colour(
                            name.name().toLowerCase(Locale.ROOT), hex, rounded((double) hits[number] / count / PIXELS));
                })
                .toList();
    }

    /** How much moves in a second, apart from cuts. */
    double motion() {
        return motion(0, count, cuts());
    }

    List<Scene> scenes() {
        var cuts = cuts();
        var scenes = new ArrayList<Scene>();
        for (var index = 0; index <= cuts.size() && scenes.size() < MOST_SCENES; index++) {
            var from = index == 0 ? 0 : cuts.get(index - 1);
            var to = index == cuts.size() ? count : cuts.get(index);
            scenes.add(new Scene(rounded(from / rate), rounded(to / rate), motion(from, to, List.of(from))));
        }
        return scenes;
    }

    /** The calmest third, if it is calm all the time. */
    @Nullable
    FreeArea freeArea() {
        var areas = FreeArea.values();
        var calmest = Arrays.stream(areas)
                .min(Comparator.comparingDouble((FreeArea area) -> detail(area.ordinal())))
                .orElseThrow();
        return detail(calmest.ordinal()) < CALM ? calmest : null;
    }

    private double motion(int from, int to, List<Integer> cuts) {
        var moves = IntStream.range(from + 1, to)
                .filter(picture -> !cuts.contains(picture))
                .mapToDouble(picture -> differences[picture])
                .average()
                .orElse(0);
        // What moves evenly differs more the longer one waits, but less than in proportion.
        return rounded(Math.min(1, moves * Math.sqrt(rate) / EVERYTHING_MOVES));
    }

    /** The numbers of the first pictures after cuts. */
    private List<Integer> cuts() {
        return IntStream.range(1, count)
                .filter(picture -> differences[picture] > CUT_DIFFERENCE
                        && differences[picture] > CUT_ABOVE_AROUND * around(picture)
                        && otherContent(picture) > CUT_OTHER_CONTENT)
                .boxed()
                .toList();
    }

    /** The median difference of the pictures around. */
    private double around(int picture) {
        var near = IntStream.rangeClosed(Math.max(1, picture - AROUND), Math.min(count - 1, picture + AROUND))
                .filter(other -> other != picture)
                .mapToDouble(other -> differences[other])
                .sorted()
                .toArray();
        return near.length == 0 ? 0 : near[near.length / 2];
    }

    private double difference(int picture) {
        var sum = 0L;
        for (var index = picture * BYTES; index < (picture + 1) * BYTES; index++) {
            sum += Math.abs((rgb[index] & 0xff) - (rgb[index - BYTES] & 0xff));
        }
        return sum / 255.0 / BYTES;
    }

    /** How much of the picture has a brightness or a colour that the one before did not have so often, 0..1. */
    private double otherContent(int picture) {
        var before = histogram(picture - 1);
        var after = histogram(picture);
        var sum = 0L;
        for (var bin = 0; bin < before.length; bin++) {
            sum += Math.abs(before[bin] - after[bin]);
        }
        return sum / 2.0 / BYTES;
    }

    private int[] histogram(int picture) {
        var bins = new int[3 * BINS];
        for (var index = 0; index < BYTES; index++) {
            bins[index % 3 * BINS + (rgb[picture * BYTES + index] & 0xff) * BINS / 256]++;
        }
        return bins;
    }

    /** The average difference of neighbouring pixels in a third of all pictures. */
    private double detail(int third) {
        var sum = 0.0;
        var pairs = 0L;
        for (var picture = 0; picture < count; picture++) {
            for (var y = third * SIDE / 3; y < (third + 1) * SIDE / 3; y++) {
                for (var x = 1; x < SIDE; x++) {
                    var pixel = picture * PIXELS + y * SIDE + x;
                    sum += Math.abs(luma(pixel) - luma(pixel - 1));
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    private double luma(int pixel) {
        return (0.2126 * channel(pixel, 0) + 0.7152 * channel(pixel, 1) + 0.0722 * channel(pixel, 2)) / 255;
    }

    private int channel(int pixel, int channel) {
        return rgb[3 * pixel + channel] & 0xff;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
