package io.moneyprinter.tts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.spi.WordSpeech;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTests {

    @TempDir
    private Path work;

    private LocalObjectStore store;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
    }

    private @Nullable Reference spoken(String text, String language, SpeechSynthesizer... synthesizers) {
        return TestReferences.of(store, synthesizers).speak(normalized(text, language), language);
    }

    private static NormalizedText normalized(String text, String language) {
        return new TextNormalizer().normalize(text, language, Set.of("Latn", "Hani"));
    }

    @Test
    void areSpokenWordByWordWhereNobodyKnowsTheWordsOtherwise() {
        var words = new WordByWord("de-DE");

        var reference = spoken("Bienen tanzen, z. B. am Abend!", "de", Babbler.reference("en-US"), words);

        assertThat(reference).isNotNull();
        assertThat(reference.words())
                .extracting(SpokenWord::text)
                .containsExactly("Bienen", "tanzen", "zum Beispiel", "am", "Abend");
        assertThat(words.utterance)
                .isEqualTo(new Utterance(
                        "Bienen tanzen, zum Beispiel am Abend!", words.voices().getFirst(), 1, 0));
    }

    @Test
    void areCutIntoWordsWhereNoSpacesAre() {
        var reference = spoken("蜜蜂在黑暗中跳舞。", "zh", new WordByWord("zh-CN"));

        assertThat(reference).isNotNull();
        assertThat(reference.words()).extracting(SpokenWord::text).containsExactly("蜜蜂", "在", "黑暗", "中", "跳舞");
    }

    @Test
    void areSpokenByWhoeverKnowsHisWordsBeforeOthers() {
        var words = new WordByWord("en-US");

        assertThat(spoken("Bees dance.", "en", words, Babbler.reference("en-GB")))
                .isNotNull();

        assertThat(words.utterance).isNull();
    }

    @Test
    void areSpokenByAnotherWhenTheFirstCannot() {
        var broken = new WordByWord("de-DE") {
            @Override
            public Optional<WordSpeech> wordSpeech() {
                return Optional.of((utterance, words, directory) -> {
                    throw new CodedException(TtsErrorCode.VOICE_ANSWER_UNUSABLE, "not word by word");
                });
            }
        };

        assertThat(spoken("Bienen tanzen.", "de", broken)).isNull();
        assertThat(spoken("Bienen tanzen.", "de", broken, new WordByWord("de-DE")))
                .isNotNull();
        assertThat(work.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void areSpokenInTheVoiceOfTheCountryThatReadsTheText() {
        var words = new WordByWord("pt-PT", "pt-BR", "sr-Cyrl-RS");

        spoken("As abelhas dançam.", "pt", words);
        assertThat(words.locale()).isEqualTo("pt-BR");

        spoken("As abelhas dançam.", "pt-PT", words);
        assertThat(words.locale()).isEqualTo("pt-PT");

        assertThat(spoken("蜜蜂跳舞。", "pt", words)).isNull();
        assertThat(spoken("Les abeilles dansent.", "fr", words)).isNull();
    }

    @Test
    void areNotSpokenWordByWordWhereOneLetterIsOfAnotherScript() {
        var text = "Bienen tanzen im Dunkeln, um ihren Schwestern zu zeigen, wo die Blumen sind: 花.";

        assertThat(spoken(text, "de", new WordByWord("de-DE"))).isNull();
        assertThat(spoken(text, "de", Babbler.reference("de-DE"))).isNotNull();
    }

    /** Speaks no language as usual, and every one word by word. */
    private static class WordByWord implements SpeechSynthesizer {

        private final List<Voice> voices;

        @Nullable
        Utterance utterance;

        WordByWord(String... locales) {
            voices = Arrays.stream(locales)
                    .map(locale -> new Voice(
                            "words",
                            locale,
                            locale,
                            locale,
                            null,
                            locale.startsWith("zh") ? List.of("Hani") : List.of("Latn"),
                            true,
                            false))
                    .toList();
        }

        String locale() {
            return utterance == null ? "" : utterance.voice().locale();
        }

        @Override
        public String provider() {
            return "words";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.ROBOTIC);
        }

        @Override
        public List<Voice> voices() {
            return voices;
        }

        @Override
        public SpokenAudio synthesize(Utterance utterance, Path directory) {
            throw new AssertionError("its words are not known then");
        }

        @Override
        public Optional<WordSpeech> wordSpeech() {
            return Optional.of((spoken, words, directory) -> {
                utterance = spoken;
                var text = new StringBuilder();
                for (var word : words) {
                    text.append(spoken.text(), word.start(), word.end()).append('|');
                }
                var babble = Babbler.reference("en-US")
                        .speak(text.toString().replace(' ', '_').replace('|', ' '));
                var file = directory.resolve("words.wav");
                write(babble, file);
                var times = babble.words().stream()
                        .map(word -> new SpokenWord(word.text().replace('_', ' '), word.offset(), word.duration()))
                        .toList();
                return new SpokenAudio(file, times, WordTiming.Source.ENGINE);
            });
        }

        private static void write(Reference babble, Path file) {
            try {
                babble.sound().write(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
