package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.drawing.Box;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.Palette;
import io.moneyprinter.drawing.TextBlock;
import io.moneyprinter.drawing.TextSpec.Align;
import io.moneyprinter.drawing.Tint;
import io.moneyprinter.materials.designed.Facts.Figure;
import io.moneyprinter.materials.designed.Facts.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is quoted, enumerated, set against each other, told by years, or happens somewhere. */
final class Panels {

    private final Composer on;
    private final Palette palette;
    private final Box zone;
    private final Align align;
    private final float unit;

    Panels(Composer on) {
        this.on = on;
        this.palette = on.theme().palette();
        this.zone = on.stage().text();
        this.align = on.theme().design().align();
        this.unit = on.unit();
    }

    /** What somebody says, under large quotation marks. */
    void quote(Facts.Quotation quotation) {
        var mark = on.display("“", 44, zone.width(), 60 * unit, 1);
        var markHeight = 15 * unit;
        var by = quotation.by() == null ? null : on.label(quotation.by(), 5.6, zone.width() - 9 * unit, 1);
        var below = by == null ? 0 : by.height() + 4.5f * unit;
        var text = on.display(quotation.text(), 15, zone.width(), zone.height() - markHeight - below, 6);
        var top = zone.centerY() - (markHeight + text.height() + below) / 2;
        var pad = 0.3f * mark.size();
        var markLeft = align == Align.CENTER
                ? zone.centerX() - mark.width() / 2
                : on.rightToLeft() ? zone.right() - mark.width() : zone.left() - 0.06f * mark.size();
        on.picture(
                Box.of(
                        markLeft - pad,
                        top - 0.22f * mark.size() - pad,
                        mark.width() + 2 * pad,
                        mark.lineHeight() + 2 * pad),
                List.of("mark", mark.style(), palette.accent()),
                on.fade(),
                canvas -> mark.line(0).paint(canvas, pad, pad, Ink.of(palette.accent())));
        on.lines(text, zone.left(), top + markHeight, zone.width(), align, palette.ink(), List.of());
        if (by != null) {
            signed(by, top + markHeight + text.height() + 4.5f * unit);
        }
    }

    private void signed(TextBlock by, float top) {
        var dash = 5.5f * unit;
        var gap = 2.5f * unit;
        var whole = dash + gap + by.width();
        var left = align == Align.CENTER
                ? zone.centerX() - whole / 2
                : on.rightToLeft() ? zone.right() - whole : zone.left();
        var thick = Math.max(2, 0.7f * unit);
        on.picture(
                Box.of(on.rightToLeft() ? left + whole - dash : left, top + by.height() / 2 - thick / 2, dash, thick),
                List.of("dash", palette.accent()),
                on.slide(),
                canvas -> fill(canvas, palette.accent()));
        on.together()
                .line(
                        by.line(0),
                        on.rightToLeft() ? left : left + dash + gap,
                        top,
                        by.width(),
                        Align.CENTER,
                        palette.ink(),
                        List.of(),
                        on.fade());
    }

    private static void fill(Canvas canvas, int color) {
        try (var paint = new Paint().setColor(color)) {
            canvas.drawPaint(paint);
        }
    }

    /** What is enumerated, one below the other, each with its number. */
    void list(List<String> items) {
        var count = items.size();
        var row = Math.min(zone.height() / count, 17 * unit);
        var signs = on.displays(numbers(count), 12, 14 * unit, row * 0.86f, 1);
        var column = signs.stream().map(TextBlock::width).max(Float::compare).orElse(0f) + 4.5f * unit;
        var blocks = on.labels(items, 9, zone.width() - column, row * 0.82f, row > 15 * unit ? 2 : 1);
        var top = zone.centerY() - row * count / 2;
        var rightToLeft = on.rightToLeft();
        for (var i = 0; i < count; i++) {
            var y = top + i * row;
            if (i > 0) {
                rule(y);
            }
            var sign = signs.get(i);
            var block = blocks.get(i);
            var entrance = on.comes();
            on.line(
                    sign.line(0),
                    rightToLeft ? zone.right() - sign.width() : zone.left(),
                    y + (row - sign.height()) / 2,
                    sign.width(),
                    Align.CENTER,
                    palette.accent(),
                    List.of(),
                    entrance);
            for (var line = 0; line < block.lines().size(); line++) {
                on.line(
                        block.line(line),
                        rightToLeft ? zone.left() : zone.left() + column,
                        y + (row - block.height()) / 2 + line * block.lineHeight(),
                        zone.width() - column,
                        Align.START,
                        palette.ink(),
                        List.of(),
                        entrance);
            }
        }
    }

