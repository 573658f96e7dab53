package io.moneyprinter.sound.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a piece of exactly the wanted length: an intro, sections in which players come and go, and an ending that
 * comes home; or one without either, that leads back to where it began. Pure: the same bed is the same score.
 */
final class Composer {

    private static final int BEATS = 4;
    private static final int CHORDS = 4;

    /** What is left of the piece after its last stroke, in bars. */
    private static final double RING_OUT = 1.6;

    /** The last chord of a piece with a tempo of its own rings this long at least, in bars. */
    private static final double SHORTEST_RING_OUT = 1.1;

    private final Style style;
    private final SplittableRandom random;
    private final List<Note> notes = new ArrayList<>();
    private final int tonic;
    private final int bars;
    private final double beat;
    private final List<List<Chord>> progressions;
    private final Arpeggio arpeggio;
    private final Melody melody;

    private Composer(Style style, SplittableRandom random, int tonic, double beat, int bars) {
        this.style = style;
        this.random = random;
        this.tonic = tonic;
        this.beat = beat;
        this.bars = bars;
        progressions = twoOf(style.harmony().progressions());
        arpeggio = Arpeggio.random(style.steps(), random);
        melody = Melody.random(style.harmony().scale().size(), random);
    }

    static Score compose(MusicBed bed) {
        var style = Style.of(bed.genre(), bed.mood());
        var draft = Draft.of(style, bed.genre(), bed.mood(), bed.seed());
        var wanted = draft.beat();
        var ringOut = bed.steady() ? SHORTEST_RING_OUT : RING_OUT;
        var room = bed.frames() / (wanted * BEATS) - ringOut;
        var bars = (int) Math.max(0, bed.steady() ? Math.floor(room) : Math.round(room));
        var beat = bars == 0 || bed.steady()
                ? wanted
                : Math.clamp(bed.frames() / (BEATS * (bars + RING_OUT)), 0.9 * wanted, 1.1 * wanted);
        return new Composer(style, draft.random(), draft.tonic(), beat, bars).ending(bed.frames());
    }

    static Score compose(MusicLoop loop) {
        var style = Style.of(loop.genre(), loop.mood());
        var draft = Draft.of(style, loop.genre(), loop.mood(), loop.seed());
        return new Composer(style, draft.random(), 36 + loop.tonic(), loop.beat(), loop.bars()).endless();
    }

    /**
     * What a seed says of a piece before anybody asks for something else.
     *
     * @param random for all that is still to be decided
     * @param tonic MIDI note number of the second octave
     * @param beat in frames
     */
    record Draft(SplittableRandom random, int tonic, double beat) {

        static Draft of(Style style, Genre genre, Mood mood, long seed) {
            var usual = genre == Genre.usual(mood);
            var random =
                    new SplittableRandom(seed * 31 + mood.ordinal() + (usual ? 0 : 1_000L * (1 + genre.ordinal())));
            var tonic = 36 + random.nextInt(12);
            var tempo = style.slowest() + random.nextDouble() * (style.fastest() - style.slowest());
            return new Draft(random, tonic, 60.0 * MusicBed.SAMPLE_RATE / tempo);
        }
    }

    private Score ending(long frames) {
        var voicing = play(Section.arrange(bars));
        end(frames, style.harmony().last().voicing(tonic, voicing, 60));
        notes.removeIf(note -> note.start() >= frames);
        return score();
    }

    private Score endless() {
        play(Section.endless(bars));
        return score();
    }

    private Score score() {
        notes.sort(Comparator.comparingLong(Note::start));
        return new Score(notes, beat, style.room(), style.brightness());
    }

    /** The voicing that was played last. */
    private List<Integer> play(List<Section> sections) {
        var voicing = List.<Integer>of();
        var bar = 0;
        for (var section : sections) {
            var progression = progressions.get(section.contrasting() ? 1 : 0);
            for (var i = 0; i < section.bars(); i++, bar++) {
                var chord = progression.get(i % CHORDS);
                voicing = chord.voicing(tonic, voicing, 60);
                write(bar, i, section, chord, progression.get((i + 1) % CHORDS), voicing);
            }
        }
        return voicing;
    }

