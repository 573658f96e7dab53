package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Look;
import io.moneyprinter.drawing.Raster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayoutTests {

    private static final List<String> PLAIN = List.of(
            "Small habits quietly change the shape of a whole life.",
            "Most of us never notice the moment when it happens.",
            "A tired mind reaches for whatever lies closest.",
            "Nobody plans to become a careful person.",
            "Repetition carves a path through the noise of the day.",
            "Every return makes the path a bit deeper.",
            "Then the old way feels strange and unfamiliar.",
            "Patience turns out to be the quietest strength.",
            "The difference shows only after many seasons.",
            "That is why beginnings deserve our attention.");

    @Test
    void choosesTheLayoutWhoseDataStandInTheSentence() {
        Stream.of(Samples.ALL, Samples.PLAIN, Samples.SCRIPTS, Samples.ODD)
                .flatMap(List::stream)
                .forEach(sample -> assertThat(layout(sample.slot(), sample.text(), sample.language()))
                        .as(sample.text())
                        .isEqualTo(sample.layout()));
    }

    @Test
    void choosesTheSameLayoutInOtherDigits() {
        Stream.of(Samples.ALL, Samples.PLAIN)
                .flatMap(List::stream)
                .map(sample -> sample.inDigitsFrom('٠'))
                .forEach(sample -> assertThat(layout(sample.slot(), sample.text(), sample.language()))
                        .as(sample.text())
                        .isEqualTo(sample.layout()));
    }

    @Test
    void neverShowsTwoNeighboursInTheSameWayAndKeepsChanging() {
        var layouts = new ArrayList<Layout>();
        for (var slot = 1; slot <= PLAIN.size(); slot++) {
            layouts.add(layout(slot, PLAIN.get(slot - 1), "en"));
        }

        for (var i = 1; i < layouts.size(); i++) {
            assertThat(layouts.get(i)).as("sentence %d", i).isNotEqualTo(layouts.get(i - 1));
        }
        assertThat(new HashSet<>(layouts)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void hasDataOnlyWhereTheSentenceHasThem() {
        for (var text : PLAIN) {
            for (var slot = 1; slot < 8; slot++) {
                assertThat(layout(slot, text, "en").hasData()).as(text).isFalse();
            }
        }
    }

    @Test
    void hasALookForEveryStyle() {
        assertThat(Arrays.stream(VisualStyle.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(Look.values()).map(Enum::name).toList());
        for (var style : VisualStyle.values()) {
            assertThat(Theme.of(5, style, null).design().look().name()).isEqualTo(style.name());
        }
    }

    @Test
    void drawsEveryIcon() {
        FontLibrary.open(Path.of("target/home"));
        assertThat(Icon.all()).hasSizeGreaterThan(80);
        for (var icon : Icon.all()) {
            try (var raster = Raster.draw(32, 32, canvas -> icon.draw(canvas, 32, 0xffffffff))) {
                assertThat(raster.visible()).as(icon.name()).isNotNull();
            }
        }
        assertThat(Icon.of("planes")).isEqualTo(new Icon("airplane-fill"));
        assertThat(Icon.of("Bäumen")).isNull();
        assertThat(Icon.of("кофе")).isEqualTo(new Icon("cup-hot-fill"));
    }

    private static Layout layout(int slot, String text, String language) {
        var request = new Samples.Sample(Layout.TITLE, slot, text, language).request(90, 160, Samples.SEED, null);
        return Layout.of(slot, Samples.SEED, Content.of(request, text));
    }
}
