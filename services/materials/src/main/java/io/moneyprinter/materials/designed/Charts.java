package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.types.RRect;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.drawing.Box;
import io.moneyprinter.drawing.Palette;
import io.moneyprinter.drawing.TextBlock;
import io.moneyprinter.drawing.TextSpec.Align;
import io.moneyprinter.drawing.Tint;
import io.moneyprinter.materials.designed.Facts.Figure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Figures of a sentence as a picture. Lengths are in proportion to what they stand for, and begin at zero. */
final class Charts {

    private final Composer on;
    private final Palette palette;
    private final Box zone;
    private final float unit;

    Charts(Composer on) {
        this.on = on;
        this.palette = on.theme().palette();
        this.zone = on.stage().text();
        this.unit = on.unit();
    }

    /** Standing bars, their figures above them. */
    void columns(List<Figure> figures) {
        var slot = zone.width() / figures.size();
        var wide = Math.min(slot * 0.6f, 24 * unit);
        var shown = on.numbers(texts(figures), 8, slot * 0.94f, 20 * unit, 2);
        var names = on.labels(names(figures), 5, slot * 0.92f, 15 * unit, 2);
        var foot = zone.bottom() - highest(names) - 1.8f * unit;
        var room = foot - zone.top() - highest(shown) - 2 * unit;
        baseline(foot);
        var most = most(figures);
        for (var i = 0; i < figures.size(); i++) {
            var left = slotLeft(i, figures.size(), slot);
            var height = (float) Math.max(1.2 * unit, room * figures.get(i).amount() / most);
            var largest = figures.get(i).amount() == most;
            var bar = Box.of(left + (slot - wide) / 2, foot - height, wide, height);
            var color = largest ? palette.accent() : palette.shape();
            on.growing(bar, List.of("column", color, wide, radius()), on.fade(), canvas -> {
                try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
                    var corner = Math.min(radius(), wide / 2);
                    canvas.drawRRect(RRect.makeXYWH(0, 0, wide, height + 2, corner, corner, 0, 0), paint);
                }
            });
            var above = foot - height - shown.get(i).height() - 1.2f * unit;
            centred(on.together(), shown.get(i), left, above, slot, largest ? palette.accent() : palette.ink());
            centred(on.together(), names.get(i), left, foot + 1.8f * unit, slot, palette.ink());
        }
    }

    private void baseline(float y) {
        var thick = Math.max(2, 0.35f * unit);
        on.picture(
                Box.of(zone.left(), y, zone.width(), thick), List.of("baseline", palette.ink()), on.fade(), canvas -> {
                    try (var paint = new Paint().setColor(Tint.withAlpha(palette.ink(), 0.45))) {
                        canvas.drawPaint(paint);
                    }
                });
    }

    /** Lying bars, one below the other, each under its name and its figure. */
    void bars(List<Figure> figures) {
        var count = figures.size();
        var row = Math.min(zone.height() / count, 21 * unit);
        var thick = Math.min(0.34f * row, 5.5f * unit);
        var text = row - thick - Math.min(0.22f * row, 3.6f * unit);
        // Of one size, so that both stand on one line.
        var set = on.labels(
                Stream.concat(names(figures).stream(), texts(figures).stream()).toList(),
                6.4,
                zone.width() * 0.48f,
                text,
                1);
        var names = set.subList(0, count);
        var shown = set.subList(count, 2 * count);
        var top = zone.centerY() - row * count / 2;
        var most = most(figures);
        for (var i = 0; i < count; i++) {
            var largest = figures.get(i).amount() == most;
            var y = top + i * row;
            var base = y + text;
            var color = largest ? palette.accent() : palette.shape();
            var length = (float) Math.max(thick, zone.width() * figures.get(i).amount() / most);
            var entrance = on.comes();
            words(names.get(i), base - names.get(i).height(), true, palette.ink(), entrance);
            words(shown.get(i), base - shown.get(i).height(), false, color(largest), entrance);
            var bar = Box.of(on.rightToLeft() ? zone.right() - length : zone.left(), base + 0.8f * unit, length, thick);
            on.together().uncovered(bar, List.of("bar", color, radius()), on.fade(), canvas -> {
                try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
                    var corner = Math.min(radius(), thick / 2);
                    canvas.drawRRect(RRect.makeXYWH(0, 0, length, thick, corner), paint);
                }
            });
        }
    }

    private int color(boolean largest) {
        return largest ? palette.accent() : palette.ink();
    }

    /** At the side where lines begin, or at the one where they end. */
    private void words(TextBlock block, float top, boolean atStart, int color, Entrance entrance) {
        var left = atStart != on.rightToLeft() ? zone.left() : zone.right() - block.width();
        on.line(block.line(0), left, top, block.width(), Align.CENTER, color, List.of(), entrance);
    }

    /** A line through the years; figures and years stand below, where the line never is. */
    void line(List<Figure> series) {
        var slot = zone.width() / series.size();
        var shown =
                on.numbers(texts(series), 7, slot * 0.92f, 17 * unit, on.stage().wide() ? 1 : 2);
        var years = on.labels(names(series), 5, slot * 0.92f, 8 * unit, 1);
        var foot = zone.bottom() - highest(years) - highest(shown) - 2.4f * unit;
        var head = zone.top() + 3 * unit;
        var x = across(series, zone.left() + slot / 2, zone.right() - slot / 2);
        var most = most(series);
        var y = new float[series.size()];
        for (var i = 0; i < y.length; i++) {
            y[i] = (float) (foot - (foot - head) * series.get(i).amount() / most);
        }
        baseline(foot);
        var plot = Box.of(zone.left(), head - 3 * unit, zone.width(), foot - head + 3 * unit);
        on.uncovered(
                plot,
                List.of("course", palette.accent(), Arrays.toString(x), Arrays.toString(y), foot),
                on.fade(),
                canvas -> {
                    canvas.translate(-plot.left(), -plot.top());
                    course(canvas, x, y, foot);
                });
        for (var i = 0; i < y.length; i++) {
            var largest = series.get(i).amount() == most;
            point(x[i], y[i]);
            var left = x[i] - slot / 2;
            centred(on.together(), shown.get(i), left, foot + 2.4f * unit, slot, color(largest));
            var below = foot + 2.4f * unit + shown.get(i).height();
            centred(on.together(), years.get(i), left, below, slot, palette.ink());
        }
    }

    /** Where the years stand: as far from each other as they are, unless what stands below them would meet. */
    private float[] across(List<Figure> series, float left, float right) {
        var x = new float[series.size()];
        var first = series.getFirst().year();
        var last = series.getLast().year();
        var crowded = false;
        for (var i = 0; i < x.length; i++) {
            x[i] = (float) ((series.get(i).year() - first) / (last - first));
            crowded |= i > 0 && x[i] - x[i - 1] < 0.98f / (x.length - 1);
        }
        for (var i = 0; i < x.length; i++) {
            var share = crowded ? (float) i / (x.length - 1) : x[i];
            x[i] = on.rightToLeft() ? right - share * (right - left) : left + share * (right - left);
        }
        return x;
    }

    private void course(Canvas canvas, float[] x, float[] y, float foot) {
        var top = foot;
        for (var at : y) {
            top = Math.min(top, at);
        }
        var shades = new int[] {Tint.withAlpha(palette.accent(), 0.32), Tint.withAlpha(palette.accent(), 0)};
        try (var builder = new PathBuilder();
                var area = new PathBuilder();
                var shader = Shader.makeLinearGradient(0, top, 0, foot, shades);
                var shade = new Paint().setShader(shader).setAntiAlias(true);
                var stroke = new Paint()
                        .setAntiAlias(true)
                        .setColor(palette.accent())
                        .setMode(PaintMode.STROKE)
                        .setStrokeWidth(1.4f * unit)
                        .setStrokeCap(PaintStrokeCap.ROUND)
                        .setStrokeJoin(PaintStrokeJoin.ROUND)) {
            builder.moveTo(x[0], y[0]);
            area.moveTo(x[0], foot).lineTo(x[0], y[0]);
            for (var i = 1; i < x.length; i++) {
                builder.lineTo(x[i], y[i]);
                area.lineTo(x[i], y[i]);
            }
            area.lineTo(x[x.length - 1], foot).closePath();
            try (var below = area.build();
                    var path = builder.build()) {
                canvas.drawPath(below, shade);
                canvas.drawPath(path, stroke);
            }
        }
    }

    private void point(float x, float y) {
        var radius = 1.9f * unit;
        on.picture(
                Box.of(x - radius, y - radius, 2 * radius, 2 * radius),
                List.of("point", palette.accent(), palette.ground()),
                on.fade(),
                canvas -> {
                    try (var paint = new Paint().setAntiAlias(true).setColor(palette.accent())) {
                        canvas.drawCircle(radius, radius, radius, paint);
                        paint.setColor(palette.ground());
                        canvas.drawCircle(radius, radius, radius * 0.5f, paint);
                    }
                });
    }

    /** The parts of a whole around the largest of them. */
    void pie(List<Figure> parts) {
        var wide = !on.stage().tall();
        var count = parts.size();
        var legendWidth = wide ? zone.width() * 0.5f : Math.min(zone.width(), 64 * unit);
        var rowHeight =
                wide ? Math.min(zone.height() / count, 13 * unit) : Math.min(zone.height() * 0.36f / count, 9 * unit);
        var legendHeight = rowHeight * count;
        var gap = 4 * unit;
        var diameter = wide ? Math.min(zone.height(), zone.width() * 0.42f) : zone.height() - legendHeight - gap;
        var ring = wide
                ? Box.of(
                        on.rightToLeft() ? zone.right() - diameter : zone.left(),
                        zone.centerY() - diameter / 2,
                        diameter,
                        diameter)
                : Box.of(zone.centerX() - diameter / 2, zone.top(), diameter, diameter);
        var colors = colors();
        var from = -90f;
        var largest =
                parts.stream().max(Comparator.comparingDouble(Figure::amount)).orElseThrow();
        var sum = parts.stream().mapToDouble(Figure::amount).sum();
        for (var i = 0; i < count; i++) {
            var start = from;
            var sweep = (float) (360 * parts.get(i).amount() / sum);
            var color = colors.get(i);
            on.picture(
                    ring,
                    List.of("part", color, start, sweep),
                    on.fade(),
                    canvas -> part(canvas, diameter, color, start, sweep));
            from += sweep;
        }
        var inside = on.number(largest.shown(), 20, diameter * 0.44f, diameter * 0.3f, 1);
        on.line(
                inside.line(0),
                ring.left(),
                ring.centerY() - inside.height() / 2,
                diameter,
                Align.CENTER,
                palette.ink(),
                List.of(),
                on.fade());
        legend(
                parts,
                colors,
                legendLeft(wide, legendWidth),
                wide ? zone.centerY() - legendHeight / 2 : ring.bottom() + gap,
                legendWidth,
                rowHeight);
    }

    private float legendLeft(boolean wide, float width) {
        if (!wide) {
            return zone.centerX() - width / 2;
        }
        return on.rightToLeft() ? zone.left() : zone.right() - width;
    }

    private void legend(List<Figure> parts, List<Integer> colors, float left, float top, float width, float row) {
        var swatch = Math.min(3.6f * unit, row * 0.5f);
        var names = on.labels(names(parts), 6, width * 0.62f, row * 0.9f, 1);
        var shown = on.labels(texts(parts), 6, width * 0.26f, row * 0.9f, 1);
        var rightToLeft = on.rightToLeft();
        for (var i = 0; i < parts.size(); i++) {
            var middle = top + (i + 0.5f) * row;
            var entrance = on.comes();
            var color = colors.get(i);
            on.picture(
                    Box.of(rightToLeft ? left + width - swatch : left, middle - swatch / 2, swatch, swatch),
                    List.of("swatch", color, radius()),
                    entrance.style() == Entrance.Style.ROLL ? on.together().fade() : entrance,
                    canvas -> {
                        try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
                            canvas.drawRRect(
                                    RRect.makeXYWH(0, 0, swatch, swatch, Math.min(radius(), swatch / 2)), paint);
                        }
                    });
            var name = names.get(i);
            var number = shown.get(i);
            var indent = swatch + 2.4f * unit;
            on.line(
                    name.line(0),
                    rightToLeft ? left + width - indent - name.width() : left + indent,
                    middle - name.height() / 2,
                    name.width(),
                    Align.CENTER,
                    palette.ink(),
                    List.of(),
                    entrance);
            on.line(
                    number.line(0),
                    rightToLeft ? left : left + width - number.width(),
                    middle - number.height() / 2,
                    number.width(),
                    Align.CENTER,
                    palette.ink(),
                    List.of(),
                    entrance);
        }
    }

    /** Far enough from each other in brightness to be told apart without their hues. */
    private List<Integer> colors() {
        return List.of(
                palette.accent(),
                Tint.mix(palette.ground(), palette.ink(), 0.42),
                palette.shape(),
                Tint.mix(palette.ground(), palette.ink(), 0.75),
                Tint.mix(palette.ground(), palette.accent(), 0.5),
                Tint.mix(palette.ground(), palette.ink(), 0.22));
    }

    private void part(Canvas canvas, float diameter, int color, float start, float sweep) {
        var thick = diameter * 0.2f;
        var edge = thick / 2 + 1;
        var space = sweep > 8 ? 1.6f : 0;
        try (var paint = new Paint()
                .setAntiAlias(true)
                .setColor(color)
                .setMode(PaintMode.STROKE)
                .setStrokeWidth(thick)
                .setStrokeCap(PaintStrokeCap.BUTT)) {
            canvas.drawArc(
                    edge, edge, diameter - edge, diameter - edge, start + space / 2, sweep - space, false, paint);
        }
    }

    private float slotLeft(int index, int count, float slot) {
        var at = on.rightToLeft() ? count - 1 - index : index;
        return zone.left() + at * slot;
    }

    private static void centred(Composer on, TextBlock block, float left, float top, float width, int color) {
        on.lines(block, left, top, width, Align.CENTER, color, List.of());
    }

    private float radius() {
        return (float) (on.theme().roundness() * 3.2 * unit);
    }

    private static List<String> texts(List<Figure> figures) {
        return figures.stream().map(Figure::shown).toList();
    }

    private static List<String> names(List<Figure> figures) {
        return figures.stream().map(Figure::label).toList();
    }

    private static float highest(List<TextBlock> blocks) {
        return blocks.stream().map(TextBlock::height).max(Float::compare).orElse(0f);
    }

    private static double most(List<Figure> figures) {
        return figures.stream().mapToDouble(Figure::amount).max().orElse(1);
    }
}
