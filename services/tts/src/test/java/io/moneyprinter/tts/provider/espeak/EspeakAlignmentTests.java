package io.moneyprinter.tts.provider.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.tts.WordTiming.Source;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.tts.alignment.TestReferences;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.NormalizedText.Piece;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.timing.WordTimes;
import io.moneyprinter.tts.voice.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program itself as the reference by which other voices are timed. */
@EnabledIf(value = "isInstalled", disabledReason = "espeak-ng is not on the PATH")
class EspeakAlignmentTests {

    private static final String LANGUAGES = """
            de              | de | Bienen tanzen im Dunkeln, Blumen blühen im Licht, und niemand weiß, warum.
            fr-fr           | fr | Les abeilles dansent dans le noir, les fleurs sont au soleil, et personne ne sait pourquoi.
            cs              | cs | Včely tančí ve tmě, květiny rostou v dešti, a nikdo neví, proč.
            ru              | ru | Пчёлы танцуют в темноте, цветы растут на свету, и никто не знает, почему.
            hi              | hi | मधुमक्खियाँ अँधेरे में नाचती हैं, फूल धूप में खिलते हैं, और कोई नहीं जानता।
            cmn-latn-pinyin | zh | 蜜蜂在黑暗中跳舞，花在阳光下开放，没有人知道为什么。
            """;

    private static EspeakSpeechSynthesizer espeak;

    @TempDir
    private Path work;

    static boolean isInstalled() {
        return EspeakProgramTests.isInstalled();
    }

    @BeforeAll
    static void start() {
        espeak = new EspeakSpeechSynthesizer(
                new EspeakProperties(true, "espeak-ng", 0, Duration.ofSeconds(30), Duration.ofHours(1)),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        espeak.close();
    }

    /** Speech that nothing was done to rests where the text does, and there words begin whose times can be compared. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LANGUAGES)
    void knowsWhenItSaysEachWord(String id, String language, String written) throws Exception {
        var text = normalized(written, language);
        var plain = espeak.synthesize(utterance(text, id), directory());

        var words = wordByWord(text, utterance(text, id)).words();

        // A Czech preposition of one consonant has no sound of its own.
        assertThat(words).hasSize(text.pieces().size() - (language.equals("cs") ? 1 : 0));
        var afterRests = new ArrayList<Long>();
        for (var i = 1; i < words.size(); i++) {
            var rest = words.get(i).offset().minus(end(words.get(i - 1)));
            assertThat(rest).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(words.get(i).duration()).isPositive();
            if (rest.toMillis() > 90) {
                // Where the amplitude is set, 7 ms pass.
                afterRests.add(words.get(i).offset().toMillis() - 7L * i);
            }
        }
        var heard = afterRests(Wave.read(Files.readAllBytes(plain.file())));
        assertThat(afterRests).hasSameSizeAs(heard);
        for (var i = 0; i < heard.size(); i++) {
            assertThat(Math.abs(afterRests.get(i) - heard.get(i)))
                    .as("word after rest %d", i)
                    .isLessThan(60);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LANGUAGES)
    void findsTheWordsOfAnotherSpeaker(String id, String language, String written) throws Exception {
        var text = normalized(written, language);
        var spoken = wordByWord(text, new Utterance(text.spoken(), voice(id + "+klatt2"), 0.85, 3));
        var sound = sound(spoken);
        var truth = WordTimes.of(text, spoken.words(), Source.ENGINE, sound.duration());

        var found = heard(text, language, sound);

        assertThat(found).extracting(WordTiming::source).containsOnly(Source.ALIGNED);
        var errors = new ArrayList<Long>();
        for (var i = 0; i < truth.size(); i++) {
            errors.add(found.get(i).offset().minus(truth.get(i).offset()).abs().toMillis());
        }
        errors.sort(null);
        assertThat(errors.get(errors.size() / 2)).isLessThanOrEqualTo(40);
        assertThat(errors.get((errors.size() - 1) * 9 / 10)).isLessThanOrEqualTo(100);
    }

    @Test
    void doesNotFindOtherWords() throws Exception {
        var text = normalized("Die Tiefsee ist kälter, dunkler und fremder als die Oberfläche des Mondes.", "de");
        var other = normalized("Die meisten Menschen trinken ihren Kaffee am Morgen, und zwar vor neun Uhr.", "de");

        var found = heard(text, "de", sound(espeak.synthesize(utterance(other, "de+m7"), directory())));

        assertThat(found).extracting(WordTiming::source).containsOnly(Source.ESTIMATED);
    }

    private List<WordTiming> heard(NormalizedText text, String language, Pcm sound) {
        var store = new LocalObjectStore(work, Clock.systemUTC());
        return TestReferences.heardWords(store, Decoders.anyWav(), espeak).of(text, language, sound);
    }

    private static NormalizedText normalized(String text, String language) {
        return new TextNormalizer().normalize(text, language, Set.copyOf(Scripts.of(language)));
    }

    private static Utterance utterance(NormalizedText text, String voice) {
        return new Utterance(text.spoken(), voice(voice), 1, 0);
    }

    private static Voice voice(String id) {
        return new Voice("espeak", id, id, "en", null, List.of("Latn"), true, false);
    }

    private SpokenAudio wordByWord(NormalizedText text, Utterance utterance) throws Exception {
        var words = text.pieces().stream().map(Piece::spoken).toList();
        return espeak.wordSpeech().orElseThrow().speak(utterance, words, directory());
    }

    private Path directory() throws Exception {
        return Files.createTempDirectory(work, "spoken");
    }

    private static Pcm sound(SpokenAudio spoken) {
        return Decoders.anyWav().decode(spoken.file());
    }

    private static Duration end(SpokenWord word) {
        return word.offset().plus(word.duration());
    }

    /** When sound begins again after more than 90 ms without any, in milliseconds. */
    private static List<Long> afterRests(Wave wave) {
        var starts = new ArrayList<Long>();
        var last = -1;
        for (var i = 0; i < wave.samples().length; i++) {
            if (wave.samples()[i] != 0) {
                if (last >= 0 && i - last > 0.09 * wave.sampleRate()) {
                    starts.add(1000L * i / wave.sampleRate());
                }
                last = i;
            }
        }
        return starts;
    }
}
