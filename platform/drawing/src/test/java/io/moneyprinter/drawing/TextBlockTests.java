package io.moneyprinter.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBlockTests {

    private final FontLibrary fonts = FontLibrary.open(Path.of("target/home"));

    @Test
    void hasEveryGlyphOfTheScriptsWeShip() {
        for (var text : List.of(
                "The quick brown fox — Ελλάδα Привет żółć Tiếng Việt",
                "مرحبا بالعالم ١٢٣",
                "שלום עולם",
                "สวัสดีชาวโลก नमस्ते বাংলা தமிழ் తెలుగు",
                "你好，世界！骨直 日本語 カタカナ 한국어",
                "😀 👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 ❤️ 1️⃣ 🧑‍🚀 🫡 → ✓ © ₹ $4.50")) {
            assertThat(fonts.missing(text)).isEmpty();
            assertThat(block(text, "en", 60, 1000, 6).unresolved()).as(text).isZero();
        }
    }

    @Test
    void namesTheCharactersThatNoFontHas() {
        assertThat(fonts.missing("a\uE123b𓀀\uE123\u200D\n")).containsExactly("\uE123", "𓀀");
    }

    @Test
    void putsTheFirstWordOfArabicAtTheRight() {
        var text = "مرحبا بالعالم الجميل";

        var block = block(text, "ar", 60, 1000, 1);

        var words = block.wordBoxes(
                List.of(new TextBlock.Line(0, 5), new TextBlock.Line(6, 13), new TextBlock.Line(14, 20)));
        assertThat(block.rightToLeft()).isTrue();
        assertThat(words.get(0).left()).isGreaterThan(words.get(1).right() - 1);
        assertThat(words.get(1).left()).isGreaterThan(words.get(2).right() - 1);
    }

    @Test
    void balancesTheLines() {
        var block = block("Bees dance to tell each other where flowers are", "en", 80, 1000, 2);

        assertThat(block.lines()).hasSize(2);
        var first = block.boxes(
                        block.lines().get(0).start(), block.lines().get(0).end())
                .getFirst();
        var second = block.boxes(
                        block.lines().get(1).start(), block.lines().get(1).end())
                .getFirst();
        assertThat(first.width() / second.width()).isBetween(0.7f, 1.4f);
    }

    @Test
    void neverSplitsAWordWhenASmallerSizeFits() {
        var block = block("Donaudampfschifffahrtsgesellschaft", "de", 90, 500, 2);

        assertThat(block.lines()).hasSize(1);
        assertThat(block.width()).isLessThanOrEqualTo(501);
        assertThat(block.size()).isLessThan(90);
    }

    @Test
    void breaksAWordThatFitsAtNoSize() {
        var block = block("a".repeat(200), "en", 60, 300, 3);

        assertThat(block.lines().size()).isGreaterThan(3);
        assertThat(block.width()).isLessThanOrEqualTo(301);
        assertThat(block.parted()).isTrue();
    }

    @Test
    void saysWhetherAWordIsParted() {
        assertThat(block("Donaudampfschifffahrtsgesellschaft", "de", 90, 500, 2).parted())
                .isFalse();
        assertThat(block("Donaudampfschifffahrtsgesellschaft", "de", 90, 150, 3).parted())
                .isTrue();
        // More lines than were asked for, and each of them between two words.
        assertThat(block("one two three four five six", "en", 90, 160, 1).parted())
                .isFalse();
    }

    @Test
    void breaksChineseAndThaiBetweenWords() {
        assertThat(block("今天我们来看看深海的三个惊人事实", "zh", 80, 700, 3).lines()).hasSize(2);
        assertThat(block("สวัสดีชาวโลกที่สวยงาม", "th", 80, 450, 3).lines()).hasSizeGreaterThan(1);
    }

    @Test
    void setsAFamilyOfEmojiAsOneCharacter() {
        var one = block("👩", "en", 80, 1000, 1).width();

        assertThat(block("👩‍👩‍👧‍👦", "en", 80, 1000, 1).width()).isEqualTo(one);
        assertThat(block("🇩🇪", "en", 80, 1000, 1).width()).isBetween(one * 0.8f, one * 1.2f);
    }

    @Test
    void paintsInsideItsBox() {
        var block = block("Égalité, jour", "fr", 80, 1000, 1);

        try (var raster = Raster.draw(
                (int) block.width() + 40,
                (int) block.height() + 40,
                canvas -> block.paint(canvas, 20, 20, Ink.of(0xffffffff)))) {
            var visible = java.util.Objects.requireNonNull(raster.visible());
            assertThat(visible.left()).isGreaterThanOrEqualTo(18);
            assertThat(visible.top()).isGreaterThanOrEqualTo(18);
            assertThat(visible.right()).isLessThanOrEqualTo((int) block.width() + 22);
            assertThat(visible.bottom()).isLessThanOrEqualTo((int) block.height() + 22);
        }
    }

    @Test
    void drawsTheSamePixelsAgain() {
        assertThat(png()).isEqualTo(png());
    }

    private byte[] png() {
        var block = block("Same again 😀 مرحبا", "en", 70, 900, 2);
        var ink = new Ink(0xffffffff, new Ink.Stroke(0xff000000, 0.06f), new Ink.Shadow(0x80000000, 0, 0.05f, 0.1f));
        try (var raster = Raster.draw(1000, 300, canvas -> block.paint(canvas, 20, 20, ink))) {
            return raster.png();
        }
    }

    private TextBlock block(String text, String language, float size, float width, int lines) {
        return fonts.set(TextSpec.of(
                text, language, TypeStyle.of(FontFamily.GROTESQUE, 900, size), TextSpec.Align.CENTER, width, lines));
    }
}
