package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Matrix33;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.types.RRect;
import io.moneyprinter.drawing.Palette;
import io.moneyprinter.drawing.Tint;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A picture of geometric forms, drawn into a square of 100 by 100. */
enum Pictogram {
    SUN("sun", "sunlight", "heat", "summer", "energy", "solar", "hot", "warm", "fire", "power"),
    PLANET("planet", "space", "star", "moon", "earth", "world", "orbit", "galaxy", "universe", "global", "sky"),
    MOUNTAIN("mountain", "hill", "climb", "peak", "landscape", "travel", "journey", "rock", "volcano", "snow"),
    LEAF("plant", "leaf", "tree", "forest", "garden", "green", "grow", "nature", "food", "flower", "seed", "farm"),
    WAVES("sea", "ocean", "water", "wave", "fish", "river", "rain", "swim", "deep", "ice", "whale", "shark"),
    GROWTH("money", "market", "price", "business", "profit", "growth", "stock", "economy", "invest", "rise", "sales"),
    NETWORK("network", "brain", "data", "internet", "computer", "connect", "neuron", "social", "code", "ai", "system"),
    CLOCK("time", "clock", "hour", "minute", "year", "century", "history", "wait", "morning", "night", "age", "second"),
    EYE("eye", "vision", "darkness", "colour", "color", "secret", "mystery", "dream"),
    TALK("talk", "speak", "language", "word", "story", "message", "voice", "news", "teach", "dance"),
    HONEYCOMB("bee", "honey", "hive", "cell", "insect", "structure", "chemical", "atom", "nest", "hexagon"),
    HEART("heart", "love", "health", "blood", "life", "family", "friend", "people", "human", "doctor"),
    BULB(
            "idea",
            "invent",
            "discover",
            "science",
            "learn",
            "question",
            "answer",
            "think",
            "genius",
            "theory",
            "scientist");

    private final List<String> subjects;

    Pictogram(String... subjects) {
        this.subjects = List.of(subjects);
    }

    /** The one whose subject the words mention first, null when they mention none. */
    static @Nullable Pictogram of(List<String> words) {
        for (var word : words) {
            var lower = word.toLowerCase(Locale.ROOT);
            for (var pictogram : values()) {
                for (var subject : pictogram.subjects) {
                    if (lower.equals(subject)
                            || lower.equals(subject + "s")
                            || subject.length() > 3
                                    && lower.startsWith(subject)
                                    && lower.length() <= subject.length() + 4) {
                        return pictogram;
                    }
                }
            }
        }
        return null;
    }

    /** What lies behind and moves on its own. */
    static void drawBack(Canvas canvas, Palette palette) {
        try (var paint = new Paint().setAntiAlias(true).setColor(palette.quiet(palette.second()))) {
            canvas.drawCircle(50, 50, 48, paint);
        }
    }

    void draw(Canvas canvas, Palette palette) {
        try (var fill = new Paint().setAntiAlias(true).setColor(palette.accent());
                var soft = new Paint().setAntiAlias(true).setColor(Tint.mix(palette.ground(), palette.second(), 0.85));
                var line = new Paint()
                        .setAntiAlias(true)
                        .setColor(palette.ink())
                        .setMode(PaintMode.STROKE)
                        .setStrokeWidth(3.4f)
                        .setStrokeCap(PaintStrokeCap.ROUND)
                        .setStrokeJoin(PaintStrokeJoin.ROUND)) {
            switch (this) {
                case SUN -> sun(canvas, fill, line);
                case PLANET -> planet(canvas, fill, soft, line);
                case MOUNTAIN -> mountain(canvas, fill, soft, line);
                case LEAF -> leaf(canvas, fill, soft, line);
                case WAVES -> waves(canvas, fill, soft, line);
                case GROWTH -> growth(canvas, fill, soft, line);
                case NETWORK -> network(canvas, fill, soft, line);
                case CLOCK -> clock(canvas, fill, soft, line);
                case EYE -> eye(canvas, fill, soft, line);
                case TALK -> talk(canvas, fill, soft, line, palette);
                case HONEYCOMB -> honeycomb(canvas, fill, soft, line);
                case HEART -> heart(canvas, fill, soft, line);
                case BULB -> bulb(canvas, fill, soft, line);
            }
        }
    }

