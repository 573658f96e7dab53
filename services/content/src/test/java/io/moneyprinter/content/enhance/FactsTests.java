package io.moneyprinter.content.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Bees dance in the dark.                               |
            en | A hive has 40,000 bees.                               | figure
            en | About twenty thousand of them fly out.                | figure
            en | It was found in 1927.                                 | figure date
            en | In March the first flowers open.                      | superlative name
            en | They fly on 3 March.                                  | figure date name
            en | The scientist Karl von Frisch saw it.                 | name
            en | Today NASA looks at it.                               | name
            en | It is the oldest dance of all.                        | superlative
            en | She lives in the forest and is honest about it.       |
            en | He called it “a magic well” for science.              | quotation
            de | Die Bienen tanzen auf der Wabe im Stock.              |
            de | Ein Volk hat vierzigtausend Bienen.                   | figure
            de | Der Forscher Karl von Frisch hat das entdeckt.        | name
            de | Das ist der älteste Tanz.                             | superlative
            de | Im Oktober ruhen sie.                                 | date
            fr | Les abeilles dansent dans la ruche.                   |
            fr | Elles sont trente mille.                              | figure
            fr | C'est la plus vieille danse.                          | superlative
            fr | Le biologiste Karl von Frisch l'a vu.                 | name
            es | Las abejas bailan en la colmena.                      |
            es | Es la danza más antigua.                              | superlative
            es | En abril vuelan veinte.                               | figure date
            ru | Пчёлы танцуют в темноте.                              |
            ru | Это самый старый танец.                               | superlative
            ru | Учёный Карл Фриш это увидел.                          | name
            zh | 蜜蜂在黑暗中跳舞。                                       |
            zh | 这是最古老的舞蹈。                                       | superlative
            zh | 一九二七年被发现。                                       | figure date
            ja | ミツバチは暗闇で踊る。                                    |
            ja | 巣には4万匹いる。                                        | figure
            ko | 가장 오래된 춤이다.                                      | superlative
            hi | यह सबसे पुराना नृत्य है।                                 | superlative
            """)
    void marksWhatStatesSomething(String language, String sentence, String kinds) {
        var wanted = kinds == null ? List.<String>of() : List.of(kinds.split(" "));

        var found = Facts.of(new Language(language)).in(sentence);

        assertThat(found.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(wanted).flatMap(List::stream).toList());
    }
}
