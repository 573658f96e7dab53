package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.drawing.Box;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.Palette;
import io.moneyprinter.drawing.TextBlock;
import io.moneyprinter.drawing.TextSpec.Align;
import io.moneyprinter.drawing.Tint;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ways in which a sentence can be shown. Each puts its layers onto a stage that has its ground already. */
final class Layouts {

    private final Composer on;
    private final Palette palette;
    private final Box zone;
    private final Align align;
    private final float unit;

    Layouts(Composer on) {
        this.on = on;
        this.palette = on.theme().palette();
        this.zone = on.stage().text();
        this.align = on.theme().design().align();
        this.unit = on.unit();
    }

    /** The first thing that is seen. */
    void title(String title, @Nullable String keyword) {
        var block = on.display(title, 19, zone.width(), zone.height() * 0.8f, 5);
        var bar = 1.7f * unit;
        var total = block.height() + 6.5f * unit + bar;
        var top = zone.centerY() - total / 2;
        var accents = keyword == null
                ? List.<Composer.Accented>of()
                : List.of(new Composer.Accented(keyword, palette.accent()));
        bar(top, bar, 17 * unit, on.rightToLeft());
        on.lines(block, zone.left(), top + bar + 5 * unit, zone.width(), align, palette.ink(), accents);
    }

    /** The point in large letters, its word in the accent. */
    void kinetic(Gist gist) {
        var block = on.display(gist.phrase(), 19, zone.width(), zone.height() * 0.72f, 3);
        var support = support(gist);
        var gap = support == null ? 0 : 4.2f * unit;
        var total = block.height() + gap + (support == null ? 0 : support.height());
        var top = zone.centerY() - total / 2;
        on.lines(block, zone.left(), top, zone.width(), align, palette.ink(), accent(gist));
        if (support != null) {
            on.lines(support, zone.left(), top + block.height() + gap, zone.width(), align, palette.ink(), List.of());
        }
    }

    /** One word as large as the canvas, with its echo above and below. */
    void bigWord(Gist gist) {
        var wide = on.stage().width() * 0.86f;
        var left = (on.stage().width() - wide) / 2;
        var word = on.display(gist.word(), 40, wide, zone.height() * 0.325f, 1);
        var top = zone.centerY() - word.height() / 2;
        var step = word.lineHeight() * 0.98f;
        var echo = new Ink(0, new Ink.Stroke(Tint.withAlpha(palette.ink(), 0.34), 0.012f), null);
        if (top - step > 0.02f * on.stage().height() && top + step + word.lineHeight() < zone.bottom() + 2 * unit) {
            echo(word, left, top - step, wide, echo);
            echo(word, left, top + step, wide, echo);
        }
        on.line(word.line(0), left, top, wide, Align.CENTER, palette.ink(), List.of(), on.rise());
    }

    private void echo(TextBlock word, float left, float top, float width, Ink ink) {
        var pad = 0.3f * word.size();
        var box = Box.of(
                left + (width - word.width()) / 2 - pad,
                top - pad,
                word.width() + 2 * pad,
                word.lineHeight() + 2 * pad);
        on.picture(
                box,
                List.of("echo", word.text(), word.style(), ink),
                on.fade(),
                canvas -> word.line(0).paint(canvas, pad, pad, ink));
    }

    /** The point on a card. */
    void card(Gist gist) {
        var inset = 7 * unit;
        var block = on.display(gist.phrase(), 15, zone.width() - 2 * inset, zone.height() * 0.55f, 3);
        var signHeight = gist.question() ? 13 * unit : 6 * unit;
        var height = block.height() + 2 * inset + signHeight;
        var card = Box.of(zone.left(), zone.centerY() - height / 2, zone.width(), height);
        var radius = (float) (0.4 + 5 * on.theme().roundness()) * unit;
        shadowed(card, radius);
        var x = card.left() + inset;
        var width = card.width() - 2 * inset;
        sign(gist.question(), x, card.top() + inset, width);
        on.lines(block, x, card.top() + inset + signHeight, width, align, palette.onAccent(), List.of());
    }

