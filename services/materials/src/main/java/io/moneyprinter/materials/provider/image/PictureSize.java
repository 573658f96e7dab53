package io.moneyprinter.materials.provider.image;

import io.moneyprinter.materials.spi.ImagePrompt;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How large a provider makes a picture.
 *
 * @param width pixels
 * @param height pixels
 */
public record PictureSize(int width, int height) {

    /** @param text such as {@code 1024x1536} */
    public static PictureSize parse(String text) {
        var sides = text.strip().split("x", 2);
        try {
            var size = new PictureSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
            if (size.width >= 1 && size.height >= 1) {
                return size;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("size: '%s' (expected: such as 1024x1536)".formatted(text), e);
        }
        throw new IllegalArgumentException("size: '%s' (expected: such as 1024x1536)".formatted(text));
    }

    /** The one whose shape is nearest to the canvas, and of equal ones the largest. */
    public static PictureSize nearest(List<PictureSize> sizes, ImagePrompt prompt) {
        return sizes.stream()
                .min(Comparator.comparingDouble((PictureSize size) -> size.stretch(prompt))
                        .thenComparing(
                                Comparator.comparingLong(PictureSize::pixels).reversed()))
                .orElseThrow(() -> new IllegalArgumentException("sizes: none (expected: at least one)"));
    }

    /** In the shape of the canvas, with about {@code side} by {@code side} pixels, and sides that models can make. */
    public static PictureSize of(ImagePrompt prompt, int side) {
        ToDoubleFunction<Double> limited = length -> Math.clamp(length, side / 2.0, side * 2.0);
        var width = limited.applyAsDouble(side * Math.sqrt(prompt.aspect()));
        var height = limited.applyAsDouble(side / Math.sqrt(prompt.aspect()));
        return new PictureSize(multiple(width), multiple(height));
    }

    private static int multiple(double length) {
        return (int) Math.max(1, Math.round(length / 64)) * 64;
    }

    private double stretch(ImagePrompt prompt) {
        return Math.abs(Math.log((double) width / height / prompt.aspect()));
    }

    private long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
