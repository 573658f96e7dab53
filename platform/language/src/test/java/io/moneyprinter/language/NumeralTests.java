package io.moneyprinter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; 40,000 bees; 40000",
                "en; 1,234.5 metres; 1234.5",
                "en; 1,234,567 steps; 1234567",
                "en; 3.500 kilos; 3.5",
                "en; 12,5 kilos; 12.5",
                "en; 2½ cups; 2.5",
                "de; 3.500 Schritte; 3500",
                "de; 1.234,56 Euro; 1234.56",
                "de; 0,5 Liter; 0.5",
                "de; 0.125 Liter; 0.125",
                "de-CH; 12'500 Franken; 12500",
                "fr; 40 000 abeilles; 40000",
                "fr; 3,5 pour cent; 3.5",
                "ru; 83 000 000 человек; 83000000",
                "hi; १२,३४,५६७ लोग; 1234567",
                "ar; ٤٠٬٠٠٠ نحلة; 40000",
                "ar; ٣٫٥ لتر; 3.5",
                "fa; ۸۵ درصد; 85",
                "bn; ৮৫ শতাংশ; 85"
            })
    void readsAPointAndGroupsAsTheLanguageWritesThem(String language, String text, double value) {
        assertThat(values(text, language)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; 3 million years; 3e6",
                "en; 5M people; 5e6",
                "en; 1 billion stars; 1e9",
                "en; 12 lakh people; 12e5",
                "de; 1 Billion Sterne; 1e12",
                "de; 2,5 Mio. Menschen; 2.5e6",
                "de; 7 Mrd. Euro; 7e9",
                "fr; 2 milliards d'euros; 2e9",
                "es; 3 mil millones; 3e9",
                "pt; 40 mil pessoas; 4e4",
                "it; 40 mila persone; 4e4",
                "ru; 2,5 млн рублей; 2.5e6",
                "pl; 2,5 tys. osób; 2500",
                "tr; 40 bin kişi; 4e4",
                "ar; 83 مليون نسمة; 83e6",
                "hi; ५ करोड़ लोग; 5e7",
                "zh; 8300万人口; 83e6",
                "zh; 14亿5000万人; 1.45e9",
                "ja; 3万5千人; 35000",
                "ko; 5,100만 명; 51e6",
                "ko; 5천만 명; 5e7",
                "ko; 3천 명; 3000",
                "zh; 126万亿元; 1.26e14",
                "th; 5 พันล้าน; 5e9",
                "vi; 5 nghìn tỷ đồng; 5e12",
                "th; 5 ล้านคน; 5e6"
            })
    void readsScales(String language, String text, double value) {
        assertThat(values(text, language)).containsExactly(value);
        assertThat(Numeral.in(text, new Language(language)).getFirst().scaled()).isTrue();
    }

    @Test
    void takesNoOtherWordForAScale() {
        assertThat(values("The 5 mil above the ground", "en")).containsExactly(5.0);
        assertThat(values("5 millionaires and 3 Kings", "en")).containsExactly(5.0, 3.0);
        assertThat(values("300 K in the shade", "en")).containsExactly(300.0);
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        for (var text : List.of("Version 1.2.3", "on 25.12.2020", "at 192.168.0.1", "5'10 tall")) {
            assertThat(values(text, "en")).as(text).isEmpty();
        }
        assertThat(values("In 2020 100 people", "en")).containsExactly(2020.0, 100.0);
        assertThat(values("555 123 4567", "en")).hasSize(3);
    }

    @Test
    void saysWhereItStands() {
        assertThat(Numeral.in("Es sind 2,5 Millionen Bienen.", new Language("de")))
                .containsExactly(new Numeral("2,5", 2.5e6, true, 8, 21));
    }

    @Test
    void findsTheSameFiguresHoweverTheyAreGrouped() {
        assertThat(Figures.beyond("Il y a 40 000 abeilles", "There are 40,000 bees"))
                .isEmpty();
    }

    private static List<Double> values(String text, String language) {
        return Numeral.in(text, new Language(language)).stream()
                .map(Numeral::value)
                .toList();
    }
}
