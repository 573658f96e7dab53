package io.moneyprinter.sound.music;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of our music is meant: {@code calm}, {@code lofi}, {@code lofi:calm} or {@code lofi:calm:7}.
 *
 * @param genre null when only the mood is named
 * @param mood null when only the genre is named
 * @param seed null for the one of whoever asks
 */
public record BedName(
        @Nullable Genre genre,
        @Nullable Mood mood,
        @Nullable Long seed) {

    /** What may stand where a name is parsed, for messages. */
    public static String expected() {
        return "%s, %s, GENRE:MOOD".formatted(ids(Mood.values(), Mood::id), ids(Genre.values(), Genre::id));
    }

    private static <T> String ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).collect(Collectors.joining(", "));
    }

    public Genre usualGenre() {
        return genre != null ? genre : Genre.usual(Objects.requireNonNull(mood));
    }

    public Mood usualMood() {
        return mood != null ? mood : Genre.usual(Objects.requireNonNull(genre));
    }

    public static Optional<BedName> parse(String text) {
        var parts = text.split(":", -1);
        var genre = Genre.named(parts[0]);
        return switch (parts.length) {
            case 1 ->
                genre.map(each -> new BedName(each, null, null))
                        .or(() -> Mood.named(text).map(mood -> new BedName(null, mood, null)));
            case 2 -> genre.flatMap(each -> Mood.named(parts[1]).map(mood -> new BedName(each, mood, null)));
            case 3 ->
                genre.flatMap(each -> Mood.named(parts[1])
                        .flatMap(mood -> seed(parts[2]).map(seed -> new BedName(each, mood, seed))));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> seed(String text) {
        try {
            return text.matches("-?[0-9]{1,19}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
