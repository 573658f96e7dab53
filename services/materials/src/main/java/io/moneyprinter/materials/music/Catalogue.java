package io.moneyprinter.materials.music;

import io.moneyprinter.materials.words.SearchWords;
import io.moneyprinter.sound.music.BedName;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.sound.music.MusicLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All music that is made on demand, as if it were there. */
final class Catalogue {

    /** Pieces of each genre and mood; any other seed is as good. */
    private static final int PIECES = 2;

    private static final List<MusicLoop> ALL = all();

    private Catalogue() {}

    private static List<MusicLoop> all() {
        var all = new ArrayList<MusicLoop>();
        for (var seed = 1; seed <= PIECES; seed++) {
            for (var genre : Genre.values()) {
                for (var mood : Mood.values()) {
                    all.add(MusicLoop.of(genre, mood, seed, null, null, null));
                }
            }
        }
        return List.copyOf(all);
    }

    /**
     * In an order that never changes.
     *
     * @param text words that all have to be the beginning of a genre, a mood, a tempo or {@code music}
     */
    static List<MusicLoop> find(
            @Nullable String text,
            @Nullable List<String> moods,
            @Nullable List<String> genres,
            @Nullable Double slowest,
            @Nullable Double fastest) {
        var words = text == null ? List.<String>of() : SearchWords.of(text);
        return ALL.stream()
                .filter(loop -> isAmong(moods, loop.mood().id()))
                .filter(loop -> isAmong(genres, loop.genre().id()))
                .filter(loop -> slowest == null || loop.beatsPerMinute() >= slowest)
                .filter(loop -> fastest == null || loop.beatsPerMinute() <= fastest)
                .filter(loop -> words.stream().allMatch(word -> tells(loop, word)))
                .toList();
    }

    private static boolean isAmong(@Nullable List<String> wanted, String id) {
        return wanted == null || wanted.isEmpty() || wanted.contains(id);
    }

    private static boolean tells(MusicLoop loop, String word) {
        return List.of(loop.genre().id(), loop.mood().id(), "music", "loop").stream()
                .flatMap(said -> SearchWords.of(said).stream())
                .anyMatch(said -> said.startsWith(word));
    }

    /** Such as {@code lofi:calm:7}. */
    static String id(MusicLoop loop) {
        return "%s:%s:%d".formatted(loop.genre().id(), loop.mood().id(), loop.seed());
    }

    /** What an id like that means; empty when it is none. */
    static Optional<BedName> named(String id) {
        return BedName.parse(id).filter(name -> name.seed() != null);
    }
}
