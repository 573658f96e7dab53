package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Turns;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Speaks with the voices of the operator's directory, and reads out of their models when each word is said. */
final class NeuralSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    static final String PROVIDER = "neural";

    /** Part of the version: changes with how models are asked. */
    private static final int DIALECT = 1;

    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    private final VoiceShelf shelf;
    private final Failures failures =
            new Failures("the neural voice", NeuralProperties.PREFIX + ".directory", ApiKey.NONE);
    private final EspeakPhonemes espeak;
    private final Inference inference;
    private final Turns turns;
    private final Fingerprints fingerprints = new Fingerprints();

    NeuralSpeechSynthesizer(NeuralProperties properties, VoiceShelf shelf) {
        this.shelf = shelf;
        this.espeak = new EspeakPhonemes(properties.program());
        this.turns = new Turns(properties.permits(), failures);
        this.inference = new Inference(
                new Models(properties.loadedModels(), properties.threads()), properties.timeout(), failures);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public String version() {
        return "%d-%s".formatted(DIALECT, espeak.version());
    }

    /** With what its files hold: a voice that is made anew keeps its name. */
    @Override
    public String version(Voice voice) {
        return Digests.of(version(), fingerprints.of(find(voice).files()));
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RATE, Capability.WORD_TIMES, Capability.OFFLINE);
    }

    /** Without espeak-ng those alone that read letters. */
    @Override
    public List<Voice> voices() {
        Inference.check();
        var all = shelf.voices();
        if (all.isEmpty()) {
            throw new CodedException(
                    TtsErrorCode.VOICE_FILES_BROKEN,
                    shelf.broken().stream()
                            .findFirst()
                            .orElse("%s: there is no voice in it; put one there.".formatted(shelf.directory())));
        }
        var readable = espeak.isPresent()
                ? all
                : all.stream().filter(voice -> voice.phonemes() == null).toList();
        if (readable.isEmpty()) {
            throw espeak.missing();
        }
        return readable.stream().map(NeuralVoice::voice).toList();
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        failures.check(utterance, capabilities());
        if (utterance.rate() < SLOWEST || utterance.rate() > FASTEST) {
            throw failures.unsupported("rate", utterance.rate(), "%s to %s".formatted(SLOWEST, FASTEST));
        }
        var voice = find(utterance.voice());
        return turns.take(() -> speak(voice, utterance, directory));
    }

    private NeuralVoice find(Voice wanted) {
        return shelf.voices().stream()
                .filter(voice -> voice.voice().id().equals(wanted.id()))
                .findFirst()
                .orElseThrow(() -> new CodedException(
                        TtsErrorCode.VOICE_UNKNOWN,
                        "There is no voice '%s' in %s.".formatted(wanted.id(), shelf.directory())));
    }

    private SpokenAudio speak(NeuralVoice voice, Utterance utterance, Path directory) {
        var pronunciation = Pronunciation.of(utterance.text(), voice, espeak, directory);
        var track = new Track(voice, pronunciation.words().size());
        var sentenceEnded = false;
        for (var phrase : pronunciation.phrases()) {
            if (sentenceEnded) {
                track.rest(utterance.rate());
            }
            var sequence = voice.alphabet().sequence(phrase.symbols());
            track.add(phrase, sequence, inference.run(voice, sequence.ids(), utterance.rate()));
            sentenceEnded = phrase.endsSentence();
        }
        var file = directory.resolve("speech.wav");
        try {
            track.wave().write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
        return new SpokenAudio(file, track.words(pronunciation.words()), WordTiming.Source.ENGINE);
    }

    @Override
    public void close() {
        inference.close();
        espeak.close();
    }
}
