package io.moneyprinter.sound.music;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A chord of a key.
 *
 * @param root semitones above the tonic
 * @param tones semitones above the root, rising
 */
record Chord(int root, List<Integer> tones) {

    Chord {
        tones = List.copyOf(tones);
    }

    /** Reads chords such as {@code 0maj7 9min7 5add9 7sus4}. */
    static List<Chord> progression(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Chord::parse).toList();
    }

    private static Chord parse(String text) {
        var letters = 0;
        while (Character.isDigit(text.charAt(letters))) {
            letters++;
        }
        var tones = switch (text.substring(letters)) {
            case "maj" -> List.of(0, 4, 7);
            case "min" -> List.of(0, 3, 7);
            case "maj7" -> List.of(0, 4, 7, 11);
            case "min7" -> List.of(0, 3, 7, 10);
            case "dom7" -> List.of(0, 4, 7, 10);
            case "add9" -> List.of(0, 4, 7, 14);
            case "madd9" -> List.of(0, 3, 7, 14);
            case "maj9" -> List.of(0, 4, 11, 14);
            case "min9" -> List.of(0, 3, 10, 14);
            case "sus2" -> List.of(0, 2, 7);
            case "sus4" -> List.of(0, 5, 7);
            default -> throw new IllegalArgumentException("chord: '%s'".formatted(text));
        };
        return new Chord(Integer.parseInt(text.substring(0, letters)), tones);
    }

    /** Where the voices go from {@code before}: each tone once, with as little movement as possible, around {@code centre}. */
    List<Integer> voicing(int tonic, List<Integer> before, int centre) {
        var best = List.<Integer>of();
        var least = Double.MAX_VALUE;
        for (var turn = 0; turn < tones.size(); turn++) {
            for (var octave = -1; octave <= 1; octave++) {
                var candidate = closed(tonic, turn, centre + 12 * octave);
                var cost = cost(candidate, before, centre);
                if (cost < least) {
                    least = cost;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** Tones of the chord upwards from around {@code floor}, as many as asked for: the ladder an arpeggio climbs. */
    List<Integer> ladder(int tonic, int floor, int count) {
        var ladder = new ArrayList<Integer>();
        for (var note = floor; ladder.size() < count; note++) {
            if (contains(tonic, note)) {
                ladder.add(note);
            }
        }
        return ladder;
    }

    /** Whether a MIDI note is a tone of this chord in any octave. */
    boolean contains(int tonic, int note) {
        return tones.stream().anyMatch(tone -> Math.floorMod(note - tonic - root - tone, 12) == 0);
    }

    /** The inversion that starts with tone {@code turn}, as close as possible, starting at or above {@code around - 6}. */
    private List<Integer> closed(int tonic, int turn, int around) {
        var notes = new ArrayList<Integer>();
        var floor = around - 6;
        for (var i = 0; i < tones.size(); i++) {
            var tone = tonic + root + tones.get((turn + i) % tones.size());
            var note = floor + Math.floorMod(tone - floor, 12);
            notes.add(note);
            floor = note + 1;
        }
        return notes;
    }

    private static double cost(List<Integer> candidate, List<Integer> before, int centre) {
        var mean = candidate.stream().mapToInt(Integer::intValue).average().orElse(centre);
        var cost = 0.6 * Math.abs(mean - centre);
        for (var note : candidate) {
            cost += before.stream()
                    .mapToInt(other -> Math.abs(other - note))
                    .min()
                    .orElse(0);
        }
        for (var i = 1; i < candidate.size(); i++) {
            if (candidate.get(i) - candidate.get(i - 1) == 1) {
                cost += 3;
            }
            // Seconds low down are mud.
            if (candidate.get(i) - candidate.get(i - 1) < 3 && candidate.get(i - 1) < 55) {
                cost += 6;
            }
        }
        return cost;
    }
}