    /** A question mark for questions, else a short bar. */
    private void sign(boolean question, float left, float top, float width) {
        var color = Tint.mix(palette.accent(), palette.onAccent(), 0.55);
        var mark = on.display("?", 26, width, 30 * unit, 1);
        var height = question ? mark.lineHeight() : 1.5f * unit;
        var wide = question ? mark.width() : 13 * unit;
        var x = align == Align.CENTER ? left + (width - wide) / 2 : on.rightToLeft() ? left + width - wide : left;
        var pad = question ? 0.3f * mark.size() : 0;
        var box = Box.of(x - pad, question ? top - 0.2f * mark.size() - pad : top, wide + 2 * pad, height + 2 * pad);
        on.picture(box, List.of("sign", question ? mark.style() : "bar", color), on.fade(), canvas -> {
            if (question) {
                mark.line(0).paint(canvas, pad, pad, Ink.of(color));
            } else {
                fill(canvas, box, color);
            }
        });
    }

    private void shadowed(Box card, float radius) {
        var room = 5 * unit;
        var accent = palette.accent();
        var shade = Tint.withAlpha(palette.dark() ? 0xff000000 : palette.ink(), palette.dark() ? 0.45 : 0.22);
        var width = card.width();
        var height = card.height();
        on.picture(card.grown(room, room), List.of("card", accent, shade, radius), on.rise(), canvas -> {
            try (var filter = io.github.humbleui.skija.ImageFilter.makeDropShadow(
                            0, 1.3f * unit, 1.5f * unit, 1.5f * unit, shade);
                    var paint = new Paint().setAntiAlias(true).setColor(accent).setImageFilter(filter)) {
                canvas.drawRRect(RRect.makeXYWH(room, room, width, height, radius), paint);
            }
        });
    }

    /** A number with a figure that shows how much it is. */
    void number(Gist gist, NumberFact number) {
        switch (number.kind()) {
            case PERCENT -> ring(gist, number);
            case YEAR -> year(gist, number);
            default -> count(gist, number);
        }
    }

    private void ring(Gist gist, NumberFact number) {
        var label = label(gist, zone.width());
        var labelHeight = label == null ? 0 : label.height() + 4 * unit;
        var diameter = Math.min(zone.width() * 0.82f, zone.height() - labelHeight);
        var thick = diameter * 0.095f;
        var top = zone.centerY() - (diameter + labelHeight) / 2;
        var box = Box.of(zone.centerX() - diameter / 2, top, diameter, diameter);
        var share = (float) Math.max(0, Math.min(100, number.value())) / 100;
        on.picture(
                box,
                List.of("ring", palette, thick),
                on.fade(),
                canvas -> arc(canvas, diameter, thick, palette.quiet(palette.second()), 1));
        on.picture(
                box,
                List.of("arc", palette, thick, share),
                on.fade(),
                canvas -> arc(canvas, diameter, thick, palette.accent(), share));
        var block = on.number(number.shown(), 30, diameter * 0.66f, diameter * 0.5f, 1);
        on.line(
                block.line(0),
                box.left(),
                box.centerY() - block.height() / 2,
                diameter,
                Align.CENTER,
                palette.ink(),
                List.of(),
                on.rise());
        if (label != null) {
            on.lines(label, zone.left(), box.bottom() + 4 * unit, zone.width(), Align.CENTER, palette.ink(), List.of());
        }
    }

    private static void arc(Canvas canvas, float diameter, float thick, int color, float share) {
        try (var paint = new Paint()
                .setAntiAlias(true)
                .setColor(color)
                .setMode(PaintMode.STROKE)
                .setStrokeWidth(thick)
                .setStrokeCap(PaintStrokeCap.ROUND)) {
            var edge = thick * 0.55f;
            canvas.drawArc(edge, edge, diameter - edge, diameter - edge, -90, 360 * share, false, paint);
        }
    }

    private void year(Gist gist, NumberFact number) {
        var block = on.number(number.shown(), 40, zone.width(), zone.height() * 0.5f, 1);
        var label = label(gist, zone.width());
        var line = 9 * unit;
        var total = block.height() + line + (label == null ? 0 : label.height());
        var top = zone.centerY() - total / 2;
        on.line(block.line(0), zone.left(), top, zone.width(), align, palette.accent(), List.of(), on.rise());
        var width = (float) on.stage().width();
        var dot = dotX(block);
        on.picture(
                Box.of(0, top + block.height(), width, line),
                List.of("time line", palette, dot),
                on.slide(),
                canvas -> {
                    try (var paint = new Paint().setAntiAlias(true).setColor(palette.ink())) {
                        canvas.drawRRect(
                                RRect.makeXYWH(-10, line / 2 - 0.35f * unit, width + 20, 0.7f * unit, 1), paint);
                        for (var x = dot % (9 * unit); x < width; x += 9 * unit) {
                            canvas.drawCircle(x, line / 2, 0.75f * unit, paint);
                        }
                        paint.setColor(palette.accent());
                        canvas.drawCircle(dot, line / 2, 2.4f * unit, paint);
                    }
                });
        if (label != null) {
            on.lines(label, zone.left(), top + block.height() + line, zone.width(), align, palette.ink(), List.of());
        }
    }

