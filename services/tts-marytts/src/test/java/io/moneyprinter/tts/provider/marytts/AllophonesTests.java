package io.moneyprinter.tts.provider.marytts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import marytts.modules.phonemiser.AllophoneSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllophonesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            biːz          | ' b i z
            ˌɪntɚˈnæʃənəl | , I n - t r= - ' n { - S @ - n @ l
            ɔːˈstreɪliə   | O - ' s t r EI - l i - @
            ɔːstreɪliə    | ' O - s t r EI - l i - @
            ˈɡœtɪŋən      | ' g r= - t I N - @ n
            ʃɔˈpɛ̃         | S O - ' p E n
            t͡ʃɛk          | ' tS E k
            ˈbʌtn̩         | ' b V - t @ n
            aɪ̯n           | ' AI n
            kʰæ˥t         | ' k { t
            ˈpa.i         | ' p A - i
            ʃː            | ' S
            ˈç            | ' k
            """)
    void spellsAWordInSyllables(String ipa, String expected) {
        assertThat(Allophones.has(ipa)).isTrue();
        assertThat(Allophones.of(ipa)).containsExactly(expected);
    }

    @Test
    void spellsEachWordAlone() {
        assertThat(Allophones.of("njuː ˈjɔːrk")).containsExactly("' n j u", "' j O r k");
    }

    @Test
    void namesTheSignsThatItHasNoSoundFor() {
        assertThat(Allophones.missing("ǃɛɓéːxa ǁa ǃa")).containsExactly("ǁ", "ǃ");
        assertThat(Allophones.has("ǃa")).isFalse();
        assertThat(Allophones.has("ʔ")).as("nothing to hear").isFalse();
        assertThat(IntStream.rangeClosed('a', 'z').mapToObj(Character::toString))
                .allMatch(Allophones::has);
    }

    @Test
    void makesOnlySoundsOfTheVoice() throws Exception {
        var voice = AllophoneSet.getAllophoneSet(
                AllophoneSet.class.getResourceAsStream("/marytts/language/en_US/lexicon/allophones.en_US.xml"),
                "en_US");
        try (var file = Objects.requireNonNull(Allophones.class.getResourceAsStream("ipa.txt"))) {
            var signs = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ")[0])
                    .toList();

            assertThat(signs).hasSizeGreaterThan(150).doesNotHaveDuplicates();
            assertThat(signs)
                    .allSatisfy(sign -> assertThat(Allophones.of(sign))
                            .allMatch(voice::checkAllophoneSyntax)
                            .allMatch(phones -> phones.startsWith("'")));
        }
    }
}
