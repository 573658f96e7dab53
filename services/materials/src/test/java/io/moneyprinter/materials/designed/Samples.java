package io.moneyprinter.materials.designed;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.VisualStyle;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentences that call for each layout. */
final class Samples {

    /** @param slot of the sentence in its script */
    record Sample(Layout layout, int slot, String text, String language) {

        Sample inDigitsFrom(char zero) {
            var written = new StringBuilder();
            text.chars()
                    .forEach(character -> written.append(
                            (char) (character >= '0' && character <= '9' ? zero + character - '0' : character)));
            return new Sample(layout, slot, written.toString(), language);
        }

        ShotRequest request(int width, int height, long seed, @Nullable VisualStyle style) {
            return new ShotRequest(
                    new UserId("u1"),
                    new VideoId("v1"),
                    slot,
                    12,
                    text,
                    null,
                    List.of(),
                    slot == 0 ? text : "A film",
                    language,
                    Duration.ofSeconds(4),
                    width,
                    height,
                    seed,
                    MaterialSettings.DEFAULT,
                    List.of(),
                    List.of(),
                    style);
        }
    }

    static final long SEED = 11;

    /** The layouts that show more than words, and the most telling of the others. */
    static final List<Sample> ALL = List.of(
            new Sample(Layout.TITLE, 0, "The secret life of cities at night", "en"),
            new Sample(Layout.QUOTE, 2, "“The dance is a map of the sky,” said Karl von Frisch.", "en"),
            new Sample(Layout.LIST, 4, "Good bread takes flour, warm water, sea salt and a little patience.", "en"),
            new Sample(Layout.ICON_GRID, 6, "All you need is a book, a camera, a bicycle and a cup of coffee.", "en"),
            new Sample(Layout.NUMBER, 2, "A single hive can hold 40,000 bees.", "en"),
            new Sample(Layout.COMPARISON, 4, "A coffee costs $4 in Rome and $6 in Paris.", "en"),
            new Sample(
                    Layout.TIMELINE,
                    6,
                    "In 1903 the first plane flew, in 1969 people walked on the moon, and in 2021 a rover landed on"
                            + " Mars.",
                    "en"),
            new Sample(
                    Layout.BARS,
                    8,
                    "Germany has 83 million people, France 68 million, Italy 59 million and Spain 48 million.",
                    "en"),
            new Sample(
                    Layout.LINE,
                    2,
                    "It rose from 5 million in 1990 to 9 million in 2005, and to 24 million in 2020.",
                    "en"),
            new Sample(Layout.PIE, 4, "Wind gave 45 percent, sun 30 percent and coal 25 percent.", "en"),
            new Sample(Layout.PLACE, 6, "Every spring, the streets of Tokyo turn pink.", "en"),
            new Sample(Layout.PAIR, 8, "It is the old story of speed versus patience.", "en"));

    /** The layouts of sentences that are words alone, and numbers in inverted colours. */
    static final List<Sample> PLAIN = List.of(
            plain(Layout.KINETIC, 0, "Curious honeybees understand the waggle dance of their sisters."),
            plain(Layout.LOCKUP, 0, "Then came the deepest silent winter anyone remembers."),
            plain(Layout.ILLUSTRATION, 0, "The ocean keeps its coldest secrets far below."),
            plain(Layout.ICON, 0, "Nobody expected the old library key to open anything."),
            plain(Layout.CARD, 1, "Small habits quietly change the shape of a whole life."),
            plain(Layout.BAND, 1, "Small habits quietly change the shape of a whole life."),
            plain(Layout.BIG_WORD, 1, "Small habits quietly change the shape of a whole life."),
            new Sample(Layout.BIG_NUMBER, 3, "About 85 percent of her sisters find the flowers.", "en"),
            new Sample(Layout.NUMBER, 2, "About 85 percent of her sisters find the flowers.", "en"),
            new Sample(Layout.NUMBER, 2, "Karl von Frisch decoded the dance in 1967.", "en"),
            new Sample(Layout.NUMBER, 2, "An octopus has 3 hearts.", "en"),
            new Sample(
                    Layout.COLUMNS,
                    3,
                    "Germany has 83 million people, France 68 million, Italy 59 million and Spain 48 million.",
                    "en"));

