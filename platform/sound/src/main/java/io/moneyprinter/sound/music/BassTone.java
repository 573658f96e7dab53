package io.moneyprinter.sound.music;

/** A round bass: a sine with just enough overtones to be heard on a telephone. */
final class BassTone implements Tone {

    private static final double ATTACK = 0.012 * MusicBed.SAMPLE_RATE;
    private static final double RELEASE = 0.14 * MusicBed.SAMPLE_RATE;

    private final double step;
    private final double velocity;
    private final double attack;
    private final long length;
    private double phase;
    private long position;

    BassTone(Note note) {
        step = note.frequency() / MusicBed.SAMPLE_RATE;
        velocity = note.velocity();
        attack = ATTACK;
        length = Math.max(note.length(), (long) attack);
    }

    @Override
    public boolean play(float[] left, float[] right, int from, int frames) {
        for (var i = from; i < from + frames; i++, position++) {
            phase += step;
            var seconds = position / (double) MusicBed.SAMPLE_RATE;
            var fading = 0.6 + 0.4 / (1 + 3 * seconds);
            var sound = Sine.of(phase) + 0.28 * fading * Sine.of(2 * phase) + 0.10 * fading * Sine.of(3 * phase);
            var out = (float) (velocity * envelope() * fading * sound);
            left[i] += out;
            right[i] += out;
        }
        return position < length + RELEASE;
    }

    private double envelope() {
        var up = position < attack ? 0.5 - 0.5 * Sine.of(0.25 + 0.5 * position / attack) : 1;
        var over = position - length;
        var down = over <= 0 ? 1 : over < RELEASE ? 0.5 + 0.5 * Sine.of(0.25 + 0.5 * over / RELEASE) : 0;
        return up * down;
    }
}