    private static void sun(Canvas canvas, Paint fill, Paint line) {
        canvas.drawCircle(50, 50, 20, fill);
        for (var i = 0; i < 12; i++) {
            var angle = Math.TAU * i / 12;
            var reach = i % 2 == 0 ? 41 : 36;
            canvas.drawLine(
                    (float) (50 + 28 * Math.cos(angle)),
                    (float) (50 + 28 * Math.sin(angle)),
                    (float) (50 + reach * Math.cos(angle)),
                    (float) (50 + reach * Math.sin(angle)),
                    line);
        }
    }

    private static void planet(Canvas canvas, Paint fill, Paint soft, Paint line) {
        canvas.drawCircle(50, 50, 23, fill);
        canvas.save();
        canvas.concat(Matrix33.makeRotate(-20, 50, 50));
        canvas.drawArc(6, 37, 94, 63, -28, 236, false, line);
        canvas.restore();
        canvas.drawCircle(82, 22, 6, soft);
        canvas.drawCircle(16, 24, 2.4f, soft);
        canvas.drawCircle(74, 82, 3, soft);
    }

    private static void mountain(Canvas canvas, Paint fill, Paint soft, Paint line) {
        canvas.drawCircle(70, 28, 11, soft);
        path(
                canvas,
                fill,
                builder -> builder.moveTo(8, 80).lineTo(40, 28).lineTo(72, 80).closePath());
        path(
                canvas,
                line,
                builder -> builder.moveTo(44, 80).lineTo(66, 48).lineTo(92, 80).closePath());
        path(
                canvas,
                line,
                builder -> builder.moveTo(30, 45).lineTo(37, 51).lineTo(42, 45).lineTo(50, 45));
    }

    private static void leaf(Canvas canvas, Paint fill, Paint soft, Paint line) {
        path(
                canvas,
                soft,
                builder -> builder.moveTo(50, 62)
                        .cubicTo(28, 62, 16, 48, 16, 28)
                        .cubicTo(38, 28, 50, 40, 50, 62)
                        .closePath());
        path(
                canvas,
                fill,
                builder -> builder.moveTo(50, 54)
                        .cubicTo(50, 28, 64, 12, 88, 12)
                        .cubicTo(88, 38, 74, 54, 50, 54)
                        .closePath());
        path(canvas, line, builder -> builder.moveTo(50, 88).lineTo(50, 56).quadTo(56, 38, 72, 27));
        path(canvas, line, builder -> builder.moveTo(50, 64).quadTo(42, 48, 30, 40));
    }

    private static void waves(Canvas canvas, Paint fill, Paint soft, Paint line) {
        canvas.drawCircle(68, 28, 13, fill);
        for (var i = 0; i < 3; i++) {
            var y = 52 + 14f * i;
            path(canvas, line, builder -> {
                builder.moveTo(10, y);
                for (var x = 10f; x < 90; x += 20) {
                    builder.cubicTo(x + 6, y - 10, x + 14, y - 10, x + 20, y);
                }
            });
        }
        canvas.drawCircle(26, 32, 3, soft);
        canvas.drawCircle(36, 22, 2, soft);
    }

    private static void growth(Canvas canvas, Paint fill, Paint soft, Paint line) {
        for (var i = 0; i < 4; i++) {
            var tall = 18 + 13f * i;
            canvas.drawRRect(RRect.makeXYWH(16 + 18f * i, 84 - tall, 12, tall, 2.5f), i == 3 ? fill : soft);
        }
        path(
                canvas,
                line,
                builder -> builder.moveTo(14, 52).lineTo(36, 38).lineTo(50, 42).lineTo(80, 14));
        path(canvas, line, builder -> builder.moveTo(66, 13).lineTo(81, 13).lineTo(81, 28));
    }

    private static void network(Canvas canvas, Paint fill, Paint soft, Paint line) {
        float[][] nodes = {{50, 50}, {20, 28}, {76, 20}, {84, 62}, {52, 86}, {16, 68}};
        for (var i = 1; i < nodes.length; i++) {
            canvas.drawLine(50, 50, nodes[i][0], nodes[i][1], line);
        }
        canvas.drawLine(20, 28, 76, 20, line);
        canvas.drawLine(84, 62, 52, 86, line);
        for (var i = 1; i < nodes.length; i++) {
            canvas.drawCircle(nodes[i][0], nodes[i][1], i % 2 == 0 ? 9 : 7, i % 2 == 0 ? fill : soft);
        }
        canvas.drawCircle(50, 50, 14, fill);
    }

