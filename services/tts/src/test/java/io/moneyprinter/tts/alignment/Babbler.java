package io.moneyprinter.tts.alignment;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Says letters instead of phones: vowels hum at their resonances, other letters hiss or burst. Everybody who babbles so
 * has a pitch, a throat and a pace of his own, and no two letters last equally long.
 */
public final class Babbler implements SpeechSynthesizer {

    private static final int RATE = Pcm.SAMPLE_RATE;
    private static final double FADE_SECONDS = 0.012;

    /** Two resonances for each letter that hums, in hertz. */
    private static final String HUMMING = "aeiouymnlrwv";

    private static final double[][] RESONANCES = {
        {730, 1090}, {530, 1840}, {270, 2290}, {570, 840}, {300, 870}, {400, 2000},
        {250, 1000}, {250, 1500}, {360, 1300}, {310, 1060}, {290, 610}, {220, 1100}
    };

    private static final String HISSING = "sfhzcx";
    private static final double[] HISSES = {6000, 3500, 1500, 5000, 2800, 4200};
    private static final String BURSTING = "ptkbdgqj";
    private static final double[] BURSTS = {800, 4000, 2000, 500, 3000, 1600, 2400, 3400};

    private final Voice voice;
    private final Set<Capability> capabilities;
    private final double pitch;
    private final double throat;
    private final double pace;
    private final Random random;

    private Babbler(Voice voice, Set<Capability> capabilities, double pitch, double throat, double pace, long seed) {
        this.voice = voice;
        this.capabilities = capabilities;
        this.pitch = pitch;
        this.throat = throat;
        this.pace = pace;
        this.random = new Random(seed);
    }

    /** Knows his words and needs no network. */
    public static Babbler reference(String locale) {
        return new Babbler(
                voice("reference", locale), EnumSet.of(Capability.WORD_TIMES, Capability.OFFLINE), 180, 1, 1, 1);
    }

    /** Says nothing about his words. */
    public static Babbler stranger(String locale, double pitch, double throat, double pace) {
        return new Babbler(voice("stranger", locale), Set.of(), pitch, throat, pace, 2);
    }

    private static Voice voice(String provider, String locale) {
        return new Voice(provider, "babbler", "Babbler", locale, null, List.of("Latn"), true, false);
    }

    @Override
    public String provider() {
        return voice.provider();
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public List<Voice> voices() {
        return List.of(voice);
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        var spoken = speak(utterance.text());
        var file = directory.resolve("babble.wav");
        try {
            spoken.sound().write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = capabilities.contains(Capability.WORD_TIMES) ? spoken.words() : List.<SpokenWord>of();
        return new SpokenAudio(file, words, WordTiming.Source.ENGINE);
    }

    /** Whatever he tells others, this is when he says what. */
    public Reference speak(String text) {
        var samples = new ArrayList<Float>();
        var words = new ArrayList<SpokenWord>();
        rest(samples, 0.15);
        for (var word : text.split(" ")) {
            var from = samples.size();
            for (var letter : word.toLowerCase(Locale.ROOT).toCharArray()) {
                say(letter, samples);
            }
            words.add(new SpokenWord(word, Pcm.time(from), Pcm.time(samples.size() - from)));
            if (word.matches(".*[,:.;?!]")) {
                rest(samples, 0.2 + 0.15 * random.nextDouble());
            }
        }
        var sound = new float[samples.size()];
        for (var i = 0; i < sound.length; i++) {
            sound[i] = samples.get(i);
        }
        return new Reference(new Pcm(sound), words);
    }

    private void rest(List<Float> samples, double seconds) {
        for (var i = 0; i < seconds * pace * RATE; i++) {
            samples.add((float) (0.0004 * random.nextGaussian()));
        }
    }

    private void say(char letter, List<Float> samples) {
        var seconds = pace * 0.085 * (0.8 + 0.4 * random.nextDouble());
        if (HUMMING.indexOf(letter) >= 0) {
            hum(RESONANCES[HUMMING.indexOf(letter)], seconds, samples);
        } else if (HISSING.indexOf(letter) >= 0) {
            hiss(HISSES[HISSING.indexOf(letter)], seconds, 0.02, samples);
        } else if (BURSTING.indexOf(letter) >= 0) {
            rest(samples, 0.03);
            hiss(BURSTS[BURSTING.indexOf(letter)], 0.03, 0.04, samples);
        }
    }

    private void hum(double[] resonances, double seconds, List<Float> samples) {
        var count = (int) (seconds * RATE);
        var harmonics = (int) (4000 / pitch);
        var gains = new double[harmonics + 1];
        for (var harmonic = 1; harmonic <= harmonics; harmonic++) {
            for (var resonance : resonances) {
                var off = (harmonic * pitch - resonance * throat) / 90;
                gains[harmonic] += 1 / (1 + off * off);
            }
        }
        for (var i = 0; i < count; i++) {
            var sum = 0.0;
            for (var harmonic = 1; harmonic <= harmonics; harmonic++) {
                sum += gains[harmonic] * Math.sin(2 * Math.PI * harmonic * pitch * samples.size() / RATE);
            }
            samples.add((float) (0.12 * fade(i, count) * sum));
        }
    }

    private void hiss(double hertz, double seconds, double amplitude, List<Float> samples) {
        var count = (int) (seconds * RATE);
        var turn = 2 * Math.cos(2 * Math.PI * Math.min(7000, hertz * throat) / RATE) * 0.97;
        var last = 0.0;
        var before = 0.0;
        for (var i = 0; i < count; i++) {
            var next = random.nextGaussian() + turn * last - 0.97 * 0.97 * before;
            before = last;
            last = next;
            samples.add((float) (amplitude * fade(i, count) * 0.4 * next));
        }
    }

    private static double fade(int at, int count) {
        return Math.min(1, Math.min(at, count - at) / (FADE_SECONDS * RATE));
    }

    static Duration end(SpokenWord word) {
        return word.offset().plus(word.duration());
    }
}
