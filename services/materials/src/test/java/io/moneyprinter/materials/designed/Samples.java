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
                    style);
        }
    }

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
                    "In 1903 the first plane flew, in 1969 people walked on the moon, and in 2021 a rover landed on Mars.",
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
            new Sample(Layout.PLACE, 6, "Every spring, the streets of Kyoto turn pink.", "en"),
            new Sample(Layout.PAIR, 8, "It is the old story of speed versus patience.", "en"));

    private Samples() {}
}