    private static void clock(Canvas canvas, Paint fill, Paint soft, Paint line) {
        canvas.drawCircle(50, 50, 36, soft);
        canvas.drawArc(14, 14, 86, 86, -90, 120, true, fill);
        canvas.drawCircle(50, 50, 36, line);
        canvas.drawLine(50, 50, 50, 25, line);
        canvas.drawLine(50, 50, 68, 60, line);
    }

    private static void eye(Canvas canvas, Paint fill, Paint soft, Paint line) {
        path(
                canvas,
                line,
                builder -> builder.moveTo(8, 50)
                        .quadTo(50, 6, 92, 50)
                        .quadTo(50, 94, 8, 50)
                        .closePath());
        canvas.drawCircle(50, 50, 19, fill);
        canvas.drawCircle(50, 50, 8, line.makeClone().setMode(PaintMode.FILL));
        canvas.drawCircle(57, 43, 4, soft);
    }

    private static void talk(Canvas canvas, Paint fill, Paint soft, Paint line, Palette palette) {
        canvas.drawRRect(RRect.makeXYWH(10, 16, 58, 38, 12), fill);
        path(
                canvas,
                fill,
                builder -> builder.moveTo(22, 50).lineTo(20, 68).lineTo(40, 52).closePath());
        canvas.drawRRect(RRect.makeXYWH(42, 48, 48, 30, 11), soft);
        path(
                canvas,
                soft,
                builder -> builder.moveTo(78, 72).lineTo(82, 90).lineTo(62, 76).closePath());
        try (var dot = new Paint().setAntiAlias(true).setColor(palette.onAccent())) {
            for (var i = 0; i < 3; i++) {
                canvas.drawCircle(27 + 12f * i, 35, 3.6f, dot);
            }
        }
    }

    private static void honeycomb(Canvas canvas, Paint fill, Paint soft, Paint line) {
        float[][] cells = {{50, 50}, {50, 20}, {76, 35}, {76, 65}, {50, 80}, {24, 65}, {24, 35}};
        for (var i = 0; i < cells.length; i++) {
            var at = cells[i];
            var paint = i == 0 || i == 2 ? fill : i == 5 || i == 4 ? soft : line;
            path(canvas, paint, builder -> {
                for (var j = 0; j < 6; j++) {
                    var angle = Math.TAU * j / 6;
                    var x = (float) (at[0] + 14.6 * Math.cos(angle));
                    var y = (float) (at[1] + 14.6 * Math.sin(angle));
                    if (j == 0) {
                        builder.moveTo(x, y);
                    } else {
                        builder.lineTo(x, y);
                    }
                }
                builder.closePath();
            });
        }
    }

    private static void heart(Canvas canvas, Paint fill, Paint soft, Paint line) {
        path(
                canvas,
                fill,
                builder -> builder.moveTo(50, 84)
                        .cubicTo(10, 58, 8, 32, 26, 22)
                        .cubicTo(38, 16, 47, 24, 50, 33)
                        .cubicTo(53, 24, 62, 16, 74, 22)
                        .cubicTo(92, 32, 90, 58, 50, 84)
                        .closePath());
        canvas.drawCircle(82, 18, 5, soft);
        path(
                canvas,
                line,
                builder -> builder.moveTo(4, 54)
                        .lineTo(32, 54)
                        .lineTo(41, 40)
                        .lineTo(52, 68)
                        .lineTo(60, 54)
                        .lineTo(96, 54));
    }

    private static void bulb(Canvas canvas, Paint fill, Paint soft, Paint line) {
        canvas.drawCircle(50, 42, 25, fill);
        canvas.drawRRect(RRect.makeXYWH(39, 66, 22, 7, 3), soft);
        canvas.drawRRect(RRect.makeXYWH(42, 76, 16, 7, 3), soft);
        for (var i = 0; i < 5; i++) {
            var angle = Math.PI + Math.PI * i / 4;
            canvas.drawLine(
                    (float) (50 + 33 * Math.cos(angle)),
                    (float) (42 + 33 * Math.sin(angle)),
                    (float) (50 + 41 * Math.cos(angle)),
                    (float) (42 + 41 * Math.sin(angle)),
                    line);
        }
    }

    private static void path(Canvas canvas, Paint paint, java.util.function.Consumer<PathBuilder> outline) {
        try (var builder = new PathBuilder()) {
            outline.accept(builder);
            try (var path = builder.build()) {
                canvas.drawPath(path, paint);
            }
        }
    }
}
