package io.moneyprinter.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadabilityTests {

    /** By hand: 206.835 - 1.015 * 6 - 84.6 * 1. */
    @Test
    void scoresEnglishAsFleschDid() {
        var readability = Readability.of(List.of("The cat sat on the mat."), Language.ENGLISH);

        assertThat(readability.ease()).isEqualTo(100);
        assertThat(readability.wordsPerSentence()).isEqualTo(6);
        assertThat(Readability.of(List.of("The banana and the potato are in the kitchen."), Language.ENGLISH)
                        .ease())
                // 9 words of 15 syllables.
                .isCloseTo(206.835 - 1.015 * 9 - 84.6 * 15 / 9, within(0.06));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The dog ran home. It was wet.         | The comprehensive reorganization necessitates considerable administrative deliberation.
            de | Der Hund lief heim. Er war nass.      | Die umfassende Neuorganisation erfordert beträchtliche verwaltungstechnische Überlegungen.
            fr | Le chien court. Il est tout mouillé.  | La réorganisation administrative nécessite des délibérations considérables et approfondies.
            es | El perro va a casa. Está mojado.      | La reorganización administrativa necesita deliberaciones considerables y extraordinarias.
            it | Il cane va a casa. Ora è là.          | La riorganizzazione amministrativa richiede considerevoli deliberazioni straordinarie.
            nl | De hond liep naar huis. Hij was nat.  | De administratieve reorganisatie vereist aanzienlijke buitengewone overwegingen.
            pt | O cão foi para casa. Está no sol.     | A reorganização administrativa necessita deliberações consideráveis extraordinárias.
            ru | Пёс шёл домой. Он был там.            | Административная реорганизация требует продолжительного всестороннего обсуждения.
            """)
    void findsEasyTextsEasierInEveryLanguageThatHasAFormula(String tag, String easy, String hard) {
        var language = new Language(tag);

        var easier = Readability.of(List.of(easy.split("(?<=[.]) ")), language);
        var harder = Readability.of(List.of(hard), language);

        assertThat(easier.ease()).isGreaterThan(60);
        assertThat(harder.ease()).isLessThan(40);
    }

    @Test
    void countsWordsOnlyWhereThereIsNoFormula() {
        var readability = Readability.of(List.of("Pszczoły tańczą w ciemności.", "Robią to."), new Language("pl"));

        assertThat(readability.ease()).isNull();
        assertThat(readability.sentences()).isEqualTo(2);
        assertThat(readability.longestSentence()).isEqualTo(4);
    }
}
