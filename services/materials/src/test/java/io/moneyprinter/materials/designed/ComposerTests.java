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

        var label = on.label("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 5.6, 20 * on.unit(), 5);

        assertThat(label.parted()).isTrue();
        assertThat(label.size()).isGreaterThan(2.4f * on.unit());
        assertThat(label.width()).isLessThanOrEqualTo(20 * on.unit() + 1);
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
