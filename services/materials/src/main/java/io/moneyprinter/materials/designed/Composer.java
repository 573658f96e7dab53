package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.drawing.Box;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.TextBlock;
import io.moneyprinter.drawing.TextSpec;
import io.moneyprinter.drawing.TextSpec.Align;
import io.moneyprinter.drawing.Tint;
import io.moneyprinter.drawing.TypeStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Puts layers onto one stage in one theme: grounds, floating shapes, lines of text that come in one by one. */
final class Composer {

    private static final Duration MOVE = Duration.ofMillis(480);

    private final FontLibrary fonts;
    private final Pictures pictures;
    private final Theme theme;
    private final Stage stage;
    private final String language;
    private final boolean rightToLeft;
    private final Duration duration;
    private final List<Layer> layers = new ArrayList<>();

    /** When the next thing comes in, as a share of the time there is for coming in. */
    private int entered;

    Composer(
            FontLibrary fonts,
            Pictures pictures,
            Theme theme,
            Stage stage,
            String language,
            boolean rightToLeft,
            Duration duration) {
        this.fonts = fonts;
        this.pictures = pictures;
        this.theme = theme;
        this.stage = stage;
        this.language = language;
        this.rightToLeft = rightToLeft;
        this.duration = duration;
    }

    /** Whether the video is read from the right; a number or a name in it may not say so itself. */
    boolean rightToLeft() {
        return rightToLeft;
    }

    Visual.Composition composition() {
        return new Visual.Composition(layers);
    }

    Theme theme() {
        return theme;
    }

    Stage stage() {
        return stage;
    }

    float unit() {
        return (float) stage.unit();
    }

    /** A ground larger than the canvas that drifts slowly; one of few per video, so that sentences share it. */
    Composer ground(int variant, int slot) {
        var roomX = even(0.07 * stage.width());
        var roomY = even(0.04 * stage.height());
        var toRight = slot % 2 == 0;
        var width = stage.width() + roomX;
        var height = stage.height() + roomY;
        var key = pictures.picture(
                width,
                height,
                List.of("ground", theme, variant),
                canvas -> new Backdrop(theme, variant, width, height).draw(canvas));
        layers.add(new Layer(
                key,
                width,
                height,
                toRight ? -roomX : 0,
                toRight ? 0 : -roomY,
                toRight ? roomX : -roomX,
                toRight ? -roomY : roomY,
                Entrance.NONE));
        return this;
    }

    /** Two shapes near the edges, each at its own speed. */
    Composer ornaments(int slot) {
        var random = theme.random("ornaments " + slot % 4);
        var kinds = Ornament.values();
        var palette = theme.palette();
        var mirrored = slot % 2 == 0 ? 1 : -1;
        var top = size(random.nextDouble(24, 34));
        var bottom = size(random.nextDouble(30, 44));
        var above = kinds[random.nextInt(kinds.length)];
        var below = kinds[random.nextInt(kinds.length)];
        var middle = stage.width() / 2.0;
        ornament(
                above,
                top,
                middle + mirrored * middle * 0.9,
                stage.tall() ? 0.035 * stage.height() : 0,
                palette.quiet(palette.accent()),
                -mirrored * 3,
                1.6);
        ornament(
                below,
                bottom,
                middle - mirrored * middle * 0.93,
                stage.height() * (stage.tall() ? 0.93 : 0.96),
                Tint.mix(palette.groundEnd(), palette.second(), 0.8),
                mirrored * 4.5,
                -2.4);
        return this;
    }

    private void ornament(
            Ornament kind, int size, double centerX, double centerY, int color, double driftX, double driftY) {
        var key = pictures.picture(
                size, size, List.of("ornament", kind, color), canvas -> kind.draw(canvas, size, color));
        layers.add(new Layer(
                key,
                size,
                size,
                (int) Math.round(centerX - size / 2.0),
                (int) Math.round(centerY - size / 2.0),
                even(driftX * unit()),
                even(driftY * unit()),
                Entrance.NONE));
    }

    /** Display text as large as fits. */
    TextBlock display(String text, double largest, float width, float height, int lines) {
        var cased = theme.design().capitals() ? text.toUpperCase(Locale.forLanguageTag(language)) : capitalised(text);
        var style = TypeStyle.of(theme.design().display(), theme.design().displayWeight(), size(largest))
                .withLineHeight(lineHeight(text))
                .withLetterSpacing(theme.design().capitals() ? 0.005f : -0.012f);
        return set(cased, style, width, height, lines, 0.28f);
    }

