package io.moneyprinter.sound.music;

import io.moneyprinter.sound.LoudnessMeter;
import io.moneyprinter.sound.WavFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Music of ours without beginning and end: whole bars to the frame, which can be played again and again. Equal loops
 * are the same sound.
 *
 * @param tonic 0 for C to 11 for B
 * @param beat from one to the next, in frames; the first is at zero
 * @param bars of four beats; a multiple of four
 */
public record MusicLoop(Genre genre, Mood mood, long seed, int tonic, int beat, int bars) {

    /** To be changed with anything that changes how a loop sounds. */
    public static final int VERSION = 1;

    public static final double SLOWEST = 50;
    public static final double FASTEST = 180;
    public static final Duration USUAL = Duration.ofSeconds(45);
    public static final Duration SHORTEST = Duration.ofSeconds(5);
    public static final Duration LONGEST = Duration.ofMinutes(3);

    /** In LUFS. */
    private static final double LOUDNESS = -16;

    private static final double TOLERANCE = 0.2;
    private static final int ATTEMPTS = 5;
    private static final int BEATS = 4;
    private static final int BARS = 4;
    private static final List<String> TONICS = List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

    /** Longer than any note rings after it was let go. */
    private static final int RING = 6 * MusicBed.SAMPLE_RATE;

    public MusicLoop {
        if (tonic < 0 || tonic >= TONICS.size()) {
            throw new IllegalArgumentException("tonic: %d (expected: 0 to 11)".formatted(tonic));
        }
        var tempo = 60.0 * MusicBed.SAMPLE_RATE / beat;
        if (tempo < SLOWEST - 1 || tempo > FASTEST + 1) {
            throw new IllegalArgumentException(
                    "tempo: %s (expected: %s to %s beats per minute)".formatted(tempo, SLOWEST, FASTEST));
        }
        if (bars < BARS || bars % BARS != 0) {
            throw new IllegalArgumentException("bars: %d (expected: a multiple of four)".formatted(bars));
        }
    }

    /**
     * @param tempo beats per minute; null for that of the seed
     * @param tonic null for that of the seed
     * @param about how long it should be; null for {@link #USUAL}
     */
    public static MusicLoop of(
            Genre genre,
            Mood mood,
            long seed,
            @Nullable Double tempo,
            @Nullable Integer tonic,
            @Nullable Duration about) {
        var draft = Composer.Draft.of(Style.of(genre, mood), genre, mood, seed);
        var beat = (int) Math.round(tempo == null ? draft.beat() : 60.0 * MusicBed.SAMPLE_RATE / tempo);
        var wanted = (about == null ? USUAL : about).toMillis() / 1e3 * MusicBed.SAMPLE_RATE;
        var bars = BARS * Math.max(1, (int) Math.round(wanted / (double) (BEATS * BARS * (long) beat)));
        return new MusicLoop(genre, mood, seed, tonic == null ? draft.tonic() % 12 : tonic, beat, bars);
    }

    /** The tonic of that name, such as {@code C}, {@code F#} or {@code Bb}; -1 when there is none. */
    public static int tonic(String name) {
        return switch (name) {
            case "C#" -> 1;
            case "D#" -> 3;
            case "Gb" -> 6;
            case "G#" -> 8;
            case "A#" -> 10;
            default -> TONICS.indexOf(name);
        };
    }

    public int frames() {
        return Math.multiplyExact(BEATS * bars, beat);
    }

    public Duration duration() {
        return Duration.ofNanos(Math.round(frames() * 1e9 / MusicBed.SAMPLE_RATE));
    }

    public double beatsPerMinute() {
        return 60.0 * MusicBed.SAMPLE_RATE / beat;
    }

    /** Such as {@code A minor}. */
    public String key() {
        return "%s %s".formatted(TONICS.get(tonic), mood.isMinor() ? "minor" : "major");
    }

    /** Writes a WAV file: PCM signed 16 bit, stereo. */
    public void writeTo(Path wav) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(wav), 1 << 16)) {
            out.write(WavFormat.of(2, MusicBed.SAMPLE_RATE, frames()).header());
            var sound = sound();
            var bytes = ByteBuffer.allocate(frames() * 4).order(ByteOrder.LITTLE_ENDIAN);
            for (var i = 0; i < frames(); i++) {
                bytes.putShort(sample(sound[0][i])).putShort(sample(sound[1][i]));
            }
            out.write(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + wav, e);
        }
    }

    private float[][] sound() {
        var sound = mixed();
        for (var channel : sound) {
            shape(channel);
        }
        var gain = 1.0;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var missing = LOUDNESS - loudness(sound, gain);
            if (Math.abs(missing) <= TOLERANCE) {
                break;
            }
            gain *= Math.pow(10, missing / 20);
        }
        for (var channel : sound) {
            for (var i = 0; i < channel.length; i++) {
                channel[i] = (float) Master.bounded(gain * channel[i]);
            }
        }
        return sound;
    }

    /** What rings on after the end is heard at the beginning, as it would be the next time. */
    private float[][] mixed() {
        var score = Composer.compose(this);
        var band = new Band(score, seed);
        var sound = new float[2][frames()];
        var left = new float[Band.BLOCK];
        var right = new float[Band.BLOCK];
        var end = frames() + RING + (long) (1.2 * score.room() * MusicBed.SAMPLE_RATE);
        for (var done = 0L; done < end; done += Band.BLOCK) {
            band.mix(left, right, Band.BLOCK);
            for (var i = 0; i < Band.BLOCK; i++) {
                var at = (int) ((done + i) % frames());
                sound[0][at] += left[i];
                sound[1][at] += right[i];
            }
        }
        return sound;
    }

    /** Filters remember what was before the beginning, too. */
    private static void shape(float[] channel) {
        var master = new Master();
        for (var i = Math.max(0, channel.length - MusicBed.SAMPLE_RATE); i < channel.length; i++) {
            master.shaped(channel[i]);
        }
        for (var i = 0; i < channel.length; i++) {
            channel[i] = (float) master.shaped(channel[i]);
        }
    }

    private static double loudness(float[][] sound, double gain) {
        var meter = new LoudnessMeter(2);
        for (var i = 0; i < sound[0].length; i++) {
            meter.add(Master.bounded(gain * sound[0][i]), Master.bounded(gain * sound[1][i]));
        }
        return meter.integratedLufs();
    }

    private static short sample(double value) {
        return (short) Math.round(value * Short.MAX_VALUE);
    }
}
