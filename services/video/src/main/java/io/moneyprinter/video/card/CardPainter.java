package io.moneyprinter.video.card;

import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.RRect;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.drawing.Box;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.drawing.TextBlock;
import io.moneyprinter.drawing.TextSpec;
import io.moneyprinter.drawing.TextSpec.Align;
import io.moneyprinter.drawing.Tint;
import io.moneyprinter.drawing.TypeStyle;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.plan.TitlePainting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws cards: a ground that drifts, a title whose lines rise one after another, a subtitle that fades in. The same
 * card is drawn once, whoever asks. Shared between threads.
 */
public final class CardPainter implements TitlePainting {

    /** Part of every key; bumped when cards look different. */
    private static final String VERSION = "2";

    private static final Duration MOVE = Duration.ofMillis(480);
    private static final Duration STEP = Duration.ofMillis(130);

    private final Path home;
    private final ObjectStore store;

    /** @param home where fonts are unpacked */
    public CardPainter(Path home, ObjectStore store) {
        this.home = home;
        this.store = store;
    }

    /**
     * Makes sure that a card can be drawn, before anything is rendered. Nothing is wrong with one that shows a picture
     * of the user's.
     *
     * @throws CodedException {@link CardErrorCode#CARD_EMPTY}, or {@link CardErrorCode#CARD_NOT_DRAWABLE} that names
     *     all characters which cannot be drawn
     */
    public void check(TitleCard card) {
        if (card.assetId() == null && clean(card.title()).isEmpty()) {
            throw new CodedException(
                    CardErrorCode.CARD_EMPTY, "title: missing (expected: a title, or the id of an image or a video)");
        }
        checked(Stream.of(clean(card.title()), clean(card.subtitle())).collect(Collectors.joining("\n")));
    }

    /**
     * The text, if it can be drawn.
     *
     * @throws CodedException {@link CardErrorCode#CARD_NOT_DRAWABLE} that names all characters which cannot be drawn
     */
    public String checked(String text) {
        var missing = fonts().missing(clean(text));
        if (missing.isEmpty()) {
            return text;
        }
        var named = missing.stream()
                .limit(20)
                .map(character -> "%s (U+%04X)".formatted(character, character.codePointAt(0)))
                .collect(Collectors.joining(", "));
        throw new CodedException(
                CardErrorCode.CARD_NOT_DRAWABLE, "no font can draw these characters of a card: " + named);
    }

    /**
     * A card with a title and perhaps a subtitle.
     *
     * @param language BCP 47
     * @param seed of the video: its cards have the same colours and letters
     * @param style of the video's drawn pictures, null to let the brand or the seed decide
     * @param brand whose colours and letters it has; null for none
     * @throws CodedException as {@link #check} does
     */
    @Override
    public Visual.Composition title(
            TitleCard card,
            Canvas canvas,
            String language,
            long seed,
            @Nullable VisualStyle style,
            @Nullable Brand brand) {
        check(card);
        return new Sheet(CardTheme.of(seed, style, brand), canvas, language)
                .draw(clean(card.title()), clean(card.subtitle()));
    }

    private FontLibrary fonts() {
        return FontLibrary.open(home);
    }

    /** Without what has no look: control characters, and white space at the ends. */
    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** One card while it is laid out. */
    private final class Sheet {

        private final CardTheme theme;
        private final Canvas canvas;
        private final String language;
        private final float unit;
        private final Box zone;
        private final List<Layer> layers = new ArrayList<>();
        private int entered;

        Sheet(CardTheme theme, Canvas canvas, String language) {
            this.theme = theme;
            this.canvas = canvas;
            this.language = language;
            this.unit = Math.min(canvas.width(), canvas.height()) / 100f;
            // Inside of what the buttons and names of short-video platforms cover.
            var side = (canvas.width() > 1.1 * canvas.height() ? 0.1f : 0.095f) * canvas.width();
            var shape = (double) canvas.height() / canvas.width();
            var top = (shape >= 1.5 ? 0.15f : 0.12f) * canvas.height();
            var bottom = (shape >= 1.5 ? 0.24f : 0.12f) * canvas.height();
            this.zone = new Box(side, top, canvas.width() - side, canvas.height() - bottom);
        }

        Visual.Composition draw(String title, String subtitle) {
            ground();
            var small = subtitle.isEmpty() ? null : label(subtitle);
            var bar = 1.5f * unit;
            var gap = 4.6f * unit;
            var below = small == null ? 0 : 4 * unit + small.height();
            var large = display(title, zone.height() - below - bar - gap);
            var total = bar + gap + large.height() + below;
            var top = zone.centerY() - total / 2;
            bar(top, bar, large.rightToLeft());
            for (var i = 0; i < large.lines().size(); i++) {
                line(
                        large.line(i),
                        large.rightToLeft(),
                        top + bar + gap + i * large.lineHeight(),
                        theme.palette().ink(),
                        Entrance.Style.RISE);
            }
            if (small != null) {
                for (var i = 0; i < small.lines().size(); i++) {
                    line(
                            small.line(i),
                            small.rightToLeft(),
                            zone.centerY() + total / 2 - small.height() + i * small.lineHeight(),
                            Tint.mix(theme.palette().ink(), theme.palette().groundEnd(), 0.18),
                            Entrance.Style.FADE);
                }
            }
            return new Visual.Composition(layers);
        }