    /** Small text: labels and names of sections. */
    TextBlock label(String text, double size, float width, int lines) {
        var style = TypeStyle.of(
                        theme.design().display(), theme.design().displayWeight() == 900 ? 500 : 700, size(size))
                .withLineHeight(Math.max(1.22f, lineHeight(text)));
        return set(capitalised(text), style, width, Float.MAX_VALUE, lines, 0.6f);
    }

    private TextBlock set(String text, TypeStyle style, float width, float height, int lines, float smallest) {
        return fonts.set(TextSpec.of(text, language, style, theme.design().align(), width, lines)
                .withMaxHeight(Math.max(height, style.size() * smallest * style.lineHeight()))
                .withMinSize(style.size() * smallest));
    }

    /** One layer per line, which come in one after another. */
    Composer lines(
            TextBlock block, float left, float top, float width, Align align, int color, List<Accented> accents) {
        for (var i = 0; i < block.lines().size(); i++) {
            var y = top + i * block.lineHeight();
            line(block.line(i), left, y, width, align, color, accents, rise());
        }
        return this;
    }

    /** A word that has another colour. */
    record Accented(String word, int color) {}

    Composer line(
            TextBlock line,
            float left,
            float top,
            float width,
            Align align,
            int color,
            List<Accented> accents,
            Entrance entrance) {
        var pad = (int) Math.ceil(0.3 * line.size());
        var pictureWidth = (int) Math.ceil(line.width()) + 2 * pad;
        var pictureHeight = (int) Math.ceil(line.lineHeight()) + 2 * pad;
        var marked = marked(line.text(), accents);
        var key = pictures.picture(
                pictureWidth,
                pictureHeight,
                List.of(
                        "line",
                        line.text(),
                        language,
                        theme.design().display(),
                        theme.design().displayWeight(),
                        line.style(),
                        color,
                        marked),
                canvas -> line.paint(canvas, pad, pad, Ink.of(color), marked));
        var free = width - line.width();
        var x = align == Align.CENTER ? left + free / 2 : rightToLeft ? left + free : left;
        layers.add(new Layer(
                key, pictureWidth, pictureHeight, Math.round(x) - pad, Math.round(top) - pad, 0, 0, entrance));
        return this;
    }

    private static List<Ink.Accent> marked(String line, List<Accented> accents) {
        var marked = new ArrayList<Ink.Accent>();
        for (var accent : accents) {
            var at = line.toLowerCase(Locale.ROOT).indexOf(accent.word().toLowerCase(Locale.ROOT));
            if (at >= 0 && !accent.word().isEmpty()) {
                marked.add(new Ink.Accent(
                        at, Math.min(line.length(), at + accent.word().length()), accent.color()));
            }
        }
        return marked;
    }

    /**
     * Any picture; {@code identity} is all that the drawing depends on. It does not drift: a slow drift of a large
     * picture costs more than all else that a frame shows.
     */
    Composer picture(Box box, List<?> identity, Entrance entrance, Consumer<Canvas> drawing) {
        var width = (int) Math.ceil(box.width());
        var height = (int) Math.ceil(box.height());
        layers.add(new Layer(
                pictures.picture(width, height, identity, drawing),
                width,
                height,
                Math.round(box.left()),
                Math.round(box.top()),
                0,
                0,
                entrance));
        return this;
    }

    /** The next thing rises in. */
    Entrance rise() {
        return entrance(Entrance.Style.RISE);
    }

    Entrance slide() {
        return entrance(Entrance.Style.SLIDE);
    }

    Entrance fade() {
        return entrance(Entrance.Style.FADE);
    }

    private Entrance entrance(Entrance.Style style) {
        // All is there after half of the time, and the first thing at once: a frame is never bare for long.
        var step = Math.min(420, duration.toMillis() / 9);
        var latest = Math.max(0, duration.toMillis() / 2);
        var delay = Math.min(latest, 60 + step * entered++);
        return new Entrance(style, Duration.ofMillis(delay), MOVE);
    }

    int size(double units) {
        return (int) Math.round(units * stage.unit());
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }

    private String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.forLanguageTag(language)) + text.substring(first);
    }

    /** Scripts with marks above and below need more room between lines. */
    private float lineHeight(String text) {
        var tall = text.codePoints().anyMatch(character -> switch (Character.UnicodeScript.of(character)) {
            case ARABIC, THAI, DEVANAGARI, BENGALI, TAMIL, TELUGU, KHMER, LAO, MYANMAR, TIBETAN, MALAYALAM -> true;
            default -> false;
        });
        return tall ? 1.42f : theme.design().capitals() ? 1.06f : 1.13f;
    }
}
