package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sound of several phrases, and when their words are in it. */
final class Track {

    private static final Duration REST_BETWEEN_SENTENCES = Duration.ofMillis(250);
    /** What the model's file and its description may differ in, in units. */
    private static final double TOLERANCE = 1.5;

    private final NeuralVoice voice;
    private final List<float[]> parts = new ArrayList<>();
    private final long[] starts;
    private final long[] ends;
    private boolean timed = true;
    private long length;

    /** @param words of the text */
    Track(NeuralVoice voice, int words) {
        this.voice = voice;
        this.starts = new long[words];
        this.ends = new long[words];
        Arrays.fill(starts, -1);
    }

    void rest(double rate) {
        var samples = Math.round(REST_BETWEEN_SENTENCES.toMillis() * voice.sampleRate() / 1000.0 / rate);
        append(new float[(int) samples]);
    }

    /** @throws io.moneyprinter.problem.CodedException if that is no sound */
    void add(Phrase phrase, Alphabet.Sequence sequence, ModelOutput output) {
        check(output.samples());
        time(phrase, sequence, output);
        append(output.samples());
    }

    private void append(float[] samples) {
        parts.add(samples);
        length += samples.length;
    }

    private void check(float[] samples) {
        var peak = 0f;
        for (var sample : samples) {
            if (!Float.isFinite(sample)) {
                throw broken("it makes numbers that are no sound (%s)".formatted(sample));
            }
            peak = Math.max(peak, Math.abs(sample));
        }
        if (peak == 0) {
            throw broken(samples.length == 0 ? "it makes no sound" : "it makes silence");
        }
    }

    private RuntimeException broken(String what) {
        return BrokenVoice.of(voice.model(), what, "take the model again from where it came, or another voice");
    }

    private void time(Phrase phrase, Alphabet.Sequence sequence, ModelOutput output) {
        var borders = borders(sequence.ids().length, output);
        if (borders.length == 0) {
            timed = false;
            return;
        }
        var end = length + output.samples().length;
        for (var i = 0; i < phrase.sounds().size(); i++) {
            var word = phrase.sounds().get(i).word();
            if (word >= 0) {
                if (starts[word] < 0) {
                    starts[word] = Math.clamp(length + borders[sequence.from()[i]], length, end);
                }
                ends[word] = Math.clamp(length + borders[sequence.to()[i]], length, end);
            }
        }
    }

    /** In samples, where each id begins and the last one ends; none when the durations are not those of the sound. */
    private long[] borders(int ids, ModelOutput output) {
        var durations = output.durations();
        if (durations == null || durations.length != ids) {
            return new long[0];
        }
        var borders = new long[ids + 1];
        var units = -(double) voice.lead();
        for (var i = 0; i <= ids; i++) {
            borders[i] = Math.round(units * voice.samplesPerUnit());
            units += i < ids ? durations[i] : 0;
        }
        var total = (units + voice.lead()) * voice.samplesPerUnit();
        return Math.abs(total - output.samples().length) <= TOLERANCE * voice.samplesPerUnit() ? borders : new long[0];
    }

    /** Never louder than a sample can be; Piper's own program makes every sentence as loud as that. */
    Wave wave() {
        var peak = 1f;
        for (var part : parts) {
            for (var sample : part) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        var samples = new short[Math.toIntExact(length)];
        var at = 0;
        for (var part : parts) {
            for (var sample : part) {
                samples[at++] = (short) Math.round(sample / peak * Short.MAX_VALUE);
            }
        }
        return new Wave(voice.sampleRate(), samples);
    }

    /** None when the model does not tell. */
    List<SpokenWord> words(List<String> texts) {
        var words = new ArrayList<SpokenWord>();
        for (var i = 0; i < texts.size() && timed; i++) {
            if (starts[i] >= 0 && ends[i] > starts[i]) {
                words.add(new SpokenWord(
                        texts.get(i), time(starts[i]), time(ends[i]).minus(time(starts[i]))));
            }
        }
        return words;
    }

    private Duration time(long samples) {
        return Duration.ofNanos(Math.round(samples * 1e9 / voice.sampleRate()));
    }
}
