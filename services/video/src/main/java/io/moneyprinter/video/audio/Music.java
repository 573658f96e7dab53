package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.sound.music.BedName;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is heard under the voice. */
public sealed interface Music {

    /** Names what is heard: equal names are equal sounds, in all versions of the program. */
    String name();

    record None() implements Music {

        @Override
        public String name() {
            return toString();
        }
    }

    /**
     * A bed that we compose.
     *
     * @param steady whether it keeps its own tempo whatever the length of the film
     */
    record Composed(Genre genre, Mood mood, long seed, boolean steady) implements Music {

        /** As its mood is usually played. */
        public Composed(Mood mood, long seed) {
            this(Genre.usual(mood), mood, seed, false);
        }

        @Override
        public String name() {
            // As it was before there were genres: it sounds the same, so what was mixed then is found.
            return genre == Genre.usual(mood) && !steady
                    ? "Composed[mood=%s, seed=%d]".formatted(mood, seed)
                    : "Composed[genre=%s, mood=%s, seed=%d, steady=%b]".formatted(genre, mood, seed, steady);
        }
    }

    /** Somebody's own file, repeated until the film ends. */
    record Recorded(ObjectKey file) implements Music {

        @Override
        public String name() {
            return toString();
        }
    }

    /**
     * The music that a request asks for.
     *
     * @param wanted as in the video settings, null for the default
     * @param file the audio file that it names, null if it names none
     * @param steady whether what is composed keeps its own tempo
     * @throws CodedException {@code MUSIC_UNKNOWN}
     */
    static Music of(@Nullable String wanted, @Nullable ObjectKey file, String title, long seed, boolean steady) {
        if (file != null) {
            return new Recorded(file);
        }
        if (wanted == null || wanted.equals("auto")) {
            var mood = Mood.fitting(title, seed);
            return new Composed(Genre.usual(mood), mood, seed, steady);
        }
        if (wanted.equals("none")) {
            return new None();
        }
        return BedName.parse(wanted)
                .map(name -> (Music) new Composed(
                        name.usualGenre(), name.usualMood(), Objects.requireNonNullElse(name.seed(), seed), steady))
                .orElseThrow(() -> unknown(wanted));
    }

    /** What does not depend on pictures. */
    static Music of(@Nullable String wanted, @Nullable ObjectKey file, String title, long seed) {
        return of(wanted, file, title, seed, false);
    }

    static CodedException unknown(String wanted) {
        return CodedException.ofField(
                AudioErrorCode.MUSIC_UNKNOWN,
                "/video_settings/music",
                "music: '%s' (expected: auto, none, %s or the id of an audio file)"
                        .formatted(wanted, BedName.expected()));
    }
}
