package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.designed.Facts.Course;
import io.moneyprinter.materials.designed.Facts.Figure;
import io.moneyprinter.materials.designed.Facts.Moment;
import io.moneyprinter.materials.designed.Facts.Pair;
import io.moneyprinter.materials.designed.Facts.Quotation;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTests {

    @Test
    void setsFiguresBesideEachOther() {
        assertFigures(
                "Germany has 83 million people, France 68 million and Italy 59 million.",
                "en",
                Course.ALIKE,
                new Figure("Germany", "83 million", 83e6),
                new Figure("France", "68 million", 68e6),
                new Figure("Italy", "59 million", 59e6));
        assertFigures(
                "A coffee costs $4 in Rome and $6 in Paris.",
                "en",
                Course.ALIKE,
                new Figure("Rome", "$4", 4),
                new Figure("Paris", "$6", 6));
        assertFigures(
                "Strom kostet 12,50 € in Köln, aber 9,75 € in Rom.",
                "de",
                Course.ALIKE,
                new Figure("Köln", "12,50 €", 12.5),
                new Figure("Rom", "9,75 €", 9.75));
        assertFigures(
                "德国有8300万人口，法国有6800万。",
                "zh",
                Course.ALIKE,
                new Figure("德国", "8300万", 83e6),
                new Figure("法国", "6800万", 68e6));
    }

    @Test
    void tellsSeriesPartsAndUnlikeThingsApart() {
        assertFigures(
                "It fell from 24 million in 2020 to 9.5 million in 2005.",
                "en",
                Course.SERIES,
                new Figure("2005", "9.5 million", 9.5e6, 2005),
                new Figure("2020", "24 million", 24e6, 2020));
        assertFigures(
                "Wind gave 60 percent and coal 40 percent.",
                "en",
                Course.PARTS,
                new Figure("Wind", "60%", 60),
                new Figure("coal", "40%", 40));
        assertFigures(
                "It has 6 legs and 4 wings.",
                "en",
                Course.UNLIKE,
                new Figure("legs", "6", 6),
                new Figure("wings", "4", 4));
    }

    @Test
    void neverMakesAChartOfNumbersThatDoNotBelongTogether() {
        for (var text : List.of(
                "She walks 3 km in 40 minutes.",
                "The hive costs $200 and holds 40,000 bees.",
                "In 1967 about 85 percent of them came back.",
                "The B52 flew past the 101 Freeway.",
                "A single hive can hold 40,000 bees.")) {
            assertThat(Facts.of(text, "en").figures()).as(text).isEmpty();
        }
    }

    @Test
    void readsYearsInOtherDigits() {
        assertFigures(
                "कीमत १९९० में ५ लाख और २००५ में ९ लाख थी।",
                "hi",
                Course.SERIES,
                new Figure("१९९०", "५ लाख", 5e5, 1990),
                new Figure("२००५", "९ लाख", 9e5, 2005));
        assertThat(Facts.of("In 44 BC Caesar died, and in 1963 Kennedy died.", "en")
                        .moments())
                .extracting(Moment::year)
                .containsExactly("44 BC", "1963");
    }

    @Test
    void findsWhatIsEnumerated() {
        assertThat(items("Good bread takes flour, warm water, sea salt and a little patience.", "en"))
                .containsExactly("flour", "warm water", "sea salt", "patience");
        assertThat(items("Man braucht Mehl, warmes Wasser und Geduld.", "de"))
                .containsExactly("Mehl", "warmes Wasser", "Geduld");
        assertThat(items("Il faut du pain, du vin, et du soleil.", "fr")).containsExactly("pain", "vin", "soleil");
        assertThat(items("Нужны мука, вода и терпение.", "ru")).containsExactly("мука", "вода", "терпение");
        assertThat(items("我们需要面粉、水和耐心。", "zh")).hasSize(3).contains("水", "耐心");
    }

    @Test
    void partsNoNumberInAnEnumerationOrAPair() {
        assertThat(items("Man nimmt 2,5 Liter, 3 Eier und 0,5 Kilo.", "de")).doesNotContain("5 Liter", "5 Kilo");
        assertThat(Facts.of("It was 3.5 versus 4.2 in the end.", "en").pair())
                .isIn(null, new Pair("3.5", "4.2", "versus"));
    }

    @Test
    void takesNoClausesForAnEnumeration() {
        for (var text : List.of(
                "They turn, they shake, and they run in small circles.",
                "Deep inside the hive, a forager has just found a field, and she dances.",
                "A single hive can hold 40,000, 50,000 bees.",
                "No, I do not know.")) {
            assertThat(items(text, "en")).as(text).isEmpty();
        }
    }

    @Test
    void findsQuotationsAndWhoSaysThem() {
        assertThat(Facts.of("“The dance is a map of the sky,” said Karl von Frisch.", "en")
                        .quotation())
                .isEqualTo(new Quotation("The dance is a map of the sky", "Karl von Frisch"));
        assertThat(Facts.of("Einstein sagte: „Gott würfelt niemals mit uns.“", "de")
                        .quotation())
                .isEqualTo(new Quotation("Gott würfelt niemals mit uns.", "Einstein sagte"));
        assertThat(Facts.of("They call it the “waggle dance” of bees.", "en").quotation())
                .isNull();
    }

    @Test
    void findsYearsPairsAndPlaces() {
        assertThat(Facts.of("In 1903 the first plane flew, and in 1969 people walked on the moon.", "en")
                        .moments())
                .containsExactly(new Moment("1903", "plane flew"), new Moment("1969", "people walked on the moon"));
        assertThat(Facts.of("It is the old story of speed versus patience.", "en")
                        .pair())
                .isEqualTo(new Pair("speed", "patience", "versus"));
        assertThat(place("The streets of Tokyo turn pink.", "en")).isEqualTo("Tokyo");
        assertThat(place("Im Herbst ist Österreich bunt.", "de")).isEqualTo("Österreich");
        assertThat(place("去年他们去了日本旅行。", "zh")).isEqualTo("日本");
        assertThat(place("Paris Hilton likes her turkey hot.", "en")).isNull();
    }

    private static @org.jspecify.annotations.Nullable String place(String text, String language) {
        return Facts.of(text, language).place();
    }

    private static List<String> items(String text, String language) {
        return Facts.of(text, language).items();
    }

    private static void assertFigures(String text, String language, Course course, Figure... figures) {
        var facts = Facts.of(text, language);

        assertThat(facts.figures()).as(text).containsExactly(figures);
        assertThat(facts.course()).as(text).isEqualTo(course);
    }
}
