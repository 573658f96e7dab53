package io.moneyprinter.materials.picture;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The size that somebody wants a picture to have.
 *
 * @param width null where only the height matters
 * @param height null where only the width matters
 */
public record Resize(@Nullable Integer width, @Nullable Integer height, Fit fit) {

    public static final int SMALLEST = 16;
    public static final int LARGEST = 2560;

    public Resize {
        var errors = new ArrayList<FieldError>();
        check("/width", width, errors);
        check("/height", height, errors);
        if (width == null && height == null) {
            errors.add(new FieldError("/width", "neither width nor height (expected: at least one)"));
        } else if (fit != Fit.CONTAIN && (width == null || height == null)) {
            errors.add(new FieldError("/fit", "%s (expected: width and height with it)".formatted(fit.word())));
        }
        if (!errors.isEmpty()) {
            throw CodedException.ofFields(CommonErrorCode.FIELD_INVALID, errors);
        }
    }

    private static void check(String pointer, @Nullable Integer size, List<FieldError> errors) {
        if (size != null && (size < SMALLEST || size > LARGEST)) {
            errors.add(new FieldError(pointer, "%d (expected: %d to %d)".formatted(size, SMALLEST, LARGEST)));
        }
    }

    /**
     * What is cut out of the middle of a picture, and the size it gets.
     *
     * @param cutWidth pixels of the picture
     * @param cutHeight pixels of the picture
     */
    record Frame(int cutWidth, int cutHeight, int width, int height) {}

    /** Of a picture of that size, which is never enlarged: what is asked for shrinks instead. */
    Frame of(int sourceWidth, int sourceHeight) {
        var w = width == null ? Double.POSITIVE_INFINITY : (double) width / sourceWidth;
        var h = height == null ? Double.POSITIVE_INFINITY : (double) height / sourceHeight;
        if (width == null || height == null || fit == Fit.CONTAIN) {
            var scale = Math.min(1, Math.min(w, h));
            return new Frame(sourceWidth, sourceHeight, rounded(sourceWidth * scale), rounded(sourceHeight * scale));
        }
        var shrink = 1 / Math.max(1, Math.max(w, h));
        var boxWidth = width * shrink;
        var boxHeight = height * shrink;
        if (fit == Fit.FILL) {
            return new Frame(sourceWidth, sourceHeight, rounded(boxWidth), rounded(boxHeight));
        }
        var scale = Math.max(boxWidth / sourceWidth, boxHeight / sourceHeight);
        return new Frame(
                Math.min(sourceWidth, rounded(boxWidth / scale)),
                Math.min(sourceHeight, rounded(boxHeight / scale)),
                rounded(boxWidth),
                rounded(boxHeight));
    }

    private static int rounded(double pixels) {
        return (int) Math.max(1, Math.round(pixels));
    }
}
