package io.moneyprinter.video.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.Look;
import io.moneyprinter.drawing.Palette;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardPainterTests {

    /** Fonts are unpacked once for all tests of a machine. */
    private static final Path HOME = Path.of("target/home");

    private static final Canvas TALL = new Canvas(360, 640, 30);

    @TempDir
    Path work;

    private LocalObjectStore store;
    private CardPainter painter;

    @BeforeEach
    void setUp() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        painter = new CardPainter(HOME, store);
    }

    @Test
    void coversTheCanvasAtEveryTimeOfTheDrift() {
        var ground = painter.title(card("Why bees dance", null), TALL, "en", 1, null, null)
                .layers()
                .getFirst();

        assertThat(ground.entrance()).isEqualTo(Entrance.NONE);
        for (var share : List.of(0.0, 1.0)) {
            var x = ground.x() + share * ground.driftX();
            var y = ground.y() + share * ground.driftY();
            assertThat(x).isLessThanOrEqualTo(0);
            assertThat(y).isLessThanOrEqualTo(0);
            assertThat(x + ground.width()).isGreaterThanOrEqualTo(TALL.width());
            assertThat(y + ground.height()).isGreaterThanOrEqualTo(TALL.height());
        }
    }

    @Test
    void letsTheTitleRiseBeforeTheSubtitleFadesIn() {
        var layers = painter.title(card("Why bees dance", "A short film"), TALL, "en", 1, null, null)
                .layers();

        var rising = layers.stream()
                .filter(layer -> layer.entrance().style() == Entrance.Style.RISE)
                .toList();
        var last = layers.getLast().entrance();
        assertThat(rising).isNotEmpty();
        assertThat(last.style()).isEqualTo(Entrance.Style.FADE);
        assertThat(last.delay()).isGreaterThan(rising.getLast().entrance().delay());
    }

    @ParameterizedTest
    @CsvSource({
        "360, 640, Why bees dance",
        "640, 360, A very long title that needs several lines and still has to fit on the card with room to spare"
                + " 12345",
        "360, 360, Donaudampfschifffahrtsgesellschaftskapitän",
        "360, 450, لماذا يرقص النحل",
        "480, 360, 为什么蜜蜂会跳舞",
        "144, 256, ミツバチはなぜ踊るのか 🐝",
        "360, 640, ทำไมผึ้งถึงเต้นรำ",
        "360, 640, मधुमक्खियाँ क्यों नाचती हैं"
    })
    void keepsEveryScriptInsideTheCanvas(int width, int height, String title) {
        for (var seed = 0; seed < 4; seed++) {
            var canvas = new Canvas(width, height, 30);

            var layers = painter.title(card(title, "2026 · " + title), canvas, "en", seed, null, null)
                    .layers();

            for (var layer : layers.subList(1, layers.size())) {
                assertThat(layer.x()).isGreaterThanOrEqualTo(0);
                assertThat(layer.y()).isGreaterThanOrEqualTo(0);
                assertThat(layer.x() + layer.width()).isLessThanOrEqualTo(width);
                assertThat(layer.y() + layer.height()).isLessThanOrEqualTo(height);
            }
        }
    }

    @Test
    void alignsTextThatIsReadFromTheRightThere() {
        // A seed whose theme is not centred.
        var seed = 0L;
        while (CardTheme.of(seed, null, null).design().align() == io.moneyprinter.drawing.TextSpec.Align.CENTER) {
            seed++;
        }
        var left = title(painter.title(card("Bees", null), TALL, "en", seed, null, null));
        var right = title(painter.title(card("النحل", null), TALL, "ar", seed, null, null));

        assertThat(left.x()).isLessThan(TALL.width() / 4);
        assertThat(right.x() + right.width()).isGreaterThan(TALL.width() * 3 / 4);
    }

    @Test
    void takesColoursLettersAndStyleOfABrand() {
        var brand = new Brand(null, List.of("#0b5fff", "#ffb400"), VisualStyle.EDITORIAL, "rounded", null, null);

        var theme = CardTheme.of(5, null, brand);
        var plain = painter.title(card("Why bees dance", null), TALL, "en", 5, null, null);
        var branded = painter.title(card("Why bees dance", null), TALL, "en", 5, null, brand);

        assertThat(theme.palette()).isEqualTo(Palette.ofBrand(List.of(0xff0b5fff, 0xffffb400)));
        assertThat(theme.design().look()).isEqualTo(Look.EDITORIAL);
        assertThat(theme.design().display()).isEqualTo(FontFamily.ROUNDED);
        assertThat(branded).isNotEqualTo(plain);
        assertThat(painter.title(card("Why bees dance", null), TALL, "en", 5, null, brand))
                .isEqualTo(branded);
    }

    @Test
    void drawsTheSameCardOnce() {
        var first = painter.title(card("Why bees dance", "A short film"), TALL, "en", 5, null, null);
        var second = painter.title(card("Why bees dance", "A short film"), TALL, "en", 5, null, null);
        var other = painter.title(card("Why bees dance", "A short film"), TALL, "en", 6, null, null);

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first.layers()).allMatch(layer -> store.exists(layer.image()));
    }

    @Test
    void namesTheCharactersThatNoFontHas() {
        assertThatThrownBy(() -> painter.title(card("Bees 𒀀", "𓀀"), TALL, "en", 1, null, null))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.code()).isEqualTo(CardErrorCode.CARD_NOT_DRAWABLE))
                .hasMessageContaining("U+12000")
                .hasMessageContaining("U+13000");
    }

    @Test
    void refusesACardWithoutAnything() {
        assertThatThrownBy(() -> painter.check(card(" \n", "A subtitle alone")))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.code()).isEqualTo(CardErrorCode.CARD_EMPTY));
    }

    private static Layer title(Visual.Composition card) {
        return card.layers().stream()
                .filter(layer -> layer.entrance().style() == Entrance.Style.RISE)
                .findFirst()
                .orElseThrow();
    }

    private static TitleCard card(String title, @Nullable String subtitle) {
        return new TitleCard(title, subtitle, null, null);
    }
}
