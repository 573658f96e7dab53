package io.moneyprinter.materials.picture;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client accepts, as its {@code Accept} header says (RFC 9110 §12.5.1). AVIF and WebP have to be named: whoever
 * accepts everything may know neither.
 */
public record Accepted(List<Range> ranges) {

    private static final int MOST_RANGES = 50;

    public Accepted {
        ranges = List.copyOf(ranges);
    }

    /**
     * @param type {@code image/webp}, {@code image/*} or {@code *}{@code /*}
     * @param quality 0 for what is not wanted, to 1
     */
    public record Range(String type, double quality) {

        private int matches(PictureFormat format) {
            if (type.equals(format.mimeType())) {
                return 3;
            }
            return type.equals("image/*") ? 2 : type.equals("*/*") ? 1 : 0;
        }
    }

    /** What cannot be read accepts nothing by itself. */
    public static Accepted parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new Accepted(List.of());
        }
        return new Accepted(List.of(header.split(",", MOST_RANGES)).stream()
                .map(Accepted::range)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Range> range(String text) {
        var parts = text.split(";", -1);
        var type = parts[0].strip().toLowerCase(Locale.ROOT);
        var quality = 1.0;
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                var value = parameter.substring(2).strip();
                if (!value.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
                    return Optional.empty();
                }
                quality = Double.parseDouble(value);
            }
        }
        return type.contains("/") ? Optional.of(new Range(type, quality)) : Optional.empty();
    }

    /**
     * The best of those that can be made; the usual one where nothing fits, since a picture is better than none.
     *
     * @param alpha whether what can be seen through has to be kept
     */
    public PictureFormat best(boolean alpha, Set<PictureFormat> possible) {
        var usual = PictureFormat.usual(alpha);
        PictureFormat best = null;
        var most = 0.0;
        // In their order: of those that are accepted alike the smallest is taken.
        for (var format : PictureFormat.values()) {
            var quality = quality(format, format == usual);
            var fits = possible.contains(format) && (!alpha || format.transparent());
            if (fits && quality > most) {
                best = format;
                most = quality;
            }
        }
        return Objects.requireNonNullElse(best, usual);
    }

    /** The most exact range decides. */
    private double quality(PictureFormat format, boolean usual) {
        var best = 0;
        var quality = 0.0;
        for (var range : ranges) {
            var match = range.matches(format);
            if (match > best) {
                best = match;
                quality = range.quality();
            }
        }
        return best == 3 || usual ? quality : 0;
    }
}
