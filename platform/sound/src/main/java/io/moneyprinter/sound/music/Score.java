package io.moneyprinter.sound.music;

import java.util.List;

/**
 * A composed piece.
 *
 * @param notes by start
 * @param beat frames of a quarter note
 * @param room seconds until the reverb has died away
 * @param brightness 0 dark to 1 bright
 */
record Score(List<Note> notes, double beat, double room, double brightness) {

    Score {
        notes = List.copyOf(notes);
    }

    double beatsPerMinute() {
        return 60.0 * MusicBed.SAMPLE_RATE / beat;
    }
}