    private float dotX(TextBlock block) {
        if (align == Align.CENTER) {
            return zone.centerX();
        }
        return on.rightToLeft() ? zone.right() - 3 * unit : zone.left() + 3 * unit;
    }

    private void count(Gist gist, NumberFact number) {
        var many = (int) Math.round(number.value());
        var few = many >= 2
                && many <= 10
                && many == number.value()
                && number.kind() == NumberFact.Kind.COUNT
                && number.unit().isEmpty();
        var figure = few ? 11 * unit : 1.7f * unit;
        var block = on.number(number.shown(), 40, zone.width(), zone.height() * 0.5f, 1);
        var label = label(gist, zone.width());
        var gap = few ? 3.5f * unit : 4.5f * unit;
        var total = figure + gap + block.height() + (label == null ? 0 : label.height() + unit);
        var top = zone.centerY() - total / 2;
        if (few) {
            dots(many, top, figure, on.rightToLeft());
        } else {
            bar(top, figure, 17 * unit, on.rightToLeft());
        }
        var y = top + figure + gap;
        on.counted(block, zone.left(), y, zone.width(), align, palette.accent());
        if (label != null) {
            on.lines(label, zone.left(), y + block.height() + unit, zone.width(), align, palette.ink(), List.of());
        }
    }

    /** As many discs as the number says, one after another. */
    private void dots(int many, float top, float height, boolean fromRight) {
        var step = Math.min(height, zone.width() / many);
        var diameter = step * 0.76f;
        var start = start(many * step, fromRight);
        for (var i = 0; i < many; i++) {
            var at = fromRight ? many - 1 - i : i;
            on.picture(
                    Box.of(start + at * step, top + (height - diameter) / 2, diameter, diameter),
                    List.of("disc", palette.accent()),
                    new Entrance(
                            Entrance.Style.RISE,
                            java.time.Duration.ofMillis(60L + 110L * i),
                            java.time.Duration.ofMillis(360)),
                    canvas -> {
                        try (var paint = new Paint().setAntiAlias(true).setColor(palette.accent())) {
                            canvas.drawCircle(diameter / 2, diameter / 2, diameter / 2 - 1, paint);
                        }
                    });
        }
    }

    /** The number alone, as large as it gets. */
    void bigNumber(Gist gist, NumberFact number) {
        var block = on.number(number.shown(), 46, zone.width(), zone.height() * 0.55f, 1);
        var label = label(gist, zone.width());
        var rule = 1.1f * unit;
        var gap = 4 * unit;
        var total = block.height() + rule + (label == null ? 0 : gap + label.height());
        var top = zone.centerY() - total / 2;
        on.counted(block, zone.left(), top, zone.width(), align, palette.ink());
        var share = number.kind() == NumberFact.Kind.PERCENT ? (float) Math.min(100, number.value()) / 100 : 1f;
        on.uncovered(
                Box.of(zone.left(), top + block.height(), zone.width(), 2.4f * rule),
                List.of("rule", palette.ink(), share),
                on.fade(),
                canvas -> {
                    try (var paint = new Paint().setAntiAlias(true).setColor(Tint.withAlpha(palette.ink(), 0.3))) {
                        var tall = 2.4f * rule;
                        canvas.drawRRect(RRect.makeXYWH(0, 0, zone.width(), tall, tall / 2), paint);
                        paint.setColor(palette.ink());
                        var filled = zone.width() * share;
                        canvas.drawRRect(
                                RRect.makeXYWH(on.rightToLeft() ? zone.width() - filled : 0, 0, filled, tall, tall / 2),
                                paint);
                    }
                });
        if (label != null) {
            on.lines(
                    label,
                    zone.left(),
                    top + block.height() + rule + gap,
                    zone.width(),
                    align,
                    palette.ink(),
                    List.of());
        }
    }

    /** A picture made of simple forms above a few words. */
    void illustration(Gist gist, Pictogram pictogram) {
        pictured(gist, pictogram, canvas -> pictogram.draw(canvas, palette), 0.78f);
    }

    /** An icon above a few words. */
    void icon(Gist gist, Icon icon) {
        pictured(gist, icon, canvas -> icon.draw(canvas, 100, palette.accent()), 0.52f);
    }

