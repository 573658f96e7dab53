package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.VoicesTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Hums every word for 200 ms after half a second of silence, and counts how often it is asked. */
public class ToneSynthesizer implements SpeechSynthesizer {

    private final String provider;
    private final List<Voice> voices;
    private final double amplitude;
    public final AtomicInteger asked = new AtomicInteger();
    final List<String> spoken = new CopyOnWriteArrayList<>();
    volatile Utterance last = new Utterance("nothing yet", VoicesTests.voice("tone", "hum", "en-US"), 1, 0);

    public ToneSynthesizer(String provider, double amplitude, Voice... voices) {
        this.provider = provider;
        this.amplitude = amplitude;
        this.voices = List.of(voices);
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.WORD_TIMES);
    }

    @Override
    public List<Voice> voices() {
        return voices;
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        asked.incrementAndGet();
        spoken.add(utterance.text());
        last = utterance;
        var texts = utterance.text().split(" ");
        var samples = new float[24_000 + 9_600 * texts.length];
        var words = new ArrayList<SpokenWord>();
        for (var i = 24_000; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 300 * i / Pcm.SAMPLE_RATE));
        }
        for (var text : texts) {
            words.add(new SpokenWord(text, Duration.ofMillis(500 + 200L * words.size()), Duration.ofMillis(200)));
        }
        try {
            var file = directory.resolve("a.wav");
            new Pcm(samples).write(file);
            return new SpokenAudio(file, words, WordTiming.Source.PROVIDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