    private static List<String> numbers(int count) {
        var numbers = new ArrayList<String>();
        for (var i = 1; i <= count; i++) {
            numbers.add(Integer.toString(i));
        }
        return numbers;
    }

    private void rule(float y) {
        var thick = Math.max(2, 0.25f * unit);
        on.picture(
                Box.of(zone.left(), y - thick / 2, zone.width(), thick),
                List.of("rule", palette.ink()),
                Entrance.NONE,
                canvas -> fill(canvas, Tint.withAlpha(palette.ink(), 0.22)));
    }

    /** A thing of an enumeration with its icon. */
    record Tile(Icon icon, String text) {}

    /** Icons on tiles, each with its word. */
    void tiles(List<Tile> tiles) {
        var count = tiles.size();
        var columns = on.stage().wide() ? (count <= 4 ? count : 3) : count <= 4 ? 2 : 3;
        var rows = Math.ceilDiv(count, columns);
        var gap = 2.6f * unit;
        var width = (zone.width() - gap * (columns - 1)) / columns;
        var height = Math.min((zone.height() - gap * (rows - 1)) / rows, 1.15f * width);
        var top = zone.centerY() - (height * rows + gap * (rows - 1)) / 2;
        var words = on.labels(tiles.stream().map(Tile::text).toList(), 7, width - 4 * unit, 0.3f * height, 2);
        var wordsHeight =
                words.stream().map(TextBlock::height).max(Float::compare).orElse(0f);
        var size = Math.min(0.44f * width, height - wordsHeight - 8 * unit);
        for (var i = 0; i < count; i++) {
            var tile = tiles.get(i);
            var inRow = i / columns == rows - 1 ? count - columns * (rows - 1) : columns;
            var at = on.rightToLeft() ? inRow - 1 - i % columns : i % columns;
            var indent = (zone.width() - inRow * width - (inRow - 1) * gap) / 2;
            var box = Box.of(
                    zone.left() + indent + at * (width + gap), top + i / columns * (height + gap), width, height);
            var content = size + 2.6f * unit + wordsHeight;
            var iconTop = (height - content) / 2;
            on.picture(
                    box,
                    List.of(
                            "tile",
                            tile.icon(),
                            tint(),
                            palette,
                            size,
                            iconTop,
                            on.theme().roundness()),
                    on.rise(),
                    canvas -> {
                        panel(canvas, box, tint());
                        canvas.translate((width - size) / 2, iconTop);
                        tile.icon().draw(canvas, size, palette.accent());
                    });
            var block = words.get(i);
            for (var line = 0; line < block.lines().size(); line++) {
                on.together()
                        .line(
                                block.line(line),
                                box.left(),
                                box.top() + iconTop + size + 2.6f * unit + line * block.lineHeight(),
                                width,
                                Align.CENTER,
                                palette.ink(),
                                List.of(),
                                on.rise());
            }
        }
    }

    /** What words stand on, over a ground that has its lights and patterns already. */
    private int tint() {
        var quiet = palette.quiet(palette.second());
        return Tint.withAlpha(quiet, (quiet >>> 24) / 255.0 * 0.42);
    }

