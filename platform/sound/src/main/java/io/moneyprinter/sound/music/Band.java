package io.moneyprinter.sound.music;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Plays a score, a block of frames at a time. */
final class Band {

    static final int BLOCK = 512;

    private final Score score;
    private final SplittableRandom random;
    private final Map<Instrument, List<Playing>> playing = new EnumMap<>(Instrument.class);
    private final Reverb reverb;
    private final Echo echo;
    private final float[][] solo = new float[2][BLOCK];
    private final float[][] room = new float[2][BLOCK];
    private final float[][] echoes = new float[2][BLOCK];
    private final Master leftMaster = new Master();
    private final Master rightMaster = new Master();
    private long position;
    private int next;

    Band(Score score, long seed) {
        this.score = score;
        random = new SplittableRandom(seed);
        reverb = new Reverb(score.room(), score.brightness());
        echo = new Echo(0.75 * score.beat());
    }

    private record Playing(Note note, Tone tone) {}

    /** Fills the first {@code frames}, at most {@link #BLOCK}, of both channels with what comes next. */
    void play(float[] left, float[] right, int frames) {
        mix(left, right, frames);
        for (var i = 0; i < frames; i++) {
            left[i] = (float) leftMaster.next(left[i]);
            right[i] = (float) rightMaster.next(right[i]);
        }
    }

    /** The same before the last stage: all that is in it only adds up. */
    void mix(float[] left, float[] right, int frames) {
        for (var buffer : new float[][] {left, right, room[0], room[1], echoes[0], echoes[1]}) {
            Arrays.fill(buffer, 0, frames, 0);
        }
        takeUp(position + frames);
        playing.forEach((instrument, notes) -> play(instrument, notes, left, right, frames));
        echo.play(echoes[0], echoes[1], left, right, frames);
        reverb.play(room[0], room[1], left, right, frames);
        position += frames;
    }

    private void takeUp(long until) {
        while (next < score.notes().size() && score.notes().get(next).start() < until) {
            var note = score.notes().get(next++);
            playing.computeIfAbsent(note.instrument(), instrument -> new LinkedList<>())
                    .add(new Playing(note, Tone.of(note, score.brightness(), random.split())));
        }
    }

    private void play(Instrument instrument, List<Playing> notes, float[] left, float[] right, int frames) {
        if (notes.isEmpty()) {
            return;
        }
        Arrays.fill(solo[0], 0, frames, 0);
        Arrays.fill(solo[1], 0, frames, 0);
        notes.removeIf(sounding -> {
            var from = (int) Math.max(0, sounding.note().start() - position);
            return !sounding.tone().play(solo[0], solo[1], from, frames - from);
        });
        var level = (float) instrument.level();
        var toRoom = (float) (instrument.level() * instrument.reverb());
        var toEcho = (float) (instrument.level() * instrument.echo());
        for (var i = 0; i < frames; i++) {
            left[i] += solo[0][i] * level;
            right[i] += solo[1][i] * level;
            room[0][i] += solo[0][i] * toRoom;
            room[1][i] += solo[1][i] * toRoom;
            echoes[0][i] += solo[0][i] * toEcho;
            echoes[1][i] += solo[1][i] * toEcho;
        }
    }
}
