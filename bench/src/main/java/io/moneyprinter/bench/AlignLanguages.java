package io.moneyprinter.bench;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.bench.AlignBench.Case;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.Alignment.Rejected;
import io.moneyprinter.tts.alignment.References;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.NormalizedText.Piece;
import io.moneyprinter.tts.normalization.NormalizedText.Span;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.Scripts;
import io.moneyprinter.tts.voice.Voices;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same in many languages. The voices of the machine that speak word by word speak with other timbres and at another
 * pace than the reference, as running speech and with each word for itself, and in noise.
 */
final class AlignLanguages {

    private static final String SENTENCES = "sentences.txt";
    private static final int SHORTEST_WORD = 2;

    /** Who speaks: variants that espeak-ng has for every language, without the echo that most of them have. */
    private enum Speaker {
        SMALL("a synthesis of another kind, faster", "+klatt2", 1.2, 4, false),
        LARGE("a larger speaker, slower", "+m7", 0.85, -3, false),
        ALONE("words spoken alone and joined", "+steph", 1.1, 0, true);

        private final String text;
        private final String variant;
        private final double rate;
        private final double pitch;
        private final boolean wordByWord;

        Speaker(String text, String variant, double rate, double pitch, boolean wordByWord) {
            this.text = text;
            this.variant = variant;
            this.rate = rate;
            this.pitch = pitch;
            this.wordByWord = wordByWord;
        }

        Voice voice(Voice plain) {
            return new Voice(
                    plain.provider(),
                    plain.id() + variant,
                    plain.name(),
                    plain.locale(),
                    null,
                    plain.scripts(),
                    plain.offline(),
                    plain.needsKey());
        }
    }

    private final Voices voices;
    private final References references;
    private final AudioDecoder decoder;
    private final Path work;
    private final PrintWriter out;
    private final TextNormalizer normalizer = new TextNormalizer();
    private final Map<Speaker, WordErrors> quiet = new LinkedHashMap<>();
    private final Map<Speaker, WordErrors> noisy = new LinkedHashMap<>();
    private int noticed;
    private int tried;

    AlignLanguages(Voices voices, References references, AudioDecoder decoder, Path work, PrintWriter out) {
        this.voices = voices;
        this.references = references;
        this.decoder = decoder;
        this.work = work;
        this.out = out;
        for (var speaker : Speaker.values()) {
            quiet.put(speaker, new WordErrors());
            noisy.put(speaker, new WordErrors());
        }
    }

    /** Whether the words of every language were found as exactly as we promise, and nearly every fraud was noticed. */
    boolean run() throws IOException {
        var good = true;
        var all = new WordErrors();
        say("%s", WordErrors.heads());
        for (var language : sentences().entrySet()) {
            var voice = voice(language.getKey());
            var cases = cases(language.getKey(), language.getValue());
            if (voice == null || cases.isEmpty()) {
                say("%-42s nobody here speaks it word by word", language.getKey());
                continue;
            }
            var errors = run(voice, cases);
            say("%s", errors.row("%s, voice %s".formatted(language.getKey(), voice.id())));
            good &= errors.areSmall(AlignBench.MEDIAN_MS, AlignBench.NINETIETH_MS);
            all.add(errors);
        }
        if (tried == 0) {
            return good;
        }
        for (var speaker : Speaker.values()) {
            say("%s", Objects.requireNonNull(quiet.get(speaker)).row(speaker.text));
            say("%s", Objects.requireNonNull(noisy.get(speaker)).row("  in noise at 20 dB"));
        }
        say("%s", all.row("all"));
        say("%s", all.rejections());
        say("another sentence in its place noticed: %d of %d (%.1f %%)", noticed, tried, 100.0 * noticed / tried);
        return good && noticed >= AlignBench.LEAST_NOTICED * tried;
    }

