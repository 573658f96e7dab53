package io.moneyprinter.sound.music;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who plays a music bed, and in which manner; {@link Mood} decides what they play. */
public enum Genre {
    /** Held chords and bells in a large room, hardly a drum. */
    AMBIENT,
    /** A soft electric piano over swung drums and the dust of a record. */
    LOFI,
    /** Plucked figures, light drums, a friendly pace: what explains and sells. */
    CORPORATE,
    /** Strings and deep drums. */
    CINEMATIC,
    /** Synthesizers over a drum on every beat. */
    ELECTRONIC,
    /** Steel strings, a shaker and a round bass. */
    ACOUSTIC;

    /** As people write it in a request. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Genre> named(String name) {
        return Arrays.stream(values()).filter(genre -> genre.id().equals(name)).findFirst();
    }

    /** Who plays a mood when nobody says. */
    public static Genre usual(Mood mood) {
        return switch (mood) {
            case CALM, UPBEAT, HOPEFUL -> CORPORATE;
            case DRAMATIC, DARK -> CINEMATIC;
            case DREAMY -> AMBIENT;
            case HAPPY -> ACOUSTIC;
            case ENERGETIC -> ELECTRONIC;
        };
    }

    /** What it is played for when nobody says. */
    public static Mood usual(Genre genre) {
        return switch (genre) {
            case AMBIENT, LOFI, ACOUSTIC -> Mood.CALM;
            case CORPORATE -> Mood.UPBEAT;
            case CINEMATIC -> Mood.DRAMATIC;
            case ELECTRONIC -> Mood.ENERGETIC;
        };
    }
}