    /** Scripts that are read from the right, have no spaces, or marks above and below; and words without an end. */
    static final List<Sample> SCRIPTS = List.of(
            new Sample(Layout.TITLE, 0, "لماذا يرقص النحل في الظلام؟", "ar"),
            new Sample(Layout.LIST, 2, "تحتاج إلى دقيق، ماء دافئ، ملح البحر، صبر", "ar"),
            new Sample(Layout.COMPARISON, 2, "في ألمانيا 83 مليون نسمة، وفي فرنسا 68 مليون نسمة.", "ar"),
            new Sample(Layout.QUOTE, 2, "„הריקוד הוא מפה של השמיים”, אמר קרל.", "he"),
            new Sample(Layout.NUMBER, 2, "בכוורת אחת חיות 40,000 דבורים.", "he"),
            new Sample(Layout.BARS, 2, "德国有8300万人口，法国有6800万，意大利有5900万。", "zh"),
            new Sample(Layout.QUOTE, 2, "他说：“只有海洋生物学家才知道深海的压力可以压碎一辆汽车。”", "zh"),
            new Sample(Layout.TITLE, 0, "ミツバチはなぜ暗闇の中で踊るのか", "ja"),
            new Sample(Layout.TITLE, 0, "ทำไมผึ้งจึงเต้นรำในความมืดของรังผึ้ง", "th"),
            new Sample(Layout.TITLE, 0, "मधुमक्खियाँ अँधेरे में क्यों नाचती हैं", "hi"),
            new Sample(
                    Layout.TIMELINE,
                    2,
                    "В 1957 году полетел спутник, в 1961 году полетел Гагарин, а в 1969 году люди ступили на Луну.",
                    "ru"),
            new Sample(
                    Layout.LIST,
                    2,
                    "Es geht um Donaudampfschifffahrt, Rindfleischetikettierung und Geschwindigkeitsüberschreitung.",
                    "de"),
            new Sample(Layout.TITLE, 0, "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "de"),
            new Sample(Layout.TITLE, 0, "Why bees dance 🐝 and nobody laughs 👩‍🔬", "en"));

    /** Numbers that are easily shown as something else than they are, and texts that are hardly any. */
    static final List<Sample> ODD = List.of(
            new Sample(Layout.NUMBER, 2, "Sales grew by 150 percent in a single year.", "en"),
            new Sample(Layout.BIG_NUMBER, 3, "The valley gets as cold as -40 °C at night.", "en"),
            new Sample(Layout.NUMBER, 2, "About 10-20% of all bees never come back.", "en"),
            new Sample(Layout.NUMBER, 2, "Nur 3 von 4 Menschen schlafen genug.", "de"),
            new Sample(Layout.NUMBER, 2, "One in five people never eats breakfast.", "en"),
            new Sample(Layout.NUMBER, 2, "Caesar died in 44 BC on the floor.", "en"),
            new Sample(Layout.NUMBER, 2, "The shop opens at 7:30 in the morning.", "en"),
            new Sample(Layout.BIG_NUMBER, 3, "Er belegte den 3. Platz beim Rennen.", "de"),
            new Sample(Layout.BIG_NUMBER, 3, "السعر هو 10-20 يورو في السوق.", "ar"),
            new Sample(Layout.NUMBER, 2, "בחוץ יש -12 °C בלילה הקר.", "he"),
            new Sample(Layout.LINE, 2, "छत्ते १९९० में ५ लाख और २००५ में ९ लाख थे।", "hi"),
            new Sample(
                    Layout.TIMELINE,
                    2,
                    "Die Unabhängigkeitserklärung kam 1776, die Verfassungsgebung 1787, die Sklavenbefreiung 1863, die"
                            + " Frauenwahlrechtsbewegung 1920 und die Mondlandung 1969.",
                    "de"),
            new Sample(Layout.NUMBER, 2, "1234567890", "en"),
            new Sample(Layout.KINETIC, 2, "A", "en"),
            new Sample(Layout.KINETIC, 2, "?!", "en"),
            new Sample(Layout.KINETIC, 2, "🐝🐝🐝", "en"));

    /** A sentence of words alone, in the first place of its kind that its layout comes up in. */
    private static Sample plain(Layout layout, int odd, String text) {
        for (var slot = 2 + odd; slot < 40; slot += 2) {
            var sample = new Sample(layout, slot, text, "en");
            var content = Content.of(sample.request(90, 160, SEED, null), text);
            if (Layout.of(slot, SEED, content) == layout) {
                return sample;
            }
        }
        throw new AssertionError("%s never comes up for: %s".formatted(layout, text));
    }

    private Samples() {}
}
