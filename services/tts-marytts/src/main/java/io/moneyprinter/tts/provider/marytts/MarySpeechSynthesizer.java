package io.moneyprinter.tts.provider.marytts;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import marytts.exceptions.SynthesisException;

/** Speaks English with MaryTTS. */
final class MarySpeechSynthesizer implements SpeechSynthesizer {

    private static final Voice SLT =
            new Voice("marytts", MaryEngine.VOICE, "SLT", "en-US", "female", List.of("Latn"), true, false);

    private final MaryProperties properties;
    private final Semaphore permits;
    private final AtomicBoolean prepared = new AtomicBoolean();

    MarySpeechSynthesizer(MaryProperties properties) {
        this.properties = properties;
        this.permits = new Semaphore(properties.permits(), true);
    }

    @Override
    public String provider() {
        return "marytts";
    }

    @Override
    public String version() {
        return "5.2.1-3";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.RATE,
                Capability.PITCH,
                Capability.WORD_TIMES,
                Capability.EMPHASIS,
                Capability.PHONEMES,
                Capability.OFFLINE);
    }

    @Override
    public boolean hasSounds(Voice voice, String ipa) {
        return Allophones.has(ipa);
    }

    @Override
    public List<Voice> voices() {
        return List.of(SLT);
    }

    @Override
    public void prepare() {
        if (prepared.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("marytts-start").start(MaryEngine::started);
        }
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        try {
            permits.acquire();
            try {
                return within(utterance, directory);
            } finally {
                permits.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }

    /** MaryTTS has been seen to wait for itself forever. */
    private SpokenAudio within(Utterance utterance, Path directory) throws InterruptedException {
        var task = new FutureTask<>(() -> speak(utterance, directory));
        var thread = Thread.ofPlatform().daemon().name("marytts").start(task);
        try {
            return task.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CodedException(
                    TtsErrorCode.VOICE_TIMED_OUT,
                    "MaryTTS took longer than %s for '%s'.".formatted(properties.timeout(), utterance.text()),
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CodedException coded
                    ? coded
                    : new CodedException(
                            TtsErrorCode.VOICE_ENGINE_FAILED,
                            "MaryTTS failed on '%s'.".formatted(utterance.text()),
                            e.getCause());
        } finally {
            thread.interrupt();
        }
    }

    private SpokenAudio speak(Utterance utterance, Path directory) throws SynthesisException, IOException {
        checkSounds(utterance);
        var mary = MaryEngine.started().open();
        var text = ReadableText.of(utterance);
        mary.setInputType("SSML");
        mary.setOutputType("TOKENS");
        var tokens = mary.generateXML(MaryMarkup.of(text.text(), utterance.rate(), utterance.pitch()));
        MaryTokens.deliver(tokens, text);

        mary.setInputType("TOKENS");
        mary.setOutputType("ACOUSTPARAMS");
        var plan = mary.generateXML(tokens);
        MaryMarkup.shortenPauses(plan, utterance.rate());

        if (MaryMarkup.words(plan).isEmpty()) {
            throw new CodedException(
                    TtsErrorCode.TEXT_NOT_SPEAKABLE, "MaryTTS finds no word in '%s'.".formatted(utterance.text()));
        }

        mary.setInputType("ACOUSTPARAMS");
        mary.setOutputType("AUDIO");
        var file = directory.resolve("speech.wav");
        // The stream is filled by another thread, and only this way of reading it waits for that thread. A stream that
        // nobody reads keeps its thread for ever, so it is not asked for REALISED_ACOUSTPARAMS, which makes one.
        try (var audio = mary.generateAudio(plan)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
        }
        MaryMarkup.fit(plan, duration(file));
        return new SpokenAudio(file, MaryMarkup.words(plan), WordTiming.Source.ENGINE);
    }

    private static void checkSounds(Utterance utterance) {
        for (var delivery : utterance.deliveries()) {
            var ipa = delivery.ipa();
            if (ipa != null && !Allophones.has(ipa)) {
                throw new CodedException(
                        TtsErrorCode.VOICE_TEXT_REFUSED,
                        "MaryTTS has no sound for '%s' in '%s'."
                                .formatted(String.join("", Allophones.missing(ipa)), ipa));
            }
        }
    }

    private static Duration duration(Path file) throws IOException {
        try {
            var format = AudioSystem.getAudioFileFormat(file.toFile());
            return Duration.ofNanos(Math.round(
                    format.getFrameLength() * 1e9 / format.getFormat().getFrameRate()));
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("MaryTTS has written no sound", e);
        }
    }
}
