package io.moneyprinter.bench;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.Alignment.Rejected;
import io.moneyprinter.tts.alignment.Reference;
import io.moneyprinter.tts.alignment.References;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.Voices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How exactly words are found in speech whose times are known, and whether what is not the text is noticed. Every voice
 * of the house that knows its own times speaks; what it says is disguised, and found again by the reference voice.
 */
public final class AlignBench {

    private static final String LANGUAGE = "en";
    static final double NOISE_DB = 20;
    static final double MEDIAN_MS = 40;
    static final double NINETIETH_MS = 100;
    static final double LEAST_NOTICED = 0.98;
    static final long SEED = 20260401;

    private static final List<String> TEXTS = List.of(
            "Bees dance in the dark to tell their sisters where the flowers are.",
            "They turn, they shake, and they run in small circles.",
            "Why would they do that?",
            "Every second of the dance means a distance: about one kilometre from the hive.",
            "Karl von Frisch was given a Nobel Prize for it in 1973.",
            "The deep sea is colder, darker and stranger than the surface of the moon.",
            "Most people drink their coffee before nine o'clock in the morning.",
            "Water boils at a lower temperature on top of a mountain, so potatoes take longer there.",
            "Nobody had believed him.",
            "If you fold a sheet of paper 42 times, it would reach the moon.",
            "Octopuses have three hearts, and two of them stop beating while they swim.",
            "Honey never spoils; pots of it were found in tombs that are 3000 years old.",
            "A day on Venus is longer than a year on Venus.",
            "Here are five reasons why your plants keep dying, and what you can do about it.",
            "Subscribe for more facts like this one!",
            "The shortest war in history lasted less than forty minutes.");

    /** How the same words are made to sound otherwise. */
    private enum Condition {
        PLAIN("as the voice speaks", 1, 0),
        SLOW("rate 0.8", 0.8, 0),
        FAST("rate 1.3", 1.3, 0),
        LOW("4 semitones lower", 1, -4),
        HIGH("4 semitones higher", 1, 4),
        LARGE("a larger speaker: tape at 0.85", 1, 0),
        SMALL("a smaller speaker: tape at 1.18", 1, 0),
        GAPS("rests before every third word", 1, 0),
        WHITE("white noise at 20 dB", 1, 0),
        PINK("pink noise at 20 dB", 1, 0),
        ALL_LARGE("rate 1.3, tape at 0.85, rests, pink noise", 1.3, -2),
        ALL_SMALL("rate 0.8, tape at 1.18, rests, white noise", 0.8, 2);

        private final String text;
        private final double rate;
        private final double pitch;

        Condition(String text, double rate, double pitch) {
            this.text = text;
            this.rate = rate;
            this.pitch = pitch;
        }

        Disguise apply(Disguise spoken, Random random) {
            return switch (this) {
                case PLAIN, SLOW, FAST, LOW, HIGH -> spoken;
                case LARGE -> spoken.played(0.85);
                case SMALL -> spoken.played(1.18);
                case GAPS -> spoken.hesitating(random);
                case WHITE -> spoken.noisy(random, false, NOISE_DB);
                case PINK -> spoken.noisy(random, true, NOISE_DB);
                case ALL_LARGE -> spoken.played(0.85).hesitating(random).noisy(random, true, NOISE_DB);
                case ALL_SMALL -> spoken.played(1.18).hesitating(random).noisy(random, false, NOISE_DB);
            };
        }
    }

    /** What is not the text. */
    private enum Fraud {
        OTHER_TEXT("another sentence, the most similar in length", Condition.PLAIN),
        OTHER_LARGE("another sentence by a larger speaker, with rests, in noise", Condition.ALL_LARGE),
        OTHER_SMALL("another sentence by a smaller speaker, with rests, in noise", Condition.ALL_SMALL),
        HALF("half of the sentence", null),
        BACKWARDS("the sentence backwards", null),
        NOISE("noise with the rhythm of speech", null),
        MUSIC("music", null),
        SILENCE("silence", null);

        private final String text;
        private final @Nullable Condition condition;

        /** @param condition of another sentence */
        Fraud(String text, @Nullable Condition condition) {
            this.text = text;
            this.condition = condition;
        }
    }

    /** A sentence and what the reference voice makes of it. */
    record Case(NormalizedText text, Reference reference) {}

    private final Voices voices;
    private final References references;
    private final AudioDecoder decoder;
    private final Path work;
    private final PrintWriter out;
    private final TextNormalizer normalizer = new TextNormalizer();

