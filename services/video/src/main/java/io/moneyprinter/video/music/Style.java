package io.moneyprinter.video.music;

import java.util.List;

/**
 * How a mood is composed.
 *
 * @param slowest beats per minute
 * @param fastest beats per minute
 * @param scale semitones of the five notes that melodies use
 * @param progressions four bars each, all in the same key, so that any may follow any
 * @param last the chord on which everything comes to rest
 * @param arpeggio who plays broken chords
 * @param lead who plays the melody
 * @param pad who holds the chords
 * @param steps notes of the arpeggio in a bar
 * @param density share of the arpeggio's steps that sound when all play
 * @param drums patterns of sixteenths, from soft to full; see {@link DrumPattern}
 * @param swing how late every second sixteenth comes, as a share of a sixteenth
 * @param room seconds of reverb
 * @param brightness 0 dark to 1 bright
 */
record Style(
        int slowest,
        int fastest,
        List<Integer> scale,
        List<List<Chord>> progressions,
        Chord last,
        Instrument arpeggio,
        Instrument lead,
        Instrument pad,
        int steps,
        double density,
        List<DrumPattern> drums,
        double swing,
        double room,
        double brightness) {

    private static final List<Integer> MAJOR = List.of(0, 2, 4, 7, 9);
    private static final List<Integer> MINOR = List.of(0, 3, 5, 7, 10);

    Style {
        scale = List.copyOf(scale);
        progressions = List.copyOf(progressions);
        drums = List.copyOf(drums);
    }

    static Style of(Mood mood) {
        return switch (mood) {
            case CALM ->
                new Style(
                        76,
                        86,
                        MAJOR,
                        progressions(
                                "0add9 9min7 5maj7 7sus4",
                                "0maj7 4min7 5maj7 5add9",
                                "5maj7 0add9 2min7 7sus4",
                                "9min7 5maj7 0add9 7maj"),
                        chord("0add9"),
                        Instrument.KEYS,
                        Instrument.KEYS,
                        Instrument.PAD,
                        8,
                        0.72,
                        List.of(DrumPattern.HEARTBEAT, DrumPattern.BRUSHED),
                        0.0,
                        2.2,
                        0.45);
            case UPBEAT ->
                new Style(
                        100,
                        110,
                        MAJOR,
                        progressions(
                                "0add9 7maj 9min7 5maj7",
                                "5maj7 0maj 7maj 9min7",
                                "9min7 5add9 0maj 7sus4",
                                "0maj 4min7 5maj7 7maj"),
                        chord("0add9"),
                        Instrument.PLUCK,
                        Instrument.KEYS,
                        Instrument.PAD,
                        16,
                        0.62,
                        List.of(DrumPattern.STEPPING, DrumPattern.GROOVE),
                        0.14,
                        1.3,
                        0.75);
            case DRAMATIC ->
                new Style(
                        82,
                        92,
                        MINOR,
                        progressions(
                                "0madd9 8maj7 3maj 10maj",
                                "0min 3maj 8maj7 10sus2",
                                "0madd9 5min7 8maj7 7sus4",
                                "8maj7 10maj 0min 0madd9"),
                        chord("0madd9"),
                        Instrument.PLUCK,
                        Instrument.KEYS,
                        Instrument.STRINGS,
                        8,
                        0.86,
                        List.of(DrumPattern.DISTANT, DrumPattern.MARCHING),
                        0.0,
                        2.6,
                        0.25);
            case DREAMY ->
                new Style(
                        68,
                        76,
                        MAJOR,
                        progressions(
                                "0maj9 5maj9 0maj9 5maj9",
                                "5maj9 4min7 2min9 0maj9",
                                "0maj7 4min7 5maj9 5madd9",
                                "9min9 5maj9 0maj9 7sus4"),
                        chord("0maj9"),
                        Instrument.BELL,
                        Instrument.BELL,
                        Instrument.PAD,
                        8,
                        0.5,
                        List.of(DrumPattern.NONE, DrumPattern.HEARTBEAT),
                        0.0,
                        3.4,
                        0.5);
        };
    }

    private static List<List<Chord>> progressions(String... progressions) {
        return List.of(progressions).stream().map(Chord::progression).toList();
    }

    private static Chord chord(String text) {
        return Chord.progression(text).getFirst();
    }
}
