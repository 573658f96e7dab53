package io.moneyprinter.sound.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTests {

    private static final Set<Instrument> BASSES = Set.of(Instrument.BASS, Instrument.SYNTH_BASS);
    private static final Set<Instrument> CHORDS = Set.of(Instrument.PAD, Instrument.STRINGS);

    @ParameterizedTest
    @EnumSource
    void staysInTheTempoOfTheMood(Mood mood) {
        var style = Style.of(Genre.usual(mood), mood);
        for (var seconds = 20; seconds <= 600; seconds += 37) {
            var score = score(mood, seconds, seconds);

            assertThat(score.beatsPerMinute()).isBetween(0.9 * style.slowest(), 1.12 * style.fastest());
        }
    }

    @ParameterizedTest
    @EnumSource
    void comesHomeOnceAndRingsOut(Mood mood) {
        var score = score(mood, 4, 47);
        var last = score.notes().stream()
                .filter(note -> CHORDS.contains(note.instrument()))
                .max(Comparator.comparingLong(Note::start))
                .orElseThrow();
        var rest = 47L * MusicBed.SAMPLE_RATE - last.start();

        assertThat(rest / score.beat() / 4).isBetween(1.2, 2.0);
        assertThat(bass(score, last.start())).isEqualTo(Math.floorMod(tonic(score), 12));
    }

    @ParameterizedTest
    @EnumSource
    void growsFromItsIntro(Mood mood) {
        var score = score(mood, 9, 120);
        var bar = score.beat() * 4;
        var intro = players(score, 0, 2 * bar);
        var later = players(score, 12 * bar, 30 * bar);

        assertThat(later).containsAll(intro).hasSizeGreaterThan(intro.size() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsTempoWhateverTheLengthWhenItIsAskedTo(Mood mood) {
        var beats = new HashSet<Double>();
        for (var seconds = 20; seconds <= 200; seconds += 23) {
            var bed = new MusicBed(Genre.usual(mood), mood, 5, seconds * 48_000L, true);
            var score = Composer.compose(bed);
            var last = score.notes().getLast().start();

            beats.add(bed.beat());
            assertThat((bed.frames() - last) / score.beat() / 4).isBetween(0.9, 2.3);
        }
        assertThat(beats).hasSize(1);
    }

    @Test
    void writesAnotherPieceForEachGenre() {
        var pieces = new HashSet<List<Note>>();
        for (var genre : Genre.values()) {
            pieces.add(Composer.compose(new MusicBed(genre, Mood.HOPEFUL, 1, 40L * 48_000, false))
                    .notes());
        }

        assertThat(pieces).hasSize(Genre.values().length);
    }

    @Test
    void playsChordsCloseToEachOther() {
        var before = List.<Integer>of();
        for (var chord : Chord.progression("0add9 7maj 9min7 5maj7 0add9")) {
            var voicing = chord.voicing(38, before, 60);

            assertThat(voicing).isSorted().allMatch(note -> note >= 48 && note <= 78);
            for (var i = 0; i < Math.min(before.size(), voicing.size()); i++) {
                assertThat(Math.abs(voicing.get(i) - before.get(i))).isLessThanOrEqualTo(5);
            }
            before = voicing;
        }
    }

    @Test
    void isOneChordWhenThereIsTimeForNoMore() {
        var score = score(Mood.CALM, 1, 3);

        assertThat(score.notes()).isNotEmpty().allMatch(note -> note.start() < 3L * MusicBed.SAMPLE_RATE);
        assertThat(score.notes().stream().filter(note -> BASSES.contains(note.instrument())))
                .hasSize(1);
    }

    private static Score score(Mood mood, long seed, long seconds) {
        return Composer.compose(new MusicBed(mood, seed, seconds * MusicBed.SAMPLE_RATE));
    }

    private static Set<Instrument> players(Score score, double from, double to) {
        return score.notes().stream()
                .filter(note -> note.start() >= from && note.start() < to)
                .map(Note::instrument)
                .collect(Collectors.toSet());
    }

    private static int bass(Score score, long at) {
        return score.notes().stream()
                .filter(note -> BASSES.contains(note.instrument()) && note.start() == at)
                .mapToInt(note -> Math.floorMod((int) note.pitch(), 12))
                .findFirst()
                .orElse(-1);
    }

    /** The root of the last chord is what all progressions are counted from. */
    private static int tonic(Score score) {
        var lows = score.notes().stream()
                .filter(note -> BASSES.contains(note.instrument()))
                .toList();
        return (int) lows.getLast().pitch();
    }
}
