package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.designed.NumberFact.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; It costs $4.50 per kilo; MONEY; $4.50; 4.5",
                "en; It costs US$20 per kilo; MONEY; US$20; 20",
                "en; It costs USD 5 to enter; MONEY; USD 5; 5",
                "en; It costs 5 CHF to enter; MONEY; 5 CHF; 5",
                "en; The £5m house stood empty; MONEY; £5m; 5e6",
                "en; They paid $3 million for it; MONEY; $3 million; 3e6",
                "de; Es kostet 12,50 € pro Kilo; MONEY; 12,50 €; 12.5",
                "pl; To kosztuje 15 zł za kilo; MONEY; 15 zł; 15",
                "en; About 85 percent of them; PERCENT; 85%; 85",
                "en; Nearly 3.5% is left; PERCENT; 3.5%; 3.5",
                "de; Nur 12,5 % bleiben übrig; PERCENT; 12,5%; 12.5",
                "de; Fast 3,5 Prozent bleiben; PERCENT; 3,5%; 3.5",
                "fr; Il reste 3,5 pour cent; PERCENT; 3,5%; 3.5",
                "es; Queda un 3,5 por ciento; PERCENT; 3,5%; 3.5",
                "ru; Осталось 3,5 процента; PERCENT; 3,5%; 3.5",
                "hi; सिर्फ़ ८५% लोग आए; PERCENT; ८५%; 85",
                "tr; Arıların %40 kadarı uyur; PERCENT; 40%; 40",
                "en; Two thirds of all bees; PERCENT; 2/3; 67",
                "en; In 1967 he wrote it down; YEAR; 1967; 1967",
                "en; A hive has 40,000 bees; COUNT; 40,000; 40000",
                "fr; Une ruche a 40 000 abeilles; COUNT; 40 000; 40000",
                "ar; تعيش في الخلية ٤٠٬٠٠٠ نحلة; COUNT; ٤٠٬٠٠٠; 40000",
                "en; It took 3 million years; COUNT; 3 million; 3e6",
                "de; Man braucht 0,5 Liter Milch; COUNT; 0,5; 0.5",
                "en; Add 2½ cups of flour; COUNT; 2½; 2.5",
                "en; She walks 3 km to school; COUNT; 3 km; 3"
            })
    void readsNumbers(String language, String text, Kind kind, String shown, double value) {
        assertNumber(NumberFact.in(text, language), text, kind, shown, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Sales grew by 150 percent; COUNT; 150%; 150",
                "en; Profits changed by -12% again; COUNT; −12%; -12",
                "en; Profits changed by −12% again; COUNT; −12%; -12",
                "de; Nachts sind es minus 40 im Tal; COUNT; −40; -40"
            })
    void fillsNoRingWithWhatIsNoPartOfAHundred(String language, String text, Kind kind, String shown, double value) {
        assertNumber(NumberFact.in(text, language), text, kind, shown, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; About 10-20% of all bees; 10–20%",
                "en; About 10 to 20 percent of all bees; 10 to 20%",
                "en; It costs $10–20 a day; $10–20",
                "en; It costs between $5 and $7 a day; $5–$7",
                "de; Es dauert 5 bis 7 Tage; 5 bis 7",
                "fr; Il faut 5 à 7 jours; 5 à 7",
                "en; Try it 2 or 3 times; 2 or 3",
                "en; From 5 to 7 million people came; 5 to 7 million",
                "en; From 1914 to 1918 the world burned; 1914 to 1918",
                "en; Mix vinegar and water 1:3 at home; 1:3",
                "en; The match ended 3–1 after a night; 3–1",
                "en; The shop opens at 7:30 in the morning; 7:30",
                "en; It is open 9:00–17:30 on Sundays; 9:00–17:30",
                "en; They meet at 7:30 p.m. near the bridge; 7:30 p.m.",
                "de; Sie treffen sich um 19:30 am Bahnhof; 19:30",
                "en; They meet at 7 pm near the bridge; 7 pm",
                "de; Der Laden schließt um 19.30 Uhr heute; 19.30 Uhr",
                "fr; Le train part à 7h30 ce matin; 7h30",
                "en; She came in 3rd at the end; 3rd",
                "de; Er belegte den 3. Platz beim Rennen; 3.",
                "fr; Elle est arrivée 2e à la fin; 2e",
                "en; Open 24/7 for everybody; 24/7",
                "en; Water boils at 100 °C there; 100 °C",
                "en; It gets as cold as -40 °C there; −40 °C",
                "he; בחוץ יש -12 °C בלילה; \u200e−12 °C",
                "en; The water is 37 degrees warm; 37",
                "ko; 3시에 만나요; 3시"
            })
    void writesWhatIsNoSingleAmountAsItIs(String language, String text, String shown) {
        var number = NumberFact.in(text, language);

        assertThat(number).as(text).isNotNull();
        assertThat(number.kind()).as(text).isEqualTo(Kind.PLAIN);
        assertThat(number.shown()).isEqualTo(shown.replace("\\u200e", "\u200e"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Only 3 out of 4 people sleep; 3 out of 4; 75",
                "en; About 1 in 5 people sleep; 1 in 5; 20",
                "en; One in five people never eats; One in five; 20",
                "de; Nur 3 von 4 Menschen schlafen; 3 von 4; 75",
                "de; Einer von zehn Menschen schläft; Einer von zehn; 10",
                "es; Uno de cada cinco niños duerme; Uno de cada cinco; 20",
                "fr; Parmi eux, un sur cinq dort; un sur cinq; 20",
                "en; Fill 3/4 of the glass; 3/4; 75"
            })
    void fillsARingWithAPartOfAWhole(String language, String text, String shown, double value) {
        assertNumber(NumberFact.in(text, language), text, Kind.PERCENT, shown, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Karl decoded it in 1967.; YEAR; 1967; 1967",
                "en; In 1969 people walked on the moon; YEAR; 1969; 1969",
                "en; On July 4, 1776 they signed it; YEAR; 1776; 1776",
                "en; In the 1990s everything changed; YEAR; 1990s; 1990",
                "de; In den 1990er Jahren war alles anders; YEAR; 1990er; 1990",
                "en; Caesar died in 44 BC in Rome; YEAR; 44 BC; -44",
                "de; Das war 44 v. Chr. in Rom; YEAR; 44 v. Chr.; -44",
                "zh; 公元前221年，秦始皇统一了六国; YEAR; 公元前221; -221",
                "zh; 他在1967年发现了舞蹈; YEAR; 1967; 1967",
                "ru; В 1957 году полетел спутник; YEAR; 1957; 1957",
                "ar; في عام ١٩٩٠ تغير كل شيء; YEAR; ١٩٩٠; 1990",
                "en; Hardly 1500 bees live in that hive; COUNT; 1500; 1500",
                "en; It opened in 1500 cities; COUNT; 1500; 1500",
                "en; It happened 2000 years ago; COUNT; 2000; 2000",
                "de; Rund 1500 Bienen leben hier; COUNT; 1500; 1500",
                "zh; 这里住着2000人; COUNT; 2000; 2000"
            })
    void tellsYearsFromCounts(String language, String text, Kind kind, String shown, double value) {
        assertNumber(NumberFact.in(text, language), text, kind, shown, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; The COVID-19 virus and the B52 bomber",
                "en; No number at all",
                "en; Java 25 is out and fast",
                "en; They love Windows 11 for this",
                "en; The Boeing 747 flew past",
                "en; Apollo 11 landed on the moon",
                "de; In der Formel 1 fahren sie schnell",
                "en; Chapter 3 explains everything",
                "en; Version 2.0.1 fixes the page",
                "en; Call 555-1234 before tonight",
                "en; Call +49 30 1234567 tonight",
                "de; Ruf 030 1234567 an",
                "en; The date is 2020-05-01 or 12/25/2020",
                "de; Der 3. Oktober ist ein Feiertag",
                "en; They meet on July 4 at noon",
                "fr; Le 14 juillet est une fête",
                "zh; 我们5月3日见面",
                "en; A 10-year-old boy found it",
                "en; It needs 4K and 5G and 3D",
                "en; James Bond is agent 007 here",
                "en; 1. Wash your hands well"
            })
    void countsNothingWithWhatOnlyNames(String language, String text) {
        assertThat(NumberFact.all(text, language)).as(text).isEmpty();
    }

    @Test
    void setsNamesBesideTheirNumbersWhereTheyAreCounted() {
        assertThat(NumberFact.all("France won 7 medals, Italy 5 and Spain 4.", "en").stream()
                        .map(NumberFact::value))
                .containsExactly(7.0, 5.0, 4.0);
        assertThat(NumberFact.all("In Rome 40 people came.", "en")).hasSize(1);
        assertThat(NumberFact.all("Roughly 50 of them came.", "en")).hasSize(1);
    }

    @Test
    void measuresNoLengthsOfWhatHasNone() {
        for (var text : List.of(
                "It is 5 °C in Oslo, 15 °C in Paris and 25 °C in Rome.",
                "They meet at 7:30 in Oslo, at 8:30 in Paris and at 9:30 in Rome.",
                "Profits changed by -5% in Oslo and by -7% in Rome.")) {
            assertThat(Facts.of(text, "en").figures()).as(text).isEmpty();
        }
        var two = Facts.of("It is 5 °C in Oslo and 25 °C in Rome.", "en");
        assertThat(two.figures()).extracting(Facts.Figure::shown).containsExactly("5 °C", "25 °C");
        assertThat(two.course()).isEqualTo(Facts.Course.UNLIKE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Between 5%–10% of all bees",
                "en; It costs 5€–10€ a day",
                "zh; 价格3万-5万元左右",
                "ja; 一日に10人-20人が来る"
            })
    void takesTheDashOfARangeForNoSign(String language, String text) {
        var number = NumberFact.in(text, language);

        if (number != null) {
            assertThat(number.shown()).as(text).doesNotContain("−");
            assertThat(number.value()).as(text).isNotNegative();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "es; Uno de cada diez mil niños",
                "fr; Un enfant sur dix mille",
                "de; Einer von zehn Millionen gewinnt",
                "fr; Une vidéo sur trois erreurs"
            })
    void fillsNoRingWithAShareOfThousands(String language, String text) {
        assertThat(Numbers.fraction(text)).as(text).isNull();
        var number = NumberFact.in(text, language);
        assertThat(number == null ? Kind.PLAIN : number.kind()).as(text).isNotEqualTo(Kind.PERCENT);
    }

    @Test
    void takesHoursForNoTimeOfDay() {
        assertThat(NumberFact.in("3시간 동안 잤다", "ko").shown()).doesNotContain("시");
    }

    private static void assertNumber(
            @org.jspecify.annotations.Nullable NumberFact number, String text, Kind kind, String shown, double value) {
        assertThat(number).as(text).isNotNull();
        assertThat(number.kind()).as(text).isEqualTo(kind);
        assertThat(number.shown()).as(text).isEqualTo(shown);
        assertThat(number.value()).as(text).isEqualTo(value);
    }
}