    /** @param work a directory for what is spoken */
    public AlignBench(Voices voices, References references, AudioDecoder decoder, Path work, PrintWriter out) {
        this.voices = voices;
        this.references = references;
        this.decoder = decoder;
        this.work = work;
        this.out = out;
    }

    /** Whether nearly every fraud was noticed and the words were found as exactly as we promise. */
    public boolean run() throws IOException {
        var english = english();
        return new AlignLanguages(voices, references, decoder, work, out).run() && english;
    }

    private boolean english() throws IOException {
        var cases = new ArrayList<Case>();
        for (var text : TEXTS) {
            var normalized = normalizer.normalize(text, LANGUAGE, Set.of("Latn"));
            cases.add(new Case(normalized, Objects.requireNonNull(references.speak(normalized, LANGUAGE))));
        }
        var good = true;
        for (var voice : voices.all()) {
            var capabilities = voices.synthesizer(voice).capabilities();
            if (voice.locale().startsWith(LANGUAGE)
                    && capabilities.containsAll(Set.of(Capability.OFFLINE, Capability.WORD_TIMES))) {
                good &= run(voice, cases);
            }
        }
        return good;
    }

    private boolean run(Voice voice, List<Case> cases) throws IOException {
        say("%s of %s, %d sentences; milliseconds off at word starts", voice.name(), voice.provider(), cases.size());
        say("%s", WordErrors.heads());
        var all = new WordErrors();
        for (var condition : Condition.values()) {
            var result = new WordErrors();
            var random = new Random(SEED);
            for (var each : cases) {
                var spoken = condition.apply(speak(each.text(), voice, condition), random);
                result.measure(each.text(), each.reference(), spoken);
            }
            say("%s", result.row(condition.text));
            all.add(result);
        }
        say("%s", all.row("all"));
        say("%s", all.rejections());
        say("time to align 5 s of sound: %.0f ms", all.millisecondsToAlign(5));
        var noticed = frauds(voice, cases);
        say("");
        return noticed && all.areSmall(MEDIAN_MS, NINETIETH_MS);
    }

    private boolean frauds(Voice voice, List<Case> cases) throws IOException {
        var noticed = 0;
        var tried = 0;
        for (var fraud : Fraud.values()) {
            var here = 0;
            for (var index = 0; index < cases.size(); index++) {
                var sound = fraud(fraud, voice, cases, index).sound();
                here += Aligner.align(cases.get(index).reference(), sound) instanceof Rejected ? 1 : 0;
            }
            say("noticed %3d of %d: %s", here, cases.size(), fraud.text);
            noticed += here;
            tried += cases.size();
        }
        say("noticed in all: %d of %d (%.1f %%)", noticed, tried, 100.0 * noticed / tried);
        return noticed >= LEAST_NOTICED * tried;
    }

    private Disguise fraud(Fraud fraud, Voice voice, List<Case> cases, int index) throws IOException {
        var random = new Random(SEED + index);
        var other = fraud.condition;
        if (other != null) {
            return other.apply(speak(similar(cases, index).text(), voice, other), random);
        }
        var spoken = speak(cases.get(index).text(), voice, Condition.PLAIN);
        return switch (fraud) {
            case OTHER_TEXT, OTHER_LARGE, OTHER_SMALL -> spoken;
            case HALF -> spoken.half();
            case BACKWARDS -> spoken.backwards();
            case NOISE -> spoken.hissed(random);
            case MUSIC -> spoken.sung();
            case SILENCE -> spoken.silent();
        };
    }

    private static Case similar(List<Case> cases, int index) {
        var length = cases.get(index).reference().sound().samples().length;
        @Nullable Case best = null;
        for (var each : cases) {
            if (each != cases.get(index) && (best == null || off(each, length) < off(best, length))) {
                best = each;
            }
        }
        return Objects.requireNonNull(best);
    }

    private static int off(Case one, int length) {
        return Math.abs(one.reference().sound().samples().length - length);
    }

    private Disguise speak(NormalizedText text, Voice voice, Condition condition) throws IOException {
        var directory = Files.createTempDirectory(work, "spoken");
        var utterance = new Utterance(text.spoken(), voice, condition.rate, condition.pitch);
        var audio = voices.synthesizer(voice).synthesize(utterance, directory);
        return new Disguise(decoder.decode(audio.file()), audio.words());
    }

    private void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }
}
