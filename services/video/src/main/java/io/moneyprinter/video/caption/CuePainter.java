package io.moneyprinter.video.caption;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.RRect;
import io.moneyprinter.contracts.video.CaptionSettings.Highlight;
import io.moneyprinter.drawing.Box;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.drawing.TextBlock;
import io.moneyprinter.drawing.TextSpec;
import io.moneyprinter.drawing.TypeStyle;
import io.moneyprinter.timeline.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Paints one cue, which is set once, in all its looks. What several of them share is kept until it is closed. */
final class CuePainter implements AutoCloseable {

    private final Cue cue;
    private final Appearance appearance;
    private final CaptionLayout layout;
    private final TextBlock block;

    /** The part of the canvas that is painted. */
    private Raster.Crop area;

    private final Kept<Look> finished = new Kept<>();
    private final Kept<Integer> plain = new Kept<>();
    private final Kept<Integer> ground = new Kept<>();
    private final Kept<Integer> others = new Kept<>();
    private final Kept<Integer> alone = new Kept<>();

    CuePainter(FontLibrary fonts, Cue cue, String language, Appearance appearance, CaptionLayout layout) {
        this.cue = cue;
        this.appearance = appearance;
        this.layout = layout;
        var type = TypeStyle.of(appearance.family(), appearance.weight(), (float) layout.size())
                .withLineHeight(CaptionLayout.LINE_HEIGHT);
        var room =
                TextSpec.of(cue.text(), language, type, TextSpec.Align.CENTER, layout.textWidth(), layout.maxLines());
        this.block = fonts.set(room.withMaxHeight(layout.textHeight()));
        this.area = area();
    }

    /** The text as it is set. */
    TextBlock block() {
        return block;
    }

    /** All that any look of the cue may cover, on the canvas; its edges are even. */
    Raster.Crop area() {
        var size = block.size();
        // Letters such as f reach out of their own line a little.
        var reach = (float) Math.max(appearance.reach() + 0.08, appearance.shadowReach()) * size
                + Motion.reach(appearance.animation(), block.width(), size);
        if (appearance.highlight() == Highlight.POP) {
            reach += Appearance.POP / 2 * widestWord();
        }
        var box = Box.of(left(), top(), block.width(), block.height()).grown(reach, reach);
        return new Raster.Crop(
                even(Math.max(0, Math.floor(box.left() / 2))),
                even(Math.max(0, Math.floor(box.top() / 2))),
                Math.min(layout.canvasWidth(), even(Math.ceil(box.right() / 2))),
                Math.min(layout.canvasHeight(), even(Math.ceil(box.bottom() / 2))));
    }

    private static int even(double half) {
        return 2 * (int) half;
    }

    private float widestWord() {
        var ranges = cue.words().stream()
                .map(word -> new TextBlock.Line(word.start(), word.end()))
                .toList();
        return (float)
                block.wordBoxes(ranges).stream().mapToDouble(Box::width).max().orElse(0);
    }

    private float left() {
        return (float) layout.centerX() - block.width() / 2;
    }

    private float top() {
        return (float) layout.centerY() - block.height() / 2;
    }

    /** Paints a part of the canvas, which holds {@link #area}. */
    byte[] png(Look look, Raster.Crop part) {
        area = part;
        var still = finished.get(look.still(), () -> draw(canvas -> paint(canvas, look)));
        if (look.motion().still()) {
            return still.png();
        }
        try (var moving = Raster.draw(
                area.width(),
                area.height(),
                canvas -> look.motion()
                        .paint(
                                canvas,
                                still,
                                (float) layout.centerX() - area.left(),
                                (float) layout.centerY() - area.top(),
                                block.size()))) {
            return moving.png();
        }
    }

    private Raster draw(Consumer<Canvas> painting) {
        return Raster.draw(area.width(), area.height(), painting);
    }

    private void paint(Canvas canvas, Look look) {
        var word = look.active() < 0 ? null : cue.words().get(look.active());
        if (word == null) {
            plain(look.shown()).paint(canvas, 0, 0);
            return;
        }
        switch (appearance.highlight()) {
            case NONE -> plain(look.shown()).paint(canvas, 0, 0);
            case COLOR -> {
                ground(look.shown()).paint(canvas, 0, 0);
                letters(canvas, appearance.letters(appearance.color()), with(hidden(look.shown()), accent(word)));
            }
            case BOX -> {
                plain(look.shown()).paint(canvas, 0, 0);
                activeBox(canvas, word);
                canvas.save();
                canvas.clipRect(
                        box(word).grown(block.size() / 2, block.size() / 4).toRect());
                letters(canvas, Ink.of(0), with(hidden(look.shown()), accent(word)));
                canvas.restore();
            }
            case POP -> pop(canvas, word, look);
        }
    }

    /** The cue without a highlight. */
    private Raster plain(int shown) {
        return plain.get(
                shown,
                () -> draw(canvas -> {
                    ground(shown).paint(canvas, 0, 0);
                    letters(canvas, appearance.letters(appearance.color()), hidden(shown));
                }));
    }

