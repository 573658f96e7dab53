package io.moneyprinter.tts.provider.espeak;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.normalization.NormalizedText.Span;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Turns;
import io.moneyprinter.tts.provider.http.VoiceList;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.spi.WordSpeech;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with espeak-ng, which is started anew for every sentence: that takes a few milliseconds, and a program of its
 * own is no part of this one.
 *
 * <p>It does not tell when it says which word: only its library does, and its {@code --pho} is for foreign voices. So
 * where that matters more than the sound, it speaks with {@link Muting}.
 */
final class EspeakSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    /** Part of the version: changes with how the program is asked. */
    private static final int DIALECT = 1;

    /** It hurries a little more than it is asked above one and a half of this. */
    private static final int NORMAL_WORDS_PER_MINUTE = 175;

    private static final int LEAST_WORDS_PER_MINUTE = 80;
    private static final int MOST_WORDS_PER_MINUTE = 450;
    /** Of the scale of 0 to 99; as much again is an octave, but only of the part of a voice that moves. */
    private static final double NORMAL_PITCH = 50;

    /** How much of a voice that is; measured, and much the same for all of them. */
    private static final double MOVING = 0.66;

    private static final double LOWEST_SEMITONES = -6;
    private static final double HIGHEST_SEMITONES = 8;

    private static final int LONGEST_SOUND = 64 << 20;
    /** The program takes them for commands. */
    private static final Pattern COMMANDS = Pattern.compile("\\p{Cntrl}");

    private final Failures failures = new Failures("espeak-ng", EspeakProperties.PREFIX + ".program", ApiKey.NONE);
    private final Turns turns;
    private final VoiceList voices;
    private final EspeakProgram program;

    EspeakSpeechSynthesizer(EspeakProperties properties, Clock clock) {
        var located = properties.located();
        this.program = new EspeakProgram(() -> located, properties.timeout(), failures);
        this.turns = new Turns(properties.permits(), failures);
        this.voices = new VoiceList(
                failures.name(),
                () -> EspeakVoices.read(program.printed("--voices")),
                EspeakVoices.wellKnown(),
                properties.voicesTtl(),
                clock);
    }

    @Override
    public String provider() {
        return "espeak";
    }

    /** Asks the program the first time. */
    @Override
    public String version() {
        return "%s-%d".formatted(program.version(), DIALECT);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RATE, Capability.PITCH, Capability.ROBOTIC);
    }

    @Override
    public List<Voice> voices() {
        return voices.all();
    }

    @Override
    public @Nullable CodedException listingFailure() {
        return voices.failure();
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        var command = command(utterance);
        var text = plain(utterance.text());
        var wave = turns.take(() -> wave(command, text, utterance.voice(), directory));
        return audio(wave, List.of(), directory);
    }

    @Override
    public Optional<WordSpeech> wordSpeech() {
        return Optional.of(this::speakWords);
    }

    private SpokenAudio speakWords(Utterance utterance, List<Span> words, Path directory) {
        var command = command(utterance);
        var muting = new Muting(plain(utterance.text()), words);
        var runs = turns.take(() -> IntStream.range(0, Muting.RUNS)
                .mapToObj(run -> wave(command, muting.text(run), utterance.voice(), directory))
                .toList());
        return audio(Muting.whole(runs), times(muting, runs), directory);
    }

    private List<SpokenWord> times(Muting muting, List<Wave> runs) {
        try {
            return HeardRuns.words(muting, runs);
        } catch (IOException e) {
            throw failures.unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private static SpokenAudio audio(Wave wave, List<SpokenWord> words, Path directory) {
        var file = directory.resolve("speech.wav");
        try {
            wave.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
        return new SpokenAudio(file, words, WordTiming.Source.ENGINE);
    }

    private Wave wave(List<String> command, String text, Voice voice, Path directory) {
        var wave = wave(program.output(command, written(text, directory), LONGEST_SOUND));
        if (wave.isEmpty()) {
            throw failures.silent(voice.id());
        }
        return wave;
    }

    private static Path written(String text, Path directory) {
        try {
            return Files.writeString(directory.resolve("text.txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
    }

    private Wave wave(byte[] sound) {
        try {
            return Wave.read(sound);
        } catch (IOException e) {
            throw failures.unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> command(Utterance utterance) {
        var id = utterance.voice().id();
        if (!EspeakProgram.isVoice(id)) {
            throw new CodedException(TtsErrorCode.VOICE_UNKNOWN, "There is no voice '%s' of espeak-ng.".formatted(id));
        }
        return List.of(
                "-v",
                id,
                "-s",
                String.valueOf(wordsPerMinute(utterance.rate())),
                "-p",
                String.valueOf(pitch(utterance.pitch())),
                "-b",
                "1",
                "--stdin",
                "--stdout");
    }

    private long wordsPerMinute(double rate) {
        var words = Math.round(NORMAL_WORDS_PER_MINUTE * rate);
        if (words < LEAST_WORDS_PER_MINUTE || words > MOST_WORDS_PER_MINUTE) {
            throw failures.unsupported("rate", rate, "0.46 to 2.57");
        }
        return words;
    }

    private long pitch(double semitones) {
        if (semitones < LOWEST_SEMITONES || semitones > HIGHEST_SEMITONES) {
            throw failures.unsupported("pitch", semitones, "-6 to 8");
        }
        var moved = (Math.pow(2, semitones / 12) - 1 + MOVING) / MOVING;
        return Math.round(NORMAL_PITCH * (1 + Math.log(moved) / Math.log(2)));
    }

    /** Two brackets would begin a spelling in phonemes. */
    private static String plain(String text) {
        return COMMANDS.matcher(text).replaceAll(" ").replace("[", " ").replace("]", " ");
    }

    @Override
    public void close() {
        program.close();
    }
}
