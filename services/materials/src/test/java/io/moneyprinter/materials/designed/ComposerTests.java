package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.service.store.LocalObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTests {

    @TempDir
    Path work;

    /** As the labels of a timeline with five moments on a wide canvas. */
    @ParameterizedTest
    @EnumSource(VisualStyle.class)
    void setsALongWordSmallerBeforeItPartsIt(VisualStyle style) {
        var on = composer(style);
        var slot = on.stage().text().width() / 5;

        var events = on.labels(
                List.of("Unabhängigkeitserklärung", "Sklavenbefreiung"), 5.6, slot * 0.88f, 22 * on.unit(), 3);

        assertThat(events).noneMatch(event -> event.parted());
        assertThat(events).allMatch(event -> event.lines().size() == 1 && event.width() <= slot);
    }

    @ParameterizedTest
    @EnumSource(VisualStyle.class)
    void partsAWordThatCouldNotBeRead(VisualStyle style) {
        var on = composer(style);

        var label = on.label("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 5.6, 30 * on.unit(), 5);

        assertThat(label.parted()).isTrue();
        assertThat(label.size()).isGreaterThan(3 * on.unit());
        assertThat(label.width()).isLessThanOrEqualTo(30 * on.unit() + 1);
    }

    @ParameterizedTest
    @EnumSource(VisualStyle.class)
    void writesUnitsAsTheyAre(VisualStyle style) {
        var on = composer(style);

        for (var number : List.of("3 m", "5 mW", "7 pm", "1990s", "−5 °C")) {
            assertThat(on.number(number, 20, 60 * on.unit(), 40 * on.unit(), 1).text())
                    .isEqualTo(number);
        }
    }

    private Composer composer(VisualStyle style) {
        return new Composer(
                FontLibrary.open(Path.of("target/home")),
                new Pictures(new LocalObjectStore(work, Clock.systemUTC())),
                Theme.of(5, style, null),
                new Stage(1920, 1080),
                "de",
                false,
                Duration.ofSeconds(4));
    }
}