        private void ground() {
            var roomX = even(0.06 * canvas.width());
            var roomY = even(0.03 * canvas.height());
            var width = canvas.width() + roomX;
            var height = canvas.height() + roomY;
            var key = picture(
                    width,
                    height,
                    List.of("ground", theme),
                    drawing -> new CardGround(theme, width, height).draw(drawing));
            layers.add(new Layer(key, width, height, -roomX, 0, roomX, -roomY, Entrance.NONE));
        }

        private void bar(float top, float height, boolean rightToLeft) {
            var width = (int) Math.ceil(16 * unit);
            var pictureHeight = (int) Math.ceil(height);
            var key =
                    picture(width, pictureHeight, List.of("bar", theme.palette().accent(), height), drawing -> {
                        try (var paint = new Paint()
                                .setAntiAlias(true)
                                .setColor(theme.palette().accent())) {
                            drawing.drawRRect(RRect.makeXYWH(0, 0, width, height, height / 2), paint);
                        }
                    });
            layers.add(new Layer(
                    key,
                    width,
                    pictureHeight,
                    Math.round(x(width, rightToLeft)),
                    Math.round(top),
                    0,
                    0,
                    entrance(Entrance.Style.SLIDE)));
        }

        /** As large as fits. */
        private TextBlock display(String title, float height) {
            var cased = theme.design().capitals() ? title.toUpperCase(Locale.forLanguageTag(language)) : title;
            var style = TypeStyle.of(theme.design().display(), theme.design().displayWeight(), 16 * unit)
                    .withLineHeight(lineHeight(title))
                    .withLetterSpacing(theme.design().capitals() ? 0.005f : -0.012f);
            return set(cased, style, height, 6, 0.3f);
        }

        private TextBlock label(String subtitle) {
            var style = TypeStyle.of(theme.design().text(), theme.design().textWeight(), 5.4f * unit)
                    .withLineHeight(Math.max(1.28f, lineHeight(subtitle)));
            return set(subtitle, style, zone.height() * 0.4f, 4, 0.55f);
        }

        private TextBlock set(String text, TypeStyle style, float height, int lines, float smallest) {
            return fonts().set(TextSpec.of(text, language, style, theme.design().align(), zone.width(), lines)
                    .withMaxHeight(Math.max(height, style.size() * smallest * style.lineHeight()))
                    .withMinSize(style.size() * smallest));
        }

        private void line(TextBlock line, boolean rightToLeft, float top, int color, Entrance.Style style) {
            var pad = (int) Math.ceil(0.3 * line.size());
            var width = (int) Math.ceil(line.width()) + 2 * pad;
            var height = (int) Math.ceil(line.lineHeight()) + 2 * pad;
            var key = picture(
                    width,
                    height,
                    List.of("line", line.text(), language, line.style(), rightToLeft, color),
                    drawing -> line.paint(drawing, pad, pad, Ink.of(color)));
            layers.add(new Layer(
                    key,
                    width,
                    height,
                    Math.round(x(line.width(), rightToLeft)) - pad,
                    Math.round(top) - pad,
                    0,
                    0,
                    entrance(style)));
        }

        private float x(float width, boolean rightToLeft) {
            var free = zone.width() - width;
            return zone.left() + (theme.design().align() == Align.CENTER ? free / 2 : rightToLeft ? free : 0);
        }

        /** The first thing is there at once: a card is never bare for long. */
        private Entrance entrance(Entrance.Style style) {
            return new Entrance(style, STEP.multipliedBy(entered++).plusMillis(40), MOVE);
        }

        /** Scripts with marks above and below need more room between lines. */
        private float lineHeight(String text) {
            var tall = text.codePoints().anyMatch(character -> switch (Character.UnicodeScript.of(character)) {
                case ARABIC, THAI, DEVANAGARI, BENGALI, TAMIL, TELUGU, KHMER, LAO, MYANMAR, TIBETAN, MALAYALAM -> true;
                default -> false;
            });
            return tall ? 1.42f : theme.design().capitals() ? 1.06f : 1.14f;
        }

        private ObjectKey picture(
                int width, int height, List<?> identity, Consumer<io.github.humbleui.skija.Canvas> drawing) {
            var key = new ObjectKey("cards/" + Digests.of("card", VERSION, width, height, identity) + ".png");
            if (!store.exists(key)) {
                try (var raster = Raster.draw(width, height, drawing)) {
                    store.put(key, raster.png());
                }
            }
            return key;
        }
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }
}
