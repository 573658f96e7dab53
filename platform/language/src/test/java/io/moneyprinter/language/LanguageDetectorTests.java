package io.moneyprinter.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | A bee that has found flowers flies home and tells the others where they are.
            de | Eine Biene, die Blumen gefunden hat, fliegt nach Hause und sagt es den anderen.
            fr | Une abeille qui a trouvé des fleurs rentre et le dit aux autres.
            es | Una abeja que ha encontrado flores vuelve a casa y se lo dice a las demás.
            it | Un'ape che ha trovato dei fiori torna a casa e lo dice alle altre.
            pt | Uma abelha que encontrou flores volta para casa e diz às outras onde elas estão.
            nl | Een bij die bloemen heeft gevonden vliegt naar huis en vertelt het aan de anderen.
            sv | Ett bi som har hittat blommor flyger hem och berättar det för de andra.
            da | En bi, der har fundet blomster, flyver hjem og fortæller det til de andre.
            fi | Mehiläinen, joka on löytänyt kukkia, lentää kotiin ja kertoo siitä muille, mutta se ei ole kaikki.
            pl | Pszczoła, która znalazła kwiaty, wraca do domu i mówi o tym innym.
            cs | Včela, která našla květiny, letí domů a řekne to ostatním.
            tr | Çiçek bulan bir arı eve uçar ve bunu diğerlerine söyler.
            hu | A méh, amely virágot talált, hazarepül és elmondja a többieknek.
            ro | O albină care a găsit flori se întoarce acasă și le spune celorlalte.
            vi | Một con ong tìm thấy hoa sẽ bay về tổ và báo cho những con khác.
            id | Seekor lebah yang menemukan bunga akan pulang dan memberi tahu yang lain.
            ru | Пчела, которая нашла цветы, летит домой и рассказывает об этом другим.
            uk | Бджола, яка знайшла квіти, летить додому й розповідає про це іншим.
            bg | Пчелата, която е намерила цветя, се връща у дома и казва на другите.
            el | Μια μέλισσα που βρήκε λουλούδια πετάει στο σπίτι.
            he | דבורה שמצאה פרחים עפה הביתה ומספרת לאחרות.
            ar | النحلة التي وجدت الزهور تعود إلى الخلية وتخبر الأخريات.
            fa | زنبوری که گل پیدا کرده به خانه برمی‌گردد و به دیگران می‌گوید.
            ur | شہد کی مکھی پھول ڈھونڈ کر گھر واپس آتی ہے۔
            hi | जिस मधुमक्खी को फूल मिल गए वह घर लौटती है।
            th | ผึ้งที่พบดอกไม้จะบินกลับบ้านและบอกตัวอื่น
            zh | 找到花的蜜蜂飞回家,告诉其他蜜蜂花在哪里。
            ja | 花を見つけた蜂は家に帰って仲間に場所を教える。
            ko | 꽃을 찾은 벌은 집으로 돌아가 다른 벌들에게 알려 준다.
            """)
    void tellsLanguagesApart(String expected, String text) {
        assertThat(LanguageDetector.detect(text).tag()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "short.txt", delimiter = '|', encoding = "UTF-8")
    void tellsShortTextsApart(String expected, String text) {
        assertThat(LanguageDetector.detect(text).tag()).isEqualTo(expected);
    }

    @Test
    void takesTheLanguageOfMostOfTheText() {
        assertThat(LanguageDetector.detect("The word 蜜蜂 means bee, and it is one of the oldest words that we know of."))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void fallsBackToEnglishWhereNothingTells() {
        assertThat(LanguageDetector.detect("")).isEqualTo(Language.ENGLISH);
        assertThat(LanguageDetector.detect("12 🐝 !!")).isEqualTo(Language.ENGLISH);
        assertThat(LanguageDetector.detect("Xyzzy plugh")).isEqualTo(Language.ENGLISH);
    }
}
