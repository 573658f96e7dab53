package io.moneyprinter.sound.music;

import java.util.List;

/**
 * How a mood is composed in a genre.
 *
 * @param slowest beats per minute
 * @param fastest beats per minute
 * @param harmony what is played
 * @param arpeggio who plays broken chords
 * @param lead who plays the melody
 * @param pad who holds the chords
 * @param bass who plays the bass
 * @param bassLine how the bass moves
 * @param steps notes of the arpeggio in a bar
 * @param density share of the arpeggio's steps that sound when all play
 * @param drums patterns of sixteenths, from soft to full; see {@link DrumPattern}
 * @param swing how late every second sixteenth comes, as a share of a sixteenth
 * @param room seconds of reverb
 * @param brightness 0 dark to 1 bright
 * @param dusty whether a record is heard turning
 */
record Style(
        double slowest,
        double fastest,
        Harmony harmony,
        Instrument arpeggio,
        Instrument lead,
        Instrument pad,
        Instrument bass,
        BassLine bassLine,
        int steps,
        double density,
        List<DrumPattern> drums,
        double swing,
        double room,
        double brightness,
        boolean dusty) {

    /** Pieces of one genre and mood differ in tempo by so much in both directions. */
    private static final double FREEDOM = 0.05;

    Style {
        drums = List.copyOf(drums);
    }

    static Style of(Genre genre, Mood mood) {
        return switch (mood) {
            case CALM, UPBEAT, DRAMATIC, DREAMY -> genre == Genre.usual(mood) ? first(mood) : combined(genre, mood);
            case HAPPY, DARK, ENERGETIC, HOPEFUL -> combined(genre, mood);
        };
    }

    private static Style combined(Genre genre, Mood mood) {
        var ensemble = ensemble(genre);
        var harmony = Harmony.of(mood);
        var tempo = ensemble.slowest() + harmony.pace() * (ensemble.fastest() - ensemble.slowest());
        return new Style(
                tempo * (1 - FREEDOM),
                tempo * (1 + FREEDOM),
                harmony,
                ensemble.arpeggio(),
                ensemble.lead(),
                ensemble.pad(),
                ensemble.bass(),
                ensemble.bassLine(),
                ensemble.steps(),
                Math.clamp(ensemble.density() + harmony.density(), 0.25, 0.95),
                ensemble.drums(),
                ensemble.swing(),
                ensemble.room(),
                Math.clamp(ensemble.brightness() + harmony.brightness(), 0.1, 0.9),
                ensemble.dusty());
    }

    /** Who plays in a genre; a harmony takes the place of the calm one. */
    private static Style ensemble(Genre genre) {
        var any = Harmony.of(Mood.CALM);
        return switch (genre) {
            case AMBIENT ->
                new Style(
                        56,
                        80,
                        any,
                        Instrument.BELL,
                        Instrument.BELL,
                        Instrument.PAD,
                        Instrument.BASS,
                        BassLine.LONG,
                        8,
                        0.4,
                        List.of(DrumPattern.NONE, DrumPattern.HEARTBEAT),
                        0,
                        4.2,
                        0.45,
                        false);
            case LOFI ->
                new Style(
                        70,
                        92,
                        any,
                        Instrument.KEYS,
                        Instrument.KEYS,
                        Instrument.PAD,
                        Instrument.BASS,
                        BassLine.LAZY,
                        8,
                        0.5,
                        List.of(DrumPattern.DUSTY, DrumPattern.BOOM_BAP),
                        0.34,
                        1.5,
                        0.3,
                        true);
            case CORPORATE ->
                new Style(
                        90,
                        116,
                        any,
                        Instrument.PLUCK,
                        Instrument.KEYS,
                        Instrument.PAD,
                        Instrument.BASS,
                        BassLine.SYNCOPATED,
                        16,
                        0.58,
                        List.of(DrumPattern.STEPPING, DrumPattern.GROOVE),
                        0.1,
                        1.3,
                        0.65,
                        false);
            case CINEMATIC ->
                new Style(
                        68,
                        104,
                        any,
                        Instrument.SHORT_STRINGS,
                        Instrument.KEYS,
                        Instrument.STRINGS,
                        Instrument.BASS,
                        BassLine.DRIVING,
                        16,
                        0.6,
                        List.of(DrumPattern.DISTANT, DrumPattern.MARCHING),
                        0,
                        3.0,
                        0.35,
                        false);
            case ELECTRONIC ->
                new Style(
                        100,
                        128,
                        any,
                        Instrument.SYNTH,
                        Instrument.SYNTH,
                        Instrument.PAD,
                        Instrument.SYNTH_BASS,
                        BassLine.OFFBEAT,
                        16,
                        0.62,
                        List.of(DrumPattern.PULSE, DrumPattern.FOUR_ON_THE_FLOOR),
                        0,
                        1.6,
                        0.6,
                        false);
            case ACOUSTIC ->
                new Style(
                        84,
                        116,
                        any,
                        Instrument.GUITAR,
                        Instrument.GUITAR,
                        Instrument.STRINGS,
                        Instrument.BASS,
                        BassLine.STRIDING,
                        8,
                        0.85,
                        List.of(DrumPattern.SHAKEN, DrumPattern.HAND_DRUM),
                        0.08,
                        1.1,
                        0.5,
                        false);
        };
    }

    /** The styles that were there before there were genres, unchanged: a film that is made again sounds as it did. */
    private static Style first(Mood mood) {
        var harmony = Harmony.of(mood);
        return switch (mood) {
            case CALM ->
                new Style(
                        76,
                        86,
                        harmony,
                        Instrument.KEYS,
                        Instrument.KEYS,
                        Instrument.PAD,
                        Instrument.BASS,
                        BassLine.LONG,
                        8,
                        0.72,
                        List.of(DrumPattern.HEARTBEAT, DrumPattern.BRUSHED),
                        0.0,
                        2.2,
                        0.45,
                        false);
            case UPBEAT ->
                new Style(
                        100,
                        110,
                        harmony,
                        Instrument.PLUCK,
                        Instrument.KEYS,
                        Instrument.PAD,
                        Instrument.BASS,
                        BassLine.SYNCOPATED,
                        16,
                        0.62,
                        List.of(DrumPattern.STEPPING, DrumPattern.GROOVE),
                        0.14,
                        1.3,
                        0.75,
                        false);
            case DRAMATIC ->
                new Style(
                        82,
                        92,
                        harmony,
                        Instrument.PLUCK,
                        Instrument.KEYS,
                        Instrument.STRINGS,
                        Instrument.BASS,
                        BassLine.DRIVING,
                        8,
                        0.86,
                        List.of(DrumPattern.DISTANT, DrumPattern.MARCHING),
                        0.0,
                        2.6,
                        0.25,
                        false);
            case DREAMY ->
                new Style(
                        68,
                        76,
                        harmony,
                        Instrument.BELL,
                        Instrument.BELL,
                        Instrument.PAD,
                        Instrument.BASS,
                        BassLine.LONG,
                        8,
                        0.5,
                        List.of(DrumPattern.NONE, DrumPattern.HEARTBEAT),
                        0.0,
                        3.4,
                        0.5,
                        false);
            case HAPPY, DARK, ENERGETIC, HOPEFUL -> throw new IllegalArgumentException("mood: " + mood);
        };
    }
}
