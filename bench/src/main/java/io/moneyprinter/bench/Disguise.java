package io.moneyprinter.bench;

import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Speech whose word times are known, made to sound otherwise. The times stay true.
 *
 * @param words with times in {@code sound}
 */
record Disguise(Pcm sound, List<SpokenWord> words) {

    Disguise {
        words = List.copyOf(words);
    }

    /** One after the other, each from its first word to its last. */
    static Disguise joined(List<Disguise> parts) {
        var sound = new ArrayList<float[]>();
        var words = new ArrayList<SpokenWord>();
        var at = 0;
        for (var part : parts) {
            var from = samples(part.words().getFirst().offset());
            var to = Math.min(end(part.words().getLast()), part.sound().samples().length);
            sound.add(part.sound().range(from, to).samples());
            for (var word : part.words()) {
                words.add(new SpokenWord(word.text(), word.offset().plus(Pcm.time(at - from)), word.duration()));
            }
            at += to - from;
        }
        return new Disguise(new Pcm(chained(sound)), words);
    }

    private static int end(SpokenWord word) {
        return samples(word.offset().plus(word.duration()));
    }

    /** Played so many times as fast, as a tape: another pace, another pitch and another length of the throat. */
    Disguise played(double speed) {
        var in = sound.samples();
        var out = new float[(int) (in.length / speed)];
        for (var i = 0; i < out.length; i++) {
            var at = i * speed;
            var before = (int) at;
            var after = Math.min(in.length - 1, before + 1);
            out[i] = (float) (in[before] + (in[after] - in[before]) * (at - before));
        }
        return new Disguise(
                new Pcm(out),
                words.stream()
                        .map(word -> new SpokenWord(
                                word.text(), scaled(word.offset(), 1 / speed), scaled(word.duration(), 1 / speed)))
                        .toList());
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }

    /** With rests of 150 to 700 ms before about every third word, wherever it stands. */
    Disguise hesitating(Random random) {
        var out = new ArrayList<float[]>();
        var moved = new ArrayList<SpokenWord>();
        var from = 0;
        var inserted = 0;
        for (var word : words) {
            var at = Math.min(samples(word.offset()), sound.samples().length);
            if (at > 0 && random.nextInt(3) == 0) {
                var rest = Pcm.SAMPLE_RATE * (150 + random.nextInt(550)) / 1000;
                out.add(sound.range(from, at).samples());
                out.add(new float[rest]);
                from = at;
                inserted += rest;
            }
            moved.add(new SpokenWord(word.text(), word.offset().plus(Pcm.time(inserted)), word.duration()));
        }
        out.add(sound.range(from, sound.samples().length).samples());
        return new Disguise(new Pcm(chained(out)), moved);
    }

    private static float[] chained(List<float[]> parts) {
        var joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** In a room with noise so many decibels below the voice. */
    Disguise noisy(Random random, boolean pink, double decibels) {
        var noise = pink ? pink(random, sound.samples().length) : white(random, sound.samples().length);
        var gain = Math.sqrt(power(sound) / power(new Pcm(noise))) * Math.pow(10, -decibels / 20);
        var out = sound.samples().clone();
        for (var i = 0; i < out.length; i++) {
            out[i] += (float) (gain * noise[i]);
        }
        return new Disguise(new Pcm(out), words);
    }

    /** The first words only. */
    Disguise half() {
        var kept = words.subList(0, (words.size() + 1) / 2);
        var last = kept.getLast();
        return new Disguise(sound.range(0, end(last)), kept);
    }

    /** The same from its end to its start: every sound of the voice, and no word. */
    Disguise backwards() {
        var in = sound.samples();
        var out = new float[in.length];
        for (var i = 0; i < out.length; i++) {
            out[i] = in[in.length - 1 - i];
        }
        return new Disguise(new Pcm(out), words);
    }

    /** As long, and with a rhythm like speech, but noise. */
    Disguise hissed(Random random) {
        var out = pink(random, sound.samples().length);
        for (var i = 0; i < out.length; i++) {
            out[i] *= (float) (0.2 * (0.55 + 0.45 * Math.sin(2 * Math.PI * 4.5 * i / Pcm.SAMPLE_RATE)));
        }
        return new Disguise(new Pcm(out), words);
    }

    /** As long, but chords of a plucked string. */
    Disguise sung() {
        var out = new float[sound.samples().length];
        var roots = new double[] {220, 174.6, 130.8, 196};
        var beat = Pcm.SAMPLE_RATE / 4;
        for (var i = 0; i < out.length; i++) {
            var root = roots[i / beat / 4 % roots.length] * new double[] {1, 1.25, 1.5, 2}[i / beat % 4];
            var fade = Math.exp(-4.0 * (i % beat) / beat);
            for (var harmonic = 1; harmonic <= 8; harmonic++) {
                var phase = 2 * Math.PI * root * harmonic * i / Pcm.SAMPLE_RATE;
                out[i] += (float) (0.1 * fade * Math.sin(phase) / harmonic);
            }
        }
        return new Disguise(new Pcm(out), words);
    }

    Disguise silent() {
        return new Disguise(new Pcm(new float[sound.samples().length]), words);
    }

    /** Of what is spoken, without the pauses. */
    private static double power(Pcm pcm) {
        var sum = 1e-12;
        var count = 0;
        var regions = Activity.of(pcm).regions();
        for (var region : regions.isEmpty() ? List.of(new Activity.Region(0, 1)) : regions) {
            for (var i = region.from() * Activity.WINDOW; i < region.to() * Activity.WINDOW; i++) {
                sum += pcm.samples()[i] * pcm.samples()[i];
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    private static float[] white(Random random, int samples) {
        var out = new float[samples];
        for (var i = 0; i < out.length; i++) {
            out[i] = (float) random.nextGaussian();
        }
        return out;
    }

    /** Paul Kellet's filter. */
    private static float[] pink(Random random, int samples) {
        var out = new float[samples];
        var poles = new double[] {0.99886, 0.99332, 0.969, 0.8665, 0.55};
        var gains = new double[] {0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522};
        var state = new double[poles.length];
        for (var i = 0; i < out.length; i++) {
            var white = random.nextGaussian();
            var sum = 0.5362 * white;
            for (var pole = 0; pole < poles.length; pole++) {
                state[pole] = poles[pole] * state[pole] + gains[pole] * white;
                sum += state[pole];
            }
            out[i] = (float) (0.11 * sum);
        }
        return out;
    }

    private static int samples(Duration time) {
        return (int) Math.round(time.toNanos() * 1e-9 * Pcm.SAMPLE_RATE);
    }
}