    private void write(int bar, int inSection, Section section, Chord chord, Chord next, List<Integer> voicing) {
        var from = at(bar, 0);
        // The pad's swell overlaps the bar line, so that chords flow into each other.
        hold(from, at(bar + 1, 0.25) - from, voicing, section.fullness());
        if (section.plays(Section.Player.ARPEGGIO)) {
            arpeggiate(bar, inSection, section, chord);
        }
        if (section.plays(Section.Player.BASS)) {
            walk(bar, section, chord, next);
        }
        if (section.plays(Section.Player.LEAD)) {
            sing(bar, inSection, chord);
        }
        if (section.plays(Section.Player.DRUMS)) {
            drum(bar, section);
        }
        if (style.dusty()) {
            add(Instrument.DUST, from, at(bar + 1, 0) - from, 60, 1, 0);
        }
        if (inSection == section.bars() - 1 && section.bars() > 1 && style.brightness() > 0.3) {
            add(Instrument.SWELL, at(bar, 2), at(bar + 1, 0) - at(bar, 2), 60, 0.6, 0);
        }
    }

    private void hold(long from, long length, List<Integer> voicing, double fullness) {
        for (var i = 0; i < voicing.size(); i++) {
            var pan = voicing.size() == 1 ? 0 : 0.7 * (2.0 * i / (voicing.size() - 1) - 1) * (i % 2 == 0 ? 1 : -1);
            add(style.pad(), from, length, voicing.get(i), 0.55 + 0.35 * fullness, pan);
        }
    }

    private void arpeggiate(int bar, int inSection, Section section, Chord chord) {
        var ladder = chord.ladder(tonic, style.arpeggio() == Instrument.BELL ? 67 : 60, 7);
        var length = (long) (beat * BEATS / style.steps() * 1.6);
        for (var step = 0; step < style.steps(); step++) {
            var rung = arpeggio.rung(step, inSection);
            if (arpeggio.rank(step) >= style.density() * (0.55 + 0.45 * section.fullness())) {
                continue;
            }
            var accent = step % (style.steps() / BEATS) == 0 ? 0.62 : 0.44;
            var pan = 0.45 * Math.sin(step * 2.4 + bar);
            var start = swung(bar, step * 16 / style.steps());
            add(style.arpeggio(), start, length, ladder.get(rung), human(accent), pan);
        }
    }

    private void walk(int bar, Section section, Chord chord, Chord next) {
        var root = bass(chord);
        switch (style.bassLine()) {
            case SYNCOPATED -> {
                for (var eighth : section.fullness() > 0.7 ? new int[] {0, 3, 4, 6, 7} : new int[] {0, 3, 6}) {
                    var pitch = eighth == 7 ? bass(next) : root;
                    addBass(swung(bar, eighth * 2), 0.42, pitch, human(0.72));
                }
            }
            case DRIVING -> {
                for (var eighth = 0; eighth < 8; eighth += section.fullness() > 0.7 ? 1 : 4) {
                    var length = section.fullness() > 0.7 ? 0.4 : 1.9;
                    addBass(swung(bar, eighth * 2), length, root, human(0.62));
                }
            }
            case LONG -> {
                addBass(at(bar, 0), 2.8, root, human(0.7));
                if (section.fullness() > 0.6) {
                    addBass(at(bar, 3), 0.9, root + 7, human(0.5));
                }
            }
            case LAZY -> {
                addBass(swung(bar, 0), 1.4, root, human(0.74));
                addBass(swung(bar, 7), 0.4, root, human(0.5));
                addBass(swung(bar, 10), 1.1, section.fullness() > 0.6 ? root + 7 : root, human(0.6));
            }
            case OFFBEAT -> {
                for (var eighth = 1; eighth < 8; eighth += 2) {
                    var pitch = eighth == 7 && section.fullness() > 0.7 ? bass(next) : root;
                    addBass(swung(bar, eighth * 2), 0.38, pitch, human(0.72));
                }
            }
            case STRIDING -> {
                addBass(swung(bar, 0), 1.6, root, human(0.72));
                addBass(
                        swung(bar, 8),
                        section.fullness() > 0.7 ? 0.9 : 1.6,
                        root + 7 > 43 ? root - 5 : root + 7,
                        human(0.6));
                if (section.fullness() > 0.7) {
                    addBass(swung(bar, 14), 0.4, bass(next), human(0.5));
                }
            }
        }
    }

