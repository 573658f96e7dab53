package io.moneyprinter.bench;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Fonts for sheets, which the JDK writes with those of the system: it may have none for Arabic, Thai or Japanese. */
final class SheetFont {

    private static final List<Font> FONTS = Stream.of(
                    "Roboto-Regular.ttf",
                    "NotoNaskhArabic-Regular.ttf",
                    "NotoSansThai-Regular.ttf",
                    "NotoSansCJK-Bold.ttc")
            .map(SheetFont::read)
            .toList();

    private SheetFont() {}

    /** The first that has all letters of a text. */
    static Font of(String text, int style, int size) {
        return FONTS.stream()
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElse(FONTS.getFirst())
                .deriveFont(style, size);
    }

    private static Font read(String name) {
        try (var in = SheetFont.class.getResourceAsStream("/io/moneyprinter/drawing/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no font " + name);
            }
            return Font.createFonts(in)[0];
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + name, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font %s is none".formatted(name), e);
        }
    }
}
