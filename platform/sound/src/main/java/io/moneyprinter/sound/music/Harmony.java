package io.moneyprinter.sound.music;

import java.util.List;

/**
 * What a mood asks for, whoever plays it.
 *
 * @param minor whether the key is
 * @param scale semitones of the five notes that melodies use
 * @param progressions four bars each, all in the same key, so that any may follow any
 * @param last the chord on which everything comes to rest
 * @param pace 0 to 1, from the slowest of a genre to its fastest
 * @param brightness more or less than is usual in a genre
 * @param density more or less notes than are usual in a genre
 */
record Harmony(
        boolean minor,
        List<Integer> scale,
        List<List<Chord>> progressions,
        Chord last,
        double pace,
        double brightness,
        double density) {

    private static final List<Integer> MAJOR_SCALE = List.of(0, 2, 4, 7, 9);
    private static final List<Integer> MINOR_SCALE = List.of(0, 3, 5, 7, 10);

    Harmony {
        scale = List.copyOf(scale);
        progressions = List.copyOf(progressions);
    }

    static Harmony of(Mood mood) {
        return switch (mood) {
            case CALM ->
                major(
                        "0add9",
                        0.25,
                        -0.05,
                        0,
                        "0add9 9min7 5maj7 7sus4",
                        "0maj7 4min7 5maj7 5add9",
                        "5maj7 0add9 2min7 7sus4",
                        "9min7 5maj7 0add9 7maj");
            case UPBEAT ->
                major(
                        "0add9",
                        0.8,
                        0.1,
                        0.05,
                        "0add9 7maj 9min7 5maj7",
                        "5maj7 0maj 7maj 9min7",
                        "9min7 5add9 0maj 7sus4",
                        "0maj 4min7 5maj7 7maj");
            case DRAMATIC ->
                minor(
                        "0madd9",
                        0.55,
                        -0.1,
                        0.1,
                        "0madd9 8maj7 3maj 10maj",
                        "0min 3maj 8maj7 10sus2",
                        "0madd9 5min7 8maj7 7sus4",
                        "8maj7 10maj 0min 0madd9");
            case DREAMY ->
                major(
                        "0maj9",
                        0.1,
                        0,
                        -0.1,
                        "0maj9 5maj9 0maj9 5maj9",
                        "5maj9 4min7 2min9 0maj9",
                        "0maj7 4min7 5maj9 5madd9",
                        "9min9 5maj9 0maj9 7sus4");
            case HAPPY ->
                major(
                        "0maj",
                        0.75,
                        0.1,
                        0.1,
                        "0maj 5maj 7maj 5maj",
                        "0maj 9min 5maj 7maj",
                        "0add9 4min 5maj 7maj",
                        "5maj 0maj 7maj 0maj");
            case DARK ->
                minor(
                        "0min",
                        0.15,
                        -0.2,
                        -0.1,
                        "0min 8maj7 0min 10sus2",
                        "0madd9 5min7 0min 7min",
                        "0min 1maj7 0min 10sus2",
                        "0madd9 8maj7 5min7 0min");
            case ENERGETIC ->
                minor(
                        "0min",
                        1,
                        0.15,
                        0.15,
                        "0min 10maj 8maj 10maj",
                        "0min 3maj 10maj 5min7",
                        "8maj 10maj 0min 0min",
                        "0min 8maj 3maj 10maj");
            case HOPEFUL ->
                major(
                        "0add9",
                        0.5,
                        0.05,
                        0,
                        "5add9 0maj 7sus4 9min7",
                        "0add9 7maj 5add9 5add9",
                        "9min7 5add9 0maj 7maj",
                        "0maj 4min7 5add9 7sus4");
        };
    }

    private static Harmony major(String last, double pace, double brightness, double density, String... progressions) {
        return of(false, MAJOR_SCALE, last, pace, brightness, density, progressions);
    }

    private static Harmony minor(String last, double pace, double brightness, double density, String... progressions) {
        return of(true, MINOR_SCALE, last, pace, brightness, density, progressions);
    }

    private static Harmony of(
            boolean minor,
            List<Integer> scale,
            String last,
            double pace,
            double brightness,
            double density,
            String... progressions) {
        return new Harmony(
                minor,
                scale,
                List.of(progressions).stream().map(Chord::progression).toList(),
                Chord.progression(last).getFirst(),
                pace,
                brightness,
                density);
    }
}