    /** @param drawing into a square of 100 by 100 */
    private void pictured(Gist gist, Object identity, Consumer<Canvas> drawing, float share) {
        var wide = on.stage().wide();
        var textWidth = wide ? zone.width() * 0.5f : zone.width();
        var block = on.display(
                gist.phrase(), wide ? 13 : 12, textWidth, zone.height() * (wide ? 0.8f : 0.34f), wide ? 4 : 2);
        var gap = 4.5f * unit;
        var size = wide
                ? Math.min(zone.height(), zone.width() * 0.42f)
                : Math.min(zone.width() * 0.78f, zone.height() - block.height() - gap);
        var rightToLeft = on.rightToLeft();
        var top = wide ? zone.centerY() - size / 2 : zone.centerY() - (size + gap + block.height()) / 2;
        var left = wide ? (rightToLeft ? zone.left() : zone.right() - size) : zone.centerX() - size / 2;
        var box = Box.of(left, top, size, size);
        on.picture(box, List.of("figure ground", palette), on.fade(), canvas -> {
            canvas.scale(size / 100, size / 100);
            Pictogram.drawBack(canvas, palette);
        });
        on.picture(box, List.of("figure", identity, palette, share), on.rise(), canvas -> {
            canvas.translate(size * (1 - share) / 2, size * (1 - share) / 2);
            canvas.scale(size * share / 100, size * share / 100);
            drawing.accept(canvas);
        });
        var textTop = wide ? zone.centerY() - block.height() / 2 : box.bottom() + gap;
        var textLeft = wide && rightToLeft ? zone.right() - textWidth : zone.left();
        on.lines(block, textLeft, textTop, textWidth, wide ? Align.START : Align.CENTER, palette.ink(), accent(gist));
    }

    /** Every line as wide as there is room, so that short ones are loud. */
    void lockup(Gist gist, List<String> parts) {
        var gap = 1.2f * unit;
        var most = zone.height() / parts.size() - gap;
        var blocks = parts.stream()
                .map(part -> on.display(part, 46, zone.width(), most * 1.25f, 1))
                .toList();
        var total = (float) blocks.stream()
                .mapToDouble(block -> 0.86 * block.height() + gap)
                .sum();
        var squeeze = Math.min(1, zone.height() / total);
        var top = zone.centerY() - total * squeeze / 2;
        for (var i = 0; i < blocks.size(); i++) {
            var block = squeeze < 1
                    ? on.display(parts.get(i), blocks.get(i).size() * squeeze / unit, zone.width(), Float.MAX_VALUE, 1)
                    : blocks.get(i);
            var strong =
                    parts.get(i).toLowerCase(Locale.ROOT).contains(gist.word().toLowerCase(Locale.ROOT));
            on.lines(
                    block,
                    zone.left(),
                    top - 0.07f * block.height(),
                    zone.width(),
                    align,
                    strong ? palette.accent() : palette.ink(),
                    List.of());
            top += 0.86f * block.height() + gap * squeeze;
        }
    }

    /** The point on a strip of the accent that crosses the canvas. */
    void band(Gist gist) {
        var block = on.display(gist.phrase(), 17, zone.width(), zone.height() * 0.6f, 3);
        var inset = 5.5f * unit;
        var box = Box.of(
                0, zone.centerY() - block.height() / 2 - inset, on.stage().width(), block.height() + 2 * inset);
        on.uncovered(
                box, List.of("band", palette.accent()), on.fade(), canvas -> fillWhole(canvas, box, palette.accent()));
        on.lines(block, zone.left(), box.top() + inset, zone.width(), align, palette.onAccent(), List.of());
        var support = support(gist);
        var room = zone.bottom() - box.bottom() - 3 * unit;
        if (support != null && support.height() <= room) {
            on.lines(support, zone.left(), box.bottom() + 3 * unit, zone.width(), align, palette.ink(), List.of());
        }
    }

    private static void fillWhole(Canvas canvas, Box box, int color) {
        try (var paint = new Paint().setColor(color)) {
            canvas.drawRect(Rect.makeWH(box.width() + 1, box.height() + 1), paint);
        }
    }

    /** The point over a photo, each line on a bar of its own. */
    void overPhoto(Gist gist) {
        var inset = 1.8f * unit;
        var block = on.display(gist.phrase(), 13, zone.width() - 2 * inset, zone.height() * 0.6f, 3);
        var step = block.lineHeight() + 1.6f * unit;
        var top = zone.bottom() - step * block.lines().size();
        for (var i = 0; i < block.lines().size(); i++) {
            var line = block.line(i);
            var width = line.width() + 2 * inset;
            var box = Box.of(start(width, on.rightToLeft()), top + i * step, width, block.lineHeight() + 0.8f * unit);
            on.uncovered(
                    box,
                    List.of("line's bar", palette.accent()),
                    on.fade(),
                    canvas -> fillWhole(canvas, box, palette.accent()));
            on.together()
                    .line(
                            line,
                            box.left() + inset,
                            box.top() + 0.4f * unit,
                            line.width(),
                            Align.CENTER,
                            palette.onAccent(),
                            List.of(),
                            on.fade());
        }
    }