    /** What lies below the letters. A soft shadow costs most of all, and nobody sees that it has fewer pixels. */
    private Raster ground(int shown) {
        return ground.get(
                shown,
                () -> draw(canvas -> {
                    boxes(canvas);
                    var shadow = appearance.shadow();
                    if (shadow == null) {
                        return;
                    }
                    var coarse = shadow.blur() * block.size() >= 4 ? 2 : 1;
                    try (var small = Raster.draw(
                            Math.ceilDiv(area.width(), coarse), Math.ceilDiv(area.height(), coarse), over -> {
                                over.scale(1f / coarse, 1f / coarse);
                                block.paintShadow(over, x(), y(), appearance.ink(), hidden(shown));
                            })) {
                        canvas.save();
                        canvas.scale(coarse, coarse);
                        small.paint(canvas, 1);
                        canvas.restore();
                    }
                }));
    }

    /** The word larger than the others; its shadow stays what it was. */
    private void pop(Canvas canvas, Cue.Word word, Look look) {
        var without = List.of(new Ink.Accent(word.start(), word.end(), 0));
        others.get(
                        look.active(),
                        () -> draw(under -> {
                            ground(look.shown()).paint(under, 0, 0);
                            letters(under, appearance.letters(appearance.color()), with(hidden(look.shown()), without));
                        }))
                .paint(canvas, 0, 0);
        var box = box(word);
        var length = cue.text().length();
        var rest = List.of(new Ink.Accent(0, word.start(), 0), new Ink.Accent(word.end(), length, 0));
        var alone = this.alone.get(
                look.active(),
                () -> draw(over -> {
                    over.clipRect(box.grown(block.size() / 2, block.size() / 2).toRect());
                    letters(over, appearance.letters(appearance.activeColor()), rest);
                }));
        var scale = (float) (1 + look.pop());
        canvas.save();
        canvas.translate(box.centerX(), box.centerY()).scale(scale, scale).translate(-box.centerX(), -box.centerY());
        alone.paint(canvas, 1);
        canvas.restore();
    }

    private Box box(Cue.Word word) {
        return block.wordBoxes(List.of(new TextBlock.Line(word.start(), word.end())))
                .getFirst()
                .moved(x(), y());
    }

    /** Left edge of the lines in the part that is painted. */
    private float x() {
        return left() - area.left();
    }

    private float y() {
        return top() - area.top();
    }

    private List<Ink.Accent> accent(Cue.Word word) {
        return List.of(new Ink.Accent(word.start(), word.end(), appearance.activeColor()));
    }

    private List<Ink.Accent> hidden(int shown) {
        var length = cue.text().length();
        return shown < length ? List.of(new Ink.Accent(shown, length, 0)) : List.of();
    }

    /** The first accent on a letter counts. */
    private static List<Ink.Accent> with(List<Ink.Accent> first, List<Ink.Accent> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private void letters(Canvas canvas, Ink ink, List<Ink.Accent> accents) {
        block.paint(canvas, x(), y(), ink, accents);
    }

    private void boxes(Canvas canvas) {
        if (appearance.boxed()) {
            var size = block.size();
            var lines = block.lines().stream()
                    .map(line -> block.wordBoxes(List.of(line)).getFirst())
                    .map(line -> line.moved(x(), y()))
                    .toList();
            LineBoxes.paint(
                    canvas,
                    lines,
                    appearance.boxColor(),
                    appearance.boxPadding() * size,
                    appearance.boxRadius() * size);
        }
    }

    private void activeBox(Canvas canvas, Cue.Word word) {
        try (var paint = new Paint().setColor(appearance.activeBoxColor()).setAntiAlias(true)) {
            var size = block.size();
            for (var place : block.boxes(word.start(), word.end())) {
                var box = place.moved(x(), y());
                canvas.drawRRect(
                        RRect.makeLTRB(
                                box.left() - room(word.start()) * size,
                                box.top() + 0.02f * size,
                                box.right() + room(word.end() + 1) * size,
                                box.bottom() - 0.02f * size,
                                appearance.boxRadius() * size),
                        paint);
            }
        }
    }

    /** Chinese words stand close: their box must not cover the neighbours. */
    private float room(int offset) {
        var text = cue.text();
        var open = offset <= 0 || offset > text.length() || Character.isWhitespace(text.charAt(offset - 1));
        return open ? Appearance.ACTIVE_BOX : 0.03f;
    }

    @Override
    public void close() {
        finished.close();
        plain.close();
        ground.close();
        others.close();
        alone.close();
    }

    /** The drawing that was asked for last. */
    private static final class Kept<K> implements AutoCloseable {

        private @Nullable K key;
        private @Nullable Raster raster;

        Raster get(K wanted, Supplier<Raster> drawing) {
            var last = raster;
            if (last != null && wanted.equals(key)) {
                return last;
            }
            var next = drawing.get();
            close();
            key = wanted;
            raster = next;
            return next;
        }

        @Override
        public void close() {
            if (raster != null) {
                raster.close();
                raster = null;
            }
        }
    }
}
