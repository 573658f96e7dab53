package io.moneyprinter.sound.music;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a music bed feels like. */
public enum Mood {
    CALM(Set.of("how", "why", "guide", "learn", "explained", "nature", "health", "home", "food", "bees", "history")),
    UPBEAT(Set.of("best", "top", "tips", "fun", "fast", "money", "startup", "business", "sport", "new", "win", "easy")),
    DRAMATIC(
            Set.of("war", "crime", "danger", "dark", "secret", "truth", "crisis", "death", "mystery", "fall", "storm")),
    DREAMY(Set.of("space", "dream", "dreams", "ocean", "night", "moon", "stars", "sleep", "universe", "sea", "light")),
    HAPPY(Set.of()),
    DARK(Set.of()),
    ENERGETIC(Set.of()),
    HOPEFUL(Set.of());

    private static final List<Mood> FOR_ANY_TITLE = List.of(CALM, UPBEAT, DREAMY);

    private final Set<String> words;

    Mood(Set<String> words) {
        this.words = words;
    }

    /** As people write it in a request. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mood> named(String name) {
        return Arrays.stream(values()).filter(mood -> mood.id().equals(name)).findFirst();
    }

    /** Whether it is played in a minor key. */
    public boolean isMinor() {
        return Harmony.of(this).minor();
    }

    /** A mood for a film of this title; where no word of it says anything, the seed decides between the light ones. */
    public static Mood fitting(String title, long seed) {
        return heardIn(title)
                .map(Hint::mood)
                .orElseGet(() -> FOR_ANY_TITLE.get((int) Long.remainderUnsigned(mixed(seed), FOR_ANY_TITLE.size())));
    }

    /** A word that says a mood. */
    public record Hint(String word, Mood mood) {}

    /** The first word of a title that says a mood. */
    public static Optional<Hint> heardIn(String title) {
        for (var word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            for (var mood : values()) {
                if (mood.words.contains(word)) {
                    return Optional.of(new Hint(word, mood));
                }
            }
        }
        return Optional.empty();
    }

    /** Neighbouring seeds must not fall into a pattern. */
    private static long mixed(long seed) {
        var z = (seed + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        return (z ^ (z >>> 31)) * 0x94d049bb133111ebL >>> 17;
    }
}
