package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Shader;
import io.moneyprinter.contracts.common.ObjectKey;
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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Puts layers onto one stage in one theme: grounds, floating shapes, lines of text that come in one by one. */
final class Composer {

    /** How long numbers roll and charts grow. */
    private static final Duration GROWTH = Duration.ofMillis(900);

    private static final int PARTICLES = 8;

    /** No text is set at less than this share of the size that was meant. */
    private static final float SMALLEST = 0.1f;

    /** Letters of this many units can be read on a telephone. */
    private static final float READABLE = 1.9f;

    /** A word is not set smaller than this share of the smallest size for the sake of its whole. */
    private static final float FAR_SMALLER = 0.56f;

    private static final Pattern UNIT = Pattern.compile("\\p{Nd}[\\s\\x{a0}]?[\\p{L}°µ]{1,3}[²³]?(?!\\p{L})");

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
        return drifting(
                slot,
                (width, height) -> pictures.picture(
                        width,
                        height,
                        List.of("ground", theme, variant),
                        canvas -> new Backdrop(theme, variant, width, height).draw(canvas)));
    }

    private Composer drifting(int slot, BiFunction<Integer, Integer, ObjectKey> picture) {
        var roomX = even(0.07 * stage.width());
        var roomY = even(0.04 * stage.height());
        var toRight = slot % 2 == 0;
        var width = stage.width() + roomX;
        var height = stage.height() + roomY;
        layers.add(new Layer(
                picture.apply(width, height),
                width,
                height,
                toRight ? -roomX : 0,
                toRight ? 0 : -roomY,
                toRight ? roomX : -roomX,
                toRight ? -roomY : roomY,
                Entrance.NONE));
        return this;
    }

    /** A photo in two colours as the ground; it drifts, each one another way. */
    Composer photo(Duotone photo, int position) {
        return drifting(
                position,
                (width, height) -> pictures.picture(
                        width,
                        height,
                        List.of("duotone", photo.identity()),
                        canvas -> photo.draw(canvas, width, height)));
    }

    /** What floats by behind the words, each thing at its own speed. */
    Composer floating(int slot) {
        return switch (theme.design().look()) {
            case POSTER, PLAYFUL -> ornaments(slot);
            case AURORA -> lights(slot);
            case SIGNAL -> particles(slot);
            case EDITORIAL -> this;
        };
    }

    /** Two soft lights that wander through each other. */
    private Composer lights(int slot) {
        var palette = theme.palette();
        var random = theme.random("lights " + slot % 4);
        var size = size(76);
        var side = slot % 2 == 0 ? 1 : -1;
        light(size, palette.second(), random.nextDouble(0.1, 0.35), random.nextDouble(0.1, 0.4), side * 22, 16);
        light(size, palette.accent(), random.nextDouble(0.65, 0.95), random.nextDouble(0.5, 0.9), -side * 26, -18);
        return this;
    }

    private void light(int size, int color, double atX, double atY, double driftX, double driftY) {
        var quiet = theme.palette().quiet(color);
        var center = Tint.withAlpha(quiet, (quiet >>> 24) / 255.0 * 0.4);
        var key = pictures.picture(size, size, List.of("light", center), canvas -> {
            var half = size / 2f;
            try (var shader =
                            Shader.makeRadialGradient(half, half, half, new int[] {center, Tint.withAlpha(center, 0)});
                    var paint = new Paint().setShader(shader).setDither(true)) {
                canvas.drawPaint(paint);
            }
        });
        layers.add(new Layer(
                key,
                size,
                size,
                (int) Math.round(atX * stage.width() - size / 2.0),
                (int) Math.round(atY * stage.height() - size / 2.0),
                even(driftX * unit()),
                even(driftY * unit()),
                Entrance.NONE));
    }

    /** Points of different sizes; the larger, the nearer, the faster. */
    private Composer particles(int slot) {
        var palette = theme.palette();
        var random = theme.random("particles " + slot % 4);
        for (var i = 0; i < PARTICLES; i++) {
            var near = (i + 1.0) / PARTICLES;
            var size = Math.max(4, even(size(0.7 + 2.2 * near * near)));
            var quiet = palette.quiet(i % 3 == 0 ? palette.accent() : palette.second());
            var color = Tint.withAlpha(quiet, (quiet >>> 24) / 255.0 * 0.6);
            var key = pictures.picture(size, size, List.of("particle", color), canvas -> {
                try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
                    canvas.drawCircle(size / 2f, size / 2f, size / 2f - 0.5f, paint);
                }
            });
            // Each in a stripe of its own, so that they are spread and do not meet.
            var x = (i * 5 % PARTICLES + random.nextDouble(0.1, 0.9)) / PARTICLES;
            layers.add(new Layer(
                    key,
                    size,
                    size,
                    (int) Math.round(x * stage.width()),
                    (int) Math.round(random.nextDouble(0.12, 0.95) * stage.height()),
                    even(random.nextDouble(-2, 2) * unit()),
                    even(-(4 + 16 * near) * unit()),
                    Entrance.NONE));
        }
        return this;
    }

    /** Two shapes near the edges, each at its own speed. */
    private Composer ornaments(int slot) {
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
        return cased(cased, largest, width, height, lines);
    }

    /** A number in display letters. Its unit stays as it is: 3 m are no 3 M. */
    TextBlock number(String number, double largest, float width, float height, int lines) {
        return UNIT.matcher(number).find()
                ? cased(number, largest, width, height, lines)
                : display(number, largest, width, height, lines);
    }

    private TextBlock cased(String text, double largest, float width, float height, int lines) {
        var style = TypeStyle.of(theme.design().display(), theme.design().displayWeight(), size(largest))
                .withLineHeight(lineHeight(text))
                .withLetterSpacing(theme.design().capitals() ? 0.005f : -0.012f);
        return set(text, style, width, height, lines, 0.28f);
    }

    /** Small text: labels and names of sections. */
    TextBlock label(String text, double size, float width, int lines) {
        return label(text, size(size), width, Float.MAX_VALUE, lines);
    }

    private TextBlock label(String text, float size, float width, float height, int lines) {
        var style = TypeStyle.of(theme.design().text(), theme.design().textWeight(), size)
                .withLineHeight(Math.max(1.22f, lineHeight(text)));
        return set(capitalised(text), style, width, height, lines, 0.6f);
    }

    /** Small texts of equal rank: as large as lets the longest one fit. */
    List<TextBlock> labels(List<String> texts, double size, float width, float height, int lines) {
        var smallest = texts.stream()
                .map(text -> label(text, size(size), width, height, lines).size())
                .min(Float::compare)
                .orElse(1f);
        return texts.stream()
                .map(text -> label(text, smallest, width, height, lines))
                .toList();
    }

    /** Large texts of equal rank. */
    List<TextBlock> displays(List<String> texts, double size, float width, float height, int lines) {
        return alike(texts, size, (text, largest) -> display(text, largest, width, height, lines));
    }

    /** Numbers of equal rank. */
    List<TextBlock> numbers(List<String> numbers, double size, float width, float height, int lines) {
        return alike(numbers, size, (number, largest) -> number(number, largest, width, height, lines));
    }

    private List<TextBlock> alike(List<String> texts, double size, BiFunction<String, Double, TextBlock> set) {
        var smallest = texts.stream()
                .map(text -> set.apply(text, size).size())
                .min(Float::compare)
                .orElse(1f);
        return texts.stream()
                .map(text -> set.apply(text, (double) (smallest / unit())))
                .toList();
    }

    /**
     * Never higher than asked for: a text that is too long even so is set smaller still. So is one with a word that is
     * too long for a line, as far as it can be read; only then the word is parted.
     */
    private TextBlock set(String text, TypeStyle style, float width, float height, int lines, float smallest) {
        for (var least = smallest; ; least *= 0.7f) {
            var block = least(text, style, width, height, lines, least * style.size());
            var fits = fits(block, height, lines);
            var smaller = Math.max(READABLE * unit(), FAR_SMALLER * least * style.size());
            if (fits && block.parted() && block.size() > smaller) {
                var whole = least(text, style, width, height, lines, smaller);
                return whole.parted() || !fits(whole, height, lines) ? block : whole;
            }
            if (fits || least < SMALLEST) {
                return block;
            }
        }
    }

    private TextBlock least(String text, TypeStyle style, float width, float height, int lines, float size) {
        return fonts.set(TextSpec.of(text, language, style, theme.design().align(), width, lines)
                .withMaxHeight(Math.max(height, size * style.lineHeight()))
                .withMinSize(size));
    }

    private static boolean fits(TextBlock block, float height, int lines) {
        return block.lines().size() <= lines && block.height() <= height + 0.5f;
    }

    /** One layer per line, which come in one after another. */
    Composer lines(
            TextBlock block, float left, float top, float width, Align align, int color, List<Accented> accents) {
        for (var i = 0; i < block.lines().size(); i++) {
            var y = top + i * block.lineHeight();
            line(block.line(i), left, y, width, align, color, accents, comes());
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
        var pad = pad(line);
        var pictureWidth = (int) Math.ceil(line.width()) + 2 * pad;
        var pictureHeight = up((int) Math.ceil(line.lineHeight()) + 2 * pad);
        var marked = marked(line.text(), accents);
        var rolls = entrance.style() == Entrance.Style.ROLL;
        var above = rolls ? pictureHeight : 0;
        var key = pictures.words(
                pictureWidth,
                above + pictureHeight,
                List.of(
                        "line",
                        line.text(),
                        language,
                        theme.design().display(),
                        theme.design().displayWeight(),
                        line.style(),
                        color,
                        above,
                        marked),
                canvas -> line.paint(canvas, pad, above + pad, Ink.of(color), marked));
        var free = width - line.width();
        var x = align == Align.CENTER ? left + free / 2 : rightToLeft ? left + free : left;
        layers.add(new Layer(
                key, pictureWidth, pictureHeight, Math.round(x) - pad, Math.round(top) - pad, 0, 0, entrance));
        return this;
    }

    /** Room around a line for what reaches out of it. */
    private static int pad(TextBlock line) {
        return Math.max(2, (int) Math.ceil(0.3 * line.size()));
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

    /** A form that grows from its foot. */
    Composer growing(Box box, List<?> identity, Entrance entrance, Consumer<Canvas> drawing) {
        var width = (int) Math.ceil(box.width());
        var height = up((int) Math.ceil(box.height()));
        var key = pictures.picture(width, 2 * height, List.of("growing", identity, entrance.style()), canvas -> {
            canvas.translate(0, height);
            drawing.accept(canvas);
        });
        layers.add(
                new Layer(key, width, height, Math.round(box.left()), Math.round(box.top()), 0, 0, rolling(entrance)));
        return this;
    }

    /** A picture that is uncovered in the direction in which one reads. */
    Composer uncovered(Box box, List<?> identity, Entrance entrance, Consumer<Canvas> drawing) {
        var width = up((int) Math.ceil(box.width()));
        var height = (int) Math.ceil(box.height());
        var style = rightToLeft ? Entrance.Style.WIPE_BACK : Entrance.Style.WIPE;
        var key = pictures.picture(2 * width, height, List.of("uncovered", identity, style), canvas -> {
            canvas.translate(rightToLeft ? 0 : width, 0);
            drawing.accept(canvas);
        });
        layers.add(new Layer(
                key,
                width,
                height,
                Math.round(box.left()),
                Math.round(box.top()),
                0,
                0,
                new Entrance(style, entrance.delay(), inTime(entrance.delay(), GROWTH))));
        return this;
    }

    /** A number whose digits roll like those of a counter; everything else in it just comes in. */
    Composer counted(TextBlock number, float left, float top, float width, Align align, int color) {
        var entrance = fade();
        var line = number.line(0);
        var text = line.text();
        var free = width - line.width();
        var x = left + (align == Align.CENTER ? free / 2 : rightToLeft ? free : 0);
        var pad = pad(line);
        var height = up((int) Math.ceil(line.lineHeight()) + 2 * pad);
        var digits = 0;
        for (var at = 0; at < text.length(); at++) {
            if (!Character.isDigit(text.charAt(at))) {
                continue;
            }
            var box = line.boxes(at, at + 1).getFirst();
            var steps = Math.min(9, 4 + 2 * digits++);
            digit(text.charAt(at), steps, line, box.moved(x, top - pad), pad, height, color, entrance);
        }
        var others = new ArrayList<Ink.Accent>();
        for (var at = 0; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                others.add(new Ink.Accent(at, at + 1, 0));
            }
        }
        if (others.size() < text.length()) {
            var pictureWidth = (int) Math.ceil(line.width()) + 2 * pad;
            var key = pictures.words(
                    pictureWidth,
                    height,
                    List.of("rest of a number", text, language, line.style(), color),
                    canvas -> line.paint(canvas, pad, pad, Ink.of(color), others));
            layers.add(
                    new Layer(key, pictureWidth, height, Math.round(x) - pad, Math.round(top) - pad, 0, 0, entrance));
        }
        return this;
    }

    private void digit(
            char last, int steps, TextBlock line, Box box, int pad, int height, int color, Entrance entrance) {
        var shown = new ArrayList<TextBlock>();
        for (var step = 0; step <= steps; step++) {
            shown.add(digit(last, step - steps, line));
        }
        // The digits that go by may be wider than the one that stays.
        var widest = shown.stream().map(TextBlock::width).max(Float::compare).orElse(0f);
        var side =
                (int) Math.ceil(0.06 * line.size()) + (int) Math.ceil(Math.max(0, widest - Math.ceil(box.width())) / 2);
        var width = (int) Math.ceil(box.width()) + 2 * side;
        var key = pictures.words(
                width, (steps + 1) * height, List.of("digit", last, steps, language, line.style(), color), canvas -> {
                    for (var step = 0; step <= steps; step++) {
                        var block = shown.get(step);
                        block.paint(canvas, (width - block.width()) / 2, step * height + pad, Ink.of(color));
                    }
                });
        layers.add(new Layer(
                key, width, height, Math.round(box.left()) - side, Math.round(box.top()), 0, 0, rolling(entrance)));
    }

    /** The digit that stands so many before another one, in its script. */
    private TextBlock digit(char last, int before, TextBlock line) {
        var value = Character.digit(last, 10);
        var shown = (char) (last - value + Math.floorMod(value + before, 10));
        return fonts.set(
                TextSpec.of(Character.toString(shown), language, line.style(), Align.CENTER, 2 * line.size(), 1)
                        .withMinSize(line.size()));
    }

    private Entrance rolling(Entrance entrance) {
        return new Entrance(Entrance.Style.ROLL, entrance.delay(), inTime(entrance.delay(), GROWTH));
    }

    /** The next thing comes in as lines do in this theme. */
    Entrance comes() {
        return entrance(theme.motion().lines());
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
        // The last thing begins at half of the time, and the first at once: a frame is never bare for long.
        var step = Math.min(theme.motion().step().toMillis(), duration.toMillis() / 9);
        var latest = Math.max(0, duration.toMillis() / 2);
        var delay = Duration.ofMillis(Math.min(latest, 60 + step * entered++));
        return new Entrance(style, delay, inTime(delay, theme.motion().move()));
    }

    /** As much of a movement's length as ends at three quarters of the time. */
    private Duration inTime(Duration delay, Duration length) {
        var left = duration.multipliedBy(3).dividedBy(4).minus(delay);
        return left.compareTo(length) < 0 ? left : length;
    }

    /** Together with the thing before. */
    Composer together() {
        entered = Math.max(0, entered - 1);
        return this;
    }

    int size(double units) {
        return (int) Math.round(units * stage.unit());
    }

    /** The next even number: what rolls or is uncovered goes by two pixels at a time. */
    private static int up(int pixels) {
        return pixels + pixels % 2;
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