    private void panel(Canvas canvas, Box box, int color) {
        var radius = (float) (0.6 + 4 * on.theme().roundness()) * unit;
        try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
            canvas.drawRRect(RRect.makeXYWH(0, 0, box.width(), box.height(), radius), paint);
        }
    }

    /** Two numbers beside each other. */
    void comparison(Figure first, Figure second) {
        halves(first.label(), second.label(), first.shown(), second.shown(), null);
    }

    /** Two things, and the word that sets them against each other. */
    void pair(Facts.Pair pair) {
        halves(pair.first(), pair.second(), null, null, pair.between());
    }

    private void halves(
            String first, String second, @Nullable String one, @Nullable String other, @Nullable String between) {
        var gap = 2.6f * unit;
        var beside = on.stage().wide() || one != null;
        var width = beside ? (zone.width() - gap) / 2 : zone.width();
        var height = beside ? Math.min(zone.height(), 1.35f * width) : (zone.height() - gap) / 2;
        var top = beside ? zone.centerY() - height / 2 : zone.top();
        var inset = 4.5f * unit;
        var names = one == null
                ? on.displays(
                        List.of(first, second), 13, width - (beside ? 28 * unit : 2 * inset), height - 3 * inset, 3)
                : on.labels(List.of(first, second), 9, width - 2 * inset, 0.3f * height, 2);
        var numbers = one == null || other == null
                ? List.<TextBlock>of()
                : on.numbers(List.of(one, other), 24, width - 2 * inset, 0.5f * height, 2);
        for (var i = 0; i < 2; i++) {
            var at = on.rightToLeft() && beside ? 1 - i : i;
            var box = Box.of(
                    zone.left() + (beside ? at * (width + gap) : 0),
                    top + (beside ? 0 : i * (height + gap)),
                    width,
                    height);
            var strong = i == 0;
            var ink = strong ? palette.onAccent() : palette.ink();
            var color = strong ? palette.accent() : tint();
            on.picture(
                    box,
                    List.of("half", color, on.theme().roundness()),
                    on.rise(),
                    canvas -> panel(canvas, box, color));
            var content = names.get(i).height()
                    + (numbers.isEmpty() ? 0 : numbers.get(i).height() + unit);
            var y = box.centerY() - content / 2;
            if (!numbers.isEmpty()) {
                on.together()
                        .lines(
                                numbers.get(i),
                                box.left(),
                                y,
                                width,
                                Align.CENTER,
                                strong ? ink : palette.accent(),
                                List.of());
                y += numbers.get(i).height() + unit;
            }
            on.together().lines(names.get(i), box.left(), y, width, Align.CENTER, ink, List.of());
        }
        if (between != null) {
            badge(between);
        }
    }

    /** A pill where the two halves meet. */
    private void badge(String between) {
        var block = on.label(between, 5.4, zone.width() * 0.3f, 1);
        var height = block.height() + 2.6f * unit;
        var width = Math.max(height, block.width() + 6 * unit);
        var box = Box.of(zone.centerX() - width / 2, zone.centerY() - height / 2, width, height);
        on.picture(box, List.of("badge", palette.ink()), on.fade(), canvas -> {
            try (var paint = new Paint().setAntiAlias(true).setColor(palette.ink())) {
                canvas.drawRRect(RRect.makeXYWH(0, 0, width, height, height / 2), paint);
            }
        });
        on.together()
                .line(
                        block.line(0),
                        box.left(),
                        box.centerY() - block.height() / 2,
                        width,
                        Align.CENTER,
                        palette.ground(),
                        List.of(),
                        on.fade());
    }

    /** Years along a line, with what happened. */
    void timeline(List<Moment> moments) {
        if (on.stage().wide()) {
            along(moments);
        } else {
            down(moments);
        }
    }

    private void along(List<Moment> moments) {
        var count = moments.size();
        var slot = zone.width() / count;
        var years = on.numbers(moments.stream().map(Moment::year).toList(), 13, slot * 0.86f, 18 * unit, 1);
        var events = on.labels(moments.stream().map(Moment::event).toList(), 5.6, slot * 0.88f, 22 * unit, 3);
        var yearHeight = years.getFirst().height();
        var eventHeight =
                events.stream().map(TextBlock::height).max(Float::compare).orElse(0f);
        var line = 9 * unit;
        var top = zone.centerY() - (yearHeight + line + eventHeight) / 2;
        var dots = new float[count];
        for (var i = 0; i < count; i++) {
            var at = on.rightToLeft() ? count - 1 - i : i;
            dots[i] = zone.left() + at * slot + slot / 2;
        }
        thread(Box.of(0, top + yearHeight + line / 2 - 0.3f * unit, on.stage().width(), 0.6f * unit));
        for (var i = 0; i < count; i++) {
            var last = i == count - 1;
            var left = dots[i] - slot / 2;
            on.lines(years.get(i), left, top, slot, Align.CENTER, last ? palette.accent() : palette.ink(), List.of());
            dot(dots[i], top + yearHeight + line / 2, last);
            on.together()
                    .lines(events.get(i), left, top + yearHeight + line, slot, Align.CENTER, palette.ink(), List.of());
        }
    }

    private void down(List<Moment> moments) {
        var count = moments.size();
        var row = Math.min(zone.height() / count, 24 * unit);
        var top = zone.centerY() - row * count / 2;
        var column = 8 * unit;
        var width = zone.width() - column;
        var years = on.numbers(moments.stream().map(Moment::year).toList(), 11, width, row * 0.5f, 1);
        var events =
                on.labels(moments.stream().map(Moment::event).toList(), 6, width, row * 0.4f, row > 19 * unit ? 2 : 1);
        var rightToLeft = on.rightToLeft();
        var x = rightToLeft ? zone.right() - 2.4f * unit : zone.left() + 2.4f * unit;
        var left = rightToLeft ? zone.left() : zone.left() + column;
        var firstDot = top + years.getFirst().height() / 2;
        thread(Box.of(x - 0.3f * unit, firstDot, 0.6f * unit, row * (count - 1)));
        for (var i = 0; i < count; i++) {
            var last = i == count - 1;
            var y = top + i * row;
            on.lines(years.get(i), left, y, width, Align.START, last ? palette.accent() : palette.ink(), List.of());
            dot(x, y + years.get(i).height() / 2, last);
            on.together()
                    .lines(
                            events.get(i),
                            left,
                            y + years.get(i).height(),
                            width,
                            Align.START,
                            palette.ink(),
                            List.of());
        }
    }

    private void thread(Box box) {
        on.picture(
                box,
                List.of("thread", palette.ink()),
                Entrance.NONE,
                canvas -> fill(canvas, Tint.withAlpha(palette.ink(), 0.4)));
    }

    private void dot(float x, float y, boolean last) {
        var radius = (last ? 2.4f : 1.7f) * unit;
        var color = last ? palette.accent() : palette.ink();
        on.together()
                .picture(
                        Box.of(x - radius, y - radius, 2 * radius, 2 * radius),
                        List.of("dot", color),
                        on.fade(),
                        canvas -> {
                            try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
                                canvas.drawCircle(radius, radius, radius - 0.5f, paint);
                            }
                        });
    }

    /** A place's name under a pin, from which rings go out: a map without a map. */
    void place(String place, Gist gist) {
        var wide = on.stage().wide();
        var rightToLeft = on.rightToLeft();
        var width = wide ? zone.width() * 0.56f : zone.width();
        var size = wide ? Math.min(zone.height(), zone.width() * 0.4f) : zone.height() * 0.5f;
        var room = wide ? zone.height() : zone.height() - size - 3 * unit;
        var lineAlign = wide ? Align.START : Align.CENTER;
        var more = more(place, gist);
        var small = more == null ? null : on.label(more, 6, width, 2);
        var below = small == null ? 0 : small.height() + 2.4f * unit;
        var name = on.display(place, 26, width, room - below, 2);
        var left = wide ? (rightToLeft ? zone.left() : zone.right() - size) : zone.centerX() - size / 2;
        var blockTop = wide ? zone.centerY() - (name.height() + below) / 2 : zone.top() + size + 3 * unit;
        var box = Box.of(left, wide ? zone.centerY() - size / 2 : zone.top(), size, size);
        on.picture(box, List.of("rings", palette, size), on.fade(), canvas -> rings(canvas, size));
        var pin = 0.56f * size;
        on.picture(
                Box.of(box.centerX() - pin / 2, box.centerY() - pin, pin, pin + 2),
                List.of("pin", palette.accent(), pin),
                on.rise(),
                canvas -> Icon.PIN.draw(canvas, pin, palette.accent()));
        var textLeft = wide && rightToLeft ? zone.right() - width : zone.left();
        on.lines(name, textLeft, blockTop, width, lineAlign, palette.ink(), List.of());
        if (small != null) {
            on.lines(
                    small,
                    textLeft,
                    blockTop + name.height() + 2.4f * unit,
                    width,
                    lineAlign,
                    palette.ink(),
                    List.of());
        }
    }

    /** What is said of the place, unless that is its name again. */
    private static @Nullable String more(String place, Gist gist) {
        if (!gist.phrase().contains(place)) {
            return gist.phrase();
        }
        return gist.support() == null || gist.support().contains(place) ? null : gist.support();
    }

    private void rings(Canvas canvas, float size) {
        var middle = size / 2;
        try (var paint = new Paint().setAntiAlias(true).setMode(PaintMode.STROKE)) {
            for (var i = 0; i < 4; i++) {
                paint.setStrokeWidth((0.9f - 0.14f * i) * unit).setColor(Tint.withAlpha(palette.ink(), 0.5 - 0.11 * i));
                canvas.drawOval(
                        Rect.makeLTRB(
                                middle - middle * (0.22f + 0.25f * i),
                                middle - middle * (0.22f + 0.25f * i) * 0.5f,
                                middle + middle * (0.22f + 0.25f * i),
                                middle + middle * (0.22f + 0.25f * i) * 0.5f),
                        paint);
            }
        }
    }
}