    private void addBass(long start, double beats, int pitch, double velocity) {
        add(style.bass(), start, (long) (beat * beats), pitch, velocity, 0);
    }

    private void sing(int bar, int inSection, Chord chord) {
        for (var tone : melody.bar(inSection)) {
            var pitch = 72 + Math.floorMod(tonic, 12) - (tonic % 12 > 5 ? 12 : 0) + scale(tone.degree());
            var consonant = tone.eighth() % 4 == 0 || rubs(chord, pitch) ? nearest(chord, pitch) : pitch;
            var start = swung(bar, tone.eighth() * 2);
            add(style.lead(), start, (long) (beat * tone.eighths() / 2), consonant, human(0.5), 0.15);
        }
    }

    private void drum(int bar, Section section) {
        var pattern = style.drums().get(section.fullness() > 0.7 ? 1 : 0);
        for (var line : pattern.lines()) {
            for (var step = 0; step < 16; step++) {
                var velocity = line.velocity(step);
                if (velocity > 0) {
                    var pan = line.drum() == Instrument.SHAKER ? 0.35 : line.drum() == Instrument.HAT ? -0.3 : 0;
                    add(line.drum(), swung(bar, step), 0, 60, human(velocity), pan);
                }
            }
        }
    }

    /** The last chord, rolled upwards, and left to ring. */
    private void end(long frames, List<Integer> voicing) {
        var from = at(bars, 0);
        var length = Math.max(1, (long) (frames - from - 1.4 * MusicBed.SAMPLE_RATE));
        hold(from, length, voicing, 0.5);
        add(style.bass(), from, length, bass(style.harmony().last()), 0.6, 0);
        var ladder = style.harmony().last().ladder(tonic, 52, 5);
        for (var i = 0; i < ladder.size(); i++) {
            add(
                    style.arpeggio(),
                    from + (long) (i * 0.11 * beat),
                    length,
                    ladder.get(i),
                    0.5 - 0.04 * i,
                    0.3 * (i - 2));
        }
    }

    private void add(Instrument instrument, long start, long length, double pitch, double velocity, double pan) {
        notes.add(new Note(instrument, start, Math.max(1, length), pitch, velocity, Math.clamp(pan, -0.8, 0.8)));
    }

    private long at(int bar, double beats) {
        return Math.round((bar * (double) BEATS + beats) * beat);
    }

    /** The frame of a sixteenth, a little late or early as people play, and swung. */
    private long swung(int bar, int sixteenth) {
        var late = sixteenth % 2 == 1 ? style.swing() : 0;
        var loose = (random.nextDouble() - 0.5) * 0.008 * MusicBed.SAMPLE_RATE;
        return Math.max(0, Math.round((bar * 16 + sixteenth + late) * beat / 4 + loose));
    }

    private double human(double velocity) {
        return velocity * (0.92 + 0.16 * random.nextDouble());
    }

    /** The root where small speakers still hear something of it. */
    private int bass(Chord chord) {
        return 31 + Math.floorMod(tonic + chord.root() - 31, 12);
    }

    private int scale(int degree) {
        var size = style.harmony().scale().size();
        return style.harmony().scale().get(Math.floorMod(degree, size)) + 12 * Math.floorDiv(degree, size);
    }

    /** Whether a pitch lies a semitone beside a tone of the chord, where it would sound like a mistake. */
    private boolean rubs(Chord chord, int pitch) {
        return !chord.contains(tonic, pitch) && (chord.contains(tonic, pitch - 1) || chord.contains(tonic, pitch + 1));
    }

    private int nearest(Chord chord, int pitch) {
        for (var distance = 0; distance < 6; distance++) {
            if (chord.contains(tonic, pitch - distance)) {
                return pitch - distance;
            }
            if (chord.contains(tonic, pitch + distance)) {
                return pitch + distance;
            }
        }
        return pitch;
    }

    private List<List<Chord>> twoOf(List<List<Chord>> all) {
        var first = random.nextInt(all.size());
        var second = (first + 1 + random.nextInt(all.size() - 1)) % all.size();
        return List.of(all.get(first), all.get(second));
    }
}