    /** The point beside a bar, over a huge outline of its word. */
    void split(Gist gist) {
        var ghost = on.display(gist.word(), 62, on.stage().width() * 1.5f, zone.height() * 0.8f, 1);
        var ink = new Ink(0, new Ink.Stroke(Tint.withAlpha(palette.ink(), 0.16), 0.01f), null);
        var pad = 0.3f * ghost.size();
        on.picture(
                Box.of(
                        -0.12f * on.stage().width(),
                        zone.centerY() - ghost.height() / 2 - pad,
                        ghost.width() + 2 * pad,
                        ghost.height() + 2 * pad),
                List.of("ghost", ghost.text(), ghost.style(), ink),
                Entrance.NONE,
                canvas -> ghost.line(0).paint(canvas, pad, pad, ink));
        var inset = 6 * unit;
        var block = on.display(gist.phrase(), 16.5, zone.width() - inset, zone.height() * 0.7f, 4);
        var top = zone.centerY() - block.height() / 2;
        var rightToLeft = on.rightToLeft();
        var bar = Box.of(rightToLeft ? zone.right() - 1.7f * unit : zone.left(), top, 1.7f * unit, block.height());
        on.picture(bar, List.of("bar", palette.accent()), on.rise(), canvas -> fill(canvas, bar, palette.accent()));
        on.lines(
                block,
                zone.left() + (rightToLeft ? 0 : inset),
                top,
                zone.width() - inset,
                Align.START,
                palette.ink(),
                accent(gist));
    }

    /** The section's name in a small frame above everything. */
    void section(String heading) {
        var block = on.label(heading, 3.5, zone.width() * 0.8f, 1);
        var height = block.height() + 2.2f * unit;
        var width = block.width() + 5.4f * unit;
        var left = align == Align.CENTER
                ? zone.centerX() - width / 2
                : on.rightToLeft() ? zone.right() - width : zone.left();
        var box = Box.of(left, zone.top() - height - 0.8f * unit, width, height);
        on.picture(box, List.of("frame", palette.accent(), on.theme().roundness()), Entrance.NONE, canvas -> {
            try (var paint = new Paint()
                    .setAntiAlias(true)
                    .setColor(palette.accent())
                    .setMode(PaintMode.STROKE)
                    .setStrokeWidth(0.32f * unit)) {
                var edge = 0.3f * unit;
                var radius = (float) (height * (0.14 + 0.36 * on.theme().roundness()));
                canvas.drawRRect(
                        RRect.makeXYWH(edge, edge, box.width() - 2 * edge, box.height() - 2 * edge, radius), paint);
            }
        });
        on.line(
                block.line(0),
                box.left(),
                box.top() + (height - block.height()) / 2,
                width,
                Align.CENTER,
                palette.ink(),
                List.of(),
                Entrance.NONE);
    }

    private void bar(float top, float height, float width, boolean fromRight) {
        var box = Box.of(start(width, fromRight), top, width, height);
        on.picture(box, List.of("bar", palette.accent()), on.slide(), canvas -> fill(canvas, box, palette.accent()));
    }

    private void fill(Canvas canvas, Box box, int color) {
        try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
            var radius = (float)
                    (Math.min(box.width(), box.height()) / 2 * on.theme().roundness());
            canvas.drawRRect(RRect.makeXYWH(0, 0, box.width(), box.height(), radius), paint);
        }
    }

    private float start(float width, boolean fromRight) {
        if (align == Align.CENTER) {
            return zone.centerX() - width / 2;
        }
        return fromRight ? zone.right() - width : zone.left();
    }

    private List<Composer.Accented> accent(Gist gist) {
        return List.of(new Composer.Accented(gist.word(), palette.accent()));
    }

    private @Nullable TextBlock support(Gist gist) {
        var support = gist.support();
        return support == null ? null : on.label(support, 6, zone.width(), 2);
    }

    private @Nullable TextBlock label(Gist gist, float width) {
        var label = gist.label();
        return label == null ? null : on.label(label, 8.6, width, 2);
    }
}
