package io.moneyprinter.materials.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Pilze Waldboden | Waldboden mit Pilzen",
                "de | rote Blätter | Rotes Blatt im Herbst",
                "en | roasted coffee | Roasting coffee",
                "es | montañas nevadas | Montaña nevada",
                "fr | chevaux sauvages | Cheval sauvage",
                "ru | осенние леса | Осенний лес",
                "ar | الجبال | جبال مغطاة بالثلوج",
                "hi | पहाड़ों | पहाड़ और नदी",
                "ko | 고양이가 | 고양이는 잔다",
                "tr | dağlar | Yüksek dağ"
            })
    void takesOtherFormsOfAWordForIt(String language, String wanted, String title) {
        assertThat(of(language, wanted, title).score()).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Pilze Waldboden | Pilot am Himmel",
                "en | plane | Planet and moons",
                "fr | chevaux | Cheveux au vent"
            })
    void takesNoOtherWordForIt(String language, String wanted, String title) {
        assertThat(of(language, wanted, title).score()).isZero();
        assertThat(of(language, wanted, wanted).score()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nl | het water | Het huis", "it | della luce | Il gatto della strada", "sv | ett hus | Ett träd"})
    void findsNothingByWordsThatAreEverywhere(String language, String wanted, String title) {
        assertThat(of(language, wanted, title).score()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | old man | Old man on a bench",
                "en | war | War memorial",
                "en | the who | The Who on stage",
                "es | vino | Vino tinto",
                "de | Alter Hut | Alter Hut auf dem Tisch"
            })
    void takesNoWordForOneThatSaysNothingInAnotherLanguage(String language, String wanted, String title) {
        assertThat(of(language, wanted, title).score()).isEqualTo(1);
    }

    private static Relevance.Fit of(String language, String wanted, String title) {
        return new Relevance(new Language(language)).phrase(wanted, 1).of(Relevance.Text.NONE.and(title, 1));
    }
}
