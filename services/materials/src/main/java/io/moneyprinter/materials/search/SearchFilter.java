package io.moneyprinter.materials.search;

import io.moneyprinter.materials.words.Lexemes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which files are wanted. Of one kind any of the values will do, except tags, of which all have to be there.
 *
 * @param type {@code image}, {@code video}, {@code audio} or {@code document}
 * @param motion {@code still}, {@code calm} or {@code lively}
 * @param brightness {@code dark}, {@code medium} or {@code bright}
 * @param freeArea {@code top}, {@code middle} or {@code bottom}
 * @param mood such as {@code calm}
 * @param genre such as {@code lofi}
 * @param tempo {@code slow}, {@code medium} or {@code fast}
 * @param minDuration seconds
 * @param maxDuration seconds
 */
record SearchFilter(
        @Nullable List<String> type,
        @Nullable List<String> orientation,
        @Nullable List<String> colour,
        @Nullable List<String> brightness,
        @Nullable List<String> motion,
        @Nullable List<String> freeArea,
        @Nullable List<String> mood,
        @Nullable List<String> genre,
        @Nullable List<String> tempo,
        @Nullable List<String> category,
        @Nullable List<String> tag,
        @Nullable Boolean audible,
        @Nullable Boolean music,
        @Nullable Boolean favourite,
        @Nullable String collection,
        @Nullable Double minDuration,
        @Nullable Double maxDuration,
        @Nullable Integer minWidth,
        @Nullable Integer minHeight,
        @Nullable Double minBpm,
        @Nullable Double maxBpm) {

    static SearchFilter ofTypes(List<String> types) {
        return new SearchFilter(
                types, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    static SearchFilter ofMusic(
            @Nullable List<String> mood,
            @Nullable List<String> genre,
            @Nullable Double minBpm,
            @Nullable Double maxBpm) {
        return new SearchFilter(
                List.of("audio"),
                null,
                null,
                null,
                null,
                null,
                mood,
                genre,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                minBpm,
                maxBpm);
    }

    /** The part of a query that marks decide on, each with an operator before it. */
    String marks() {
        return Stream.of(
                        any("type", type),
                        any("orientation", orientation),
                        any("colour", colour),
                        any("brightness", brightness),
                        any("motion", motion),
                        any("free_area", freeArea),
                        any("mood", mood),
                        any("genre", genre),
                        any("tempo", tempo),
                        any("category", category),
                        all("tag", tag),
                        audible == null ? "" : " & " + Lexemes.marked("audible", audible.toString()),
                        Boolean.TRUE.equals(music) ? " & " + Lexemes.marked("music", "true") : "",
                        Boolean.TRUE.equals(favourite) ? " & " + Lexemes.marked("favourite", "true") : "")
                .collect(Collectors.joining());
    }

    private static String any(String kind, @Nullable List<String> values) {
        return values == null || values.isEmpty()
                ? ""
                : values.stream()
                        .map(value -> Lexemes.marked(kind, value))
                        .collect(Collectors.joining(" | ", " & (", ")"));
    }

    private static String all(String kind, @Nullable List<String> values) {
        return Objects.requireNonNullElse(values, List.<String>of()).stream()
                .map(value -> " & " + Lexemes.marked(kind, value))
                .collect(Collectors.joining());
    }

    /** The rest, as conditions of SQL. */
    String conditions() {
        return (minDuration == null ? "" : " and duration >= :min_duration")
                + (maxDuration == null ? "" : " and duration <= :max_duration")
                + (minWidth == null ? "" : " and width >= :min_width")
                + (minHeight == null ? "" : " and height >= :min_height")
                + (minBpm == null ? "" : " and (traits->'sound'->>'bpm')::numeric >= :min_bpm")
                + (maxBpm == null ? "" : " and (traits->'sound'->>'bpm')::numeric <= :max_bpm")
                + (collection == null
                        ? ""
                        : " and id in (select asset_id from materials.collection_asset join materials.collection on"
                                + " collection.id = collection_id where collection_id = :collection and collection.user_id = :user)");
    }
}