    private WordErrors run(Voice voice, List<Case> cases) {
        var errors = new WordErrors();
        var random = new Random(AlignBench.SEED);
        for (var speaker : Speaker.values()) {
            var inQuiet = new WordErrors();
            var inNoise = new WordErrors();
            for (var i = 0; i < cases.size(); i++) {
                var one = cases.get(i);
                var spoken = speak(one.text(), speaker, voice);
                var disturbed = spoken.noisy(random, false, AlignBench.NOISE_DB);
                inQuiet.measure(one.text(), one.reference(), spoken);
                inNoise.measure(one.text(), one.reference(), disturbed);
                var other = cases.get((i + 1) % cases.size()).reference();
                tried++;
                noticed += Aligner.align(other, disturbed.sound()) instanceof Rejected ? 1 : 0;
            }
            Objects.requireNonNull(quiet.get(speaker)).add(inQuiet);
            Objects.requireNonNull(noisy.get(speaker)).add(inNoise);
            errors.add(inQuiet);
            errors.add(inNoise);
        }
        return errors;
    }

    /** Sentences that the reference voice does not say word by word are told, and left out. */
    private List<Case> cases(String language, List<String> sentences) {
        var cases = new ArrayList<Case>();
        for (var sentence : sentences) {
            var text = normalizer.normalize(sentence, language, Set.copyOf(Scripts.of(language)));
            var reference = references.speak(text, language);
            if (reference != null) {
                cases.add(new Case(text, reference));
            } else {
                say("%-42s no reference for: %s", language, sentence);
            }
        }
        return cases;
    }

    private @Nullable Voice voice(String language) {
        var wanted = ULocale.forLanguageTag(language);
        return voices.all().stream()
                .filter(voice ->
                        ULocale.forLanguageTag(voice.locale()).getLanguage().equals(wanted.getLanguage()))
                .filter(voice -> voices.synthesizer(voice).wordSpeech().isPresent())
                .min(Comparator.comparing(voice -> !country(voice.locale()).equals(country(language))))
                .orElse(null);
    }

    private static String country(String locale) {
        return ULocale.addLikelySubtags(ULocale.forLanguageTag(locale)).getCountry();
    }

    private Disguise speak(NormalizedText text, Speaker speaker, Voice plain) {
        var voice = speaker.voice(plain);
        var words = text.pieces().stream().map(Piece::spoken).toList();
        if (!speaker.wordByWord) {
            return speak(new Utterance(text.spoken(), voice, speaker.rate, speaker.pitch), words);
        }
        var spoken = new ArrayList<Disguise>();
        for (var first = 0; first < words.size(); ) {
            var last = first;
            // Nobody says a preposition of one letter for itself: it would be spelled.
            while (last < words.size() - 1 && length(words.get(last)) <= SHORTEST_WORD) {
                last++;
            }
            spoken.add(alone(text.spoken(), words.subList(first, last + 1), speaker, voice));
            first = last + 1;
        }
        return Disguise.joined(spoken);
    }

    private Disguise alone(String text, List<Span> words, Speaker speaker, Voice voice) {
        var start = words.getFirst().start();
        var spans = words.stream()
                .map(word -> new Span(word.start() - start, word.end() - start))
                .toList();
        var spoken = text.substring(start, words.getLast().end());
        return speak(new Utterance(spoken, voice, speaker.rate, speaker.pitch), spans);
    }

    private static int length(Span word) {
        return word.end() - word.start();
    }

    private Disguise speak(Utterance utterance, List<Span> words) {
        try {
            var directory = Files.createTempDirectory(work, "spoken");
            var audio = voices.synthesizer(utterance.voice())
                    .wordSpeech()
                    .orElseThrow()
                    .speak(utterance, words, directory);
            return new Disguise(decoder.decode(audio.file()), audio.words());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot work in " + work, e);
        }
    }

    private static Map<String, List<String>> sentences() throws IOException {
        try (var in = Objects.requireNonNull(AlignLanguages.class.getResourceAsStream(SENTENCES))) {
            var sentences = new LinkedHashMap<String, List<String>>();
            var language = "";
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    language = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    sentences
                            .computeIfAbsent(language, key -> new ArrayList<>())
                            .add(line);
                }
            }
            return sentences;
        }
    }

    private void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }
}
