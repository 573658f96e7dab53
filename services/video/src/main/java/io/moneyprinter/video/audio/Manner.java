package io.moneyprinter.video.audio;

import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tone and style of a text say of its music: the first word that says something decides.
 *
 * @param word as it was written, in lower case
 */
record Manner<T>(String word, T meaning) {

    private static final Map<Mood, Set<String>> MOODS = new EnumMap<>(Map.of(
            Mood.CALM,
            Set.of(
                    "calm",
                    "relaxed",
                    "relaxing",
                    "gentle",
                    "soft",
                    "peaceful",
                    "educational",
                    "informative",
                    "neutral"),
            Mood.UPBEAT,
            Set.of("upbeat", "lively", "casual", "conversational", "playful", "friendly", "fun", "promotional"),
            Mood.DRAMATIC,
            Set.of("dramatic", "serious", "intense", "suspenseful", "suspense", "epic", "urgent", "thrilling"),
            Mood.DREAMY,
            Set.of("dreamy", "poetic", "magical", "nostalgic", "romantic", "mystical"),
            Mood.HAPPY,
            Set.of("happy", "cheerful", "humorous", "humor", "humour", "funny", "joyful", "witty", "comedic"),
            Mood.DARK,
            Set.of("dark", "scary", "horror", "eerie", "sinister", "grim", "ominous"),
            Mood.ENERGETIC,
            Set.of("energetic", "exciting", "excited", "motivational", "enthusiastic", "bold", "powerful"),
            Mood.HOPEFUL,
            Set.of("hopeful", "inspiring", "inspirational", "uplifting", "optimistic", "warm", "heartfelt")));

    private static final Map<Genre, Set<String>> GENRES = new EnumMap<>(Map.of(
            Genre.AMBIENT,
            Set.of("ambient", "meditation", "meditative", "minimal", "minimalist"),
            Genre.LOFI,
            Set.of("lofi", "chill", "cozy", "cosy", "vlog"),
            Genre.CORPORATE,
            Set.of("corporate", "business", "professional", "tutorial", "commercial", "explainer"),
            Genre.CINEMATIC,
            Set.of("cinematic", "documentary", "movie", "storytelling", "trailer"),
            Genre.ELECTRONIC,
            Set.of("electronic", "tech", "technology", "futuristic", "gaming"),
            Genre.ACOUSTIC,
            Set.of("acoustic", "folk", "travel", "rustic")));

    static Optional<Manner<Mood>> mood(@Nullable String text) {
        return first(text, MOODS);
    }

    static Optional<Manner<Genre>> genre(@Nullable String text) {
        return first(text, GENRES);
    }

    private static <T> Optional<Manner<T>> first(@Nullable String text, Map<T, Set<String>> meanings) {
        if (text == null) {
            return Optional.empty();
        }
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            for (var meaning : meanings.entrySet()) {
                if (meaning.getValue().contains(word)) {
                    return Optional.of(new Manner<>(word, meaning.getKey()));
                }
            }
        }
        return Optional.empty();
    }
}
