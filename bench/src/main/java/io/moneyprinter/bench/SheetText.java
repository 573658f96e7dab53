package io.moneyprinter.bench;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.stream.Stream;

/** Writes on sheets, in any script: the fonts of the system may have no letters of Arabic, Thai or Japanese. */
final class SheetText {

    private static final List<Font> FONTS = Stream.of(
                    "Roboto-Regular.ttf",
                    "NotoNaskhArabic-Regular.ttf",
                    "NotoSansThai-Regular.ttf",
                    "NotoSansCJK-Bold.ttc")
            .map(SheetText::read)
            .toList();

    private SheetText() {}

    /**
     * In lines, in the colour of the pen.
     *
     * @param y of the top of the first line, in pixels
     * @param width that lines are broken at, in pixels
     */
    static void draw(Graphics2D pen, String text, float size, float x, float y, float width) {
        var written = new AttributedString(text);
        for (var index = 0; index < text.length(); index++) {
            written.addAttribute(TextAttribute.FONT, font(text.charAt(index)).deriveFont(size), index, index + 1);
        }
        var lines = new LineBreakMeasurer(written.getIterator(), pen.getFontRenderContext());
        var top = y;
        while (lines.getPosition() < text.length()) {
            var line = lines.nextLayout(width);
            line.draw(pen, line.isLeftToRight() ? x : x + width - line.getAdvance(), top + line.getAscent());
            top += line.getAscent() + line.getDescent() + line.getLeading();
        }
    }

    /** The first that has the letter. */
    private static Font font(char letter) {
        return FONTS.stream()
                .filter(font -> font.canDisplay(letter))
                .findFirst()
                .orElse(FONTS.getFirst());
    }

    private static Font read(String name) {
        try (var in = SheetText.class.getResourceAsStream("/io/moneyprinter/drawing/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no font " + name);
            }
            return Font.createFonts(in)[0];
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + name, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("%s is no font".formatted(name), e);
        }
    }
}
