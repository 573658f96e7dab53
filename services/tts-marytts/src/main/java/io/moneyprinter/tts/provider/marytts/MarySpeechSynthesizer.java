package io.moneyprinter.tts.provider.marytts;

import com.ibm.icu.text.Transliterator;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
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
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import marytts.exceptions.SynthesisException;

/** Speaks English with MaryTTS. */
final class MarySpeechSynthesizer implements SpeechSynthesizer {

    private static final Voice SLT =
            new Voice("marytts", MaryEngine.VOICE, "SLT", "en-US", "female", List.of("Latn"), true, false);

    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");
    /** Alone, the letter is taken for the article. */
    private static final Pattern SPELLED_A = Pattern.compile("(?<=\\b[B-Z] )A\\b|\\bA(?= [A-Z]\\b)");

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
        return "5.2.1-2";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RATE, Capability.PITCH, Capability.WORD_TIMES, Capability.OFFLINE);
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
        var mary = MaryEngine.started().open();
        var asked = MaryMarkup.of(readable(utterance.text()), utterance.rate(), utterance.pitch());
        mary.setInputType("SSML");
        mary.setOutputType("ACOUSTPARAMS");
        var plan = mary.generateXML(asked);
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
        // It has written into the plan how long each phone has become.
        var words = MaryMarkup.words(plan);
        if (utterance.rate() != 1) {
            words = stretched(words, MaryMarkup.stretch(plan, duration(file)));
        }
        return new SpokenAudio(file, words, WordTiming.Source.ENGINE);
    }

    /** At other rates than the usual one, it rounds every part of every phone up after it has said how long it is. */
    private static List<SpokenWord> stretched(List<SpokenWord> words, double factor) {
        return words.stream()
                .map(word ->
                        new SpokenWord(word.text(), scaled(word.offset(), factor), scaled(word.duration(), factor)))
                .toList();
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
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

    private static String readable(String text) {
        return SPELLED_A.matcher(ASCII.transliterate(text)).replaceAll("ay");
    }
}
