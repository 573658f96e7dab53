package io.moneyprinter.tts.recording;

import io.moneyprinter.tts.audio.Pcm;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Somebody with a voice and a pace of his own who reads a script in a room that is not quite silent. */
final class Speaker {

    private static final int RATE = Pcm.SAMPLE_RATE;

    /**
     * What was said.
     *
     * @param seconds from the first word to the last
     * @param words when each begins, from the first
     */
    record Spoken(double seconds, List<Double> words) {}

    private final Random random;
    private final double pace;
    private final List<Spoken> sentences = new ArrayList<>();
    private final List<Float> samples = new ArrayList<>();
    private double pauses = 1;

    Speaker(long seed) {
        random = new Random(seed);
        pace = 0.8 + 0.5 * random.nextDouble();
    }

    Speaker withoutPauses() {
        pauses = 0;
        return this;
    }

    List<Spoken> sentences() {
        return sentences;
    }

    Pcm read(List<String> script) {
        silence(0.4 + random.nextDouble());
        for (var sentence : script) {
            var start = samples.size();
            var words = new ArrayList<Double>();
            var end = start;
            for (var word : sentence.split(" ")) {
                words.add((samples.size() - start) / (double) RATE);
                speak(seconds(word) * pace * (0.85 + 0.3 * random.nextDouble()));
                end = samples.size();
                if (word.endsWith(",") || word.endsWith(":")) {
                    silence(pauses * (0.15 + 0.2 * random.nextDouble()));
                }
            }
            sentences.add(new Spoken((end - start) / (double) RATE, words));
            silence(pauses * (0.4 + 0.5 * random.nextDouble()));
        }
        silence(0.5);
        var sound = new float[samples.size()];
        for (var i = 0; i < sound.length; i++) {
            sound[i] = samples.get(i);
        }
        return new Pcm(sound);
    }

    /** A number is said in more letters than it is written in. */
    private static double seconds(String word) {
        var letters = word.codePoints().filter(Character::isLetter).count();
        var digits = word.codePoints().filter(Character::isDigit).count();
        return 0.1 + 0.06 * letters + 0.25 * digits;
    }

    private void speak(double seconds) {
        var count = (int) (seconds * RATE);
        var phase = 0.0;
        for (var i = 0; i < count; i++) {
            phase += (110 + 20 * Math.sin(i * 0.0004)) / RATE;
            var syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4.5 * i / RATE);
            var edge = Math.min(1, Math.min(i, count - i) / 480.0);
            var buzz = 0.0;
            for (var harmonic = 1; harmonic <= 6; harmonic++) {
                buzz += Math.sin(2 * Math.PI * harmonic * phase) / harmonic;
            }
            samples.add((float) (0.15 * (0.4 + 0.6 * edge) * syllable * buzz + room()));
        }
    }

    private void silence(double seconds) {
        for (var i = 0; i < seconds * RATE; i++) {
            samples.add((float) room());
        }
    }

    private double room() {
        return 0.0006 * random.nextGaussian();
    }
}
