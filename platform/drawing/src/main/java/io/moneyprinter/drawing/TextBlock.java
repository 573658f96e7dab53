package io.moneyprinter.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.FontSlant;
import io.github.humbleui.skija.FontStyle;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.paragraph.Alignment;
import io.github.humbleui.skija.paragraph.Direction;
import io.github.humbleui.skija.paragraph.Paragraph;
import io.github.humbleui.skija.paragraph.ParagraphBuilder;
import io.github.humbleui.skija.paragraph.ParagraphStyle;
import io.github.humbleui.skija.paragraph.RectHeightMode;
import io.github.humbleui.skija.paragraph.RectWidthMode;
import io.github.humbleui.skija.paragraph.StrutStyle;
import io.github.humbleui.skija.paragraph.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text broken into lines and measured. A value: it holds nothing native and may be painted by any thread, often.
 * Coordinates start at its top left corner; every line is as high as the style says, whatever its script.
 */
public final class TextBlock {

    /** A line: UTF-16 offsets into the text, without the space at its end. */
    public record Line(int start, int end) {}

    private final FontLibrary fonts;
    private final TextSpec spec;
    private final List<Line> lines;
    private final float size;
    private final boolean rightToLeft;
    private final boolean parted;
    private final float width;
    private final float height;
    private final int unresolved;

    /** What is laid out: the lines with feeds between them. */
    private final String shown;

    private TextBlock(
            FontLibrary fonts, TextSpec spec, List<Line> lines, float size, boolean rightToLeft, boolean parted) {
        this.fonts = fonts;
        this.spec = spec;
        this.lines = List.copyOf(lines);
        this.size = size;
        this.rightToLeft = rightToLeft;
        this.parted = parted;
        this.shown = String.join(
                "\n",
                lines.stream()
                        .map(line ->
                                spec.text().substring(line.start(), line.end()).replace('\n', ' '))
                        .toList());
        try (var paragraph = paragraph(Float.MAX_VALUE / 4, true, null, 0, List.of())) {
            this.width = (float) Math.ceil(paragraph.getLongestLine());
            this.unresolved = paragraph.getUnresolvedGlyphsCount();
        }
        this.height = lines.size() * lineHeight();
    }

    static TextBlock measured(FontLibrary fonts, TextSpec spec, List<Line> lines, float size, boolean rightToLeft) {
        return new TextBlock(fonts, spec, lines, size, rightToLeft, false);
    }

    /** Measured, with lines that end inside words. */
    static TextBlock parted(FontLibrary fonts, TextSpec spec, List<Line> lines, float size, boolean rightToLeft) {
        return new TextBlock(fonts, spec, lines, size, rightToLeft, true);
    }

    public List<Line> lines() {
        return lines;
    }

    /** One of the lines as a block of its own, in the same size. */
    public TextBlock line(int index) {
        var line = lines.get(index);
        var text = spec.text().substring(line.start(), line.end()).replace('\n', ' ');
        var room = new TextSpec(
                text, spec.language(), style(), spec.align(), Float.MAX_VALUE / 4, Float.MAX_VALUE, 1, size);
        return new TextBlock(fonts, room, List.of(new Line(0, text.length())), size, rightToLeft, false);
    }

    /** Whether a line ends inside a word, since the word is wider than the room at every size that was allowed. */
    public boolean parted() {
        return parted;
    }

    /** What was set, as it was given. */
    public String text() {
        return spec.text();
    }

    /** What it was set in: the style that was asked for, in the size that fits. */
    public TypeStyle style() {
        return spec.style().withSize(size);
    }

    /** The size in pixels that the text was set in. */
    public float size() {
        return size;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** Of the longest line. */
    public float width() {
        return width;
    }

    public float height() {
        return height;
    }

    public float lineHeight() {
        return size * spec.style().lineHeight();
    }

    /** Glyphs that no font has. */
    public int unresolved() {
        return unresolved;
    }

    /** Where a part of the text stands: one box per line it is on. */
    public List<Box> boxes(int start, int end) {
        try (var paragraph = paragraph(width, false, null, 0, List.of())) {
            return boxes(paragraph, start, end);
        }
    }

    /** Where parts of the text stand, each as the union of its boxes. */
    public List<Box> wordBoxes(List<Line> ranges) {
        try (var paragraph = paragraph(width, false, null, 0, List.of())) {
            return ranges.stream()
                    .map(range -> boxes(paragraph, range.start(), range.end()).stream()
                            .reduce(Box::union)
                            .orElse(new Box(0, 0, 0, 0)))
                    .toList();
        }
    }

    /** Paints with the block's top left corner at x, y. */
    public void paint(Canvas canvas, float x, float y, Ink ink) {
        paint(canvas, x, y, ink, List.of());
    }

    /** Paints, with some words in other colours. */
    public void paint(Canvas canvas, float x, float y, Ink ink, List<Ink.Accent> accents) {
        var shadow = ink.shadow();
        if (shadow == null) {
            paintLetters(canvas, x, y, ink, accents);
            return;
        }
        var blur = shadow.blur() * size;
        try (var filter = ImageFilter.makeDropShadow(shadow.x() * size, shadow.y() * size, blur, blur, shadow.color());
                var paint = new Paint().setImageFilter(filter)) {
            var bounds = Box.of(x, y, width, height).grown(size, size).toRect();
            canvas.saveLayer(bounds, paint);
            paintLetters(canvas, x, y, ink, accents);
            canvas.restore();
        }
    }

    /**
     * Paints the shadow alone, without what throws it. It costs several times as much as the letters: to be kept where
     * only their colours change.
     */
    public void paintShadow(Canvas canvas, float x, float y, Ink ink, List<Ink.Accent> accents) {
        var shadow = ink.shadow();
        if (shadow == null) {
            return;
        }
        var blur = shadow.blur() * size;
        try (var filter = ImageFilter.makeDropShadowOnly(
                        shadow.x() * size, shadow.y() * size, blur, blur, shadow.color());
                var paint = new Paint().setImageFilter(filter)) {
            canvas.saveLayer(Box.of(x, y, width, height).grown(size, size).toRect(), paint);
            paintLetters(canvas, x, y, ink, accents);
            canvas.restore();
        }
    }

    private void paintLetters(Canvas canvas, float x, float y, Ink ink, List<Ink.Accent> accents) {
        var stroke = ink.stroke();
        if (stroke != null) {
            try (var outline = new Paint()
                            .setMode(PaintMode.STROKE)
                            .setStrokeWidth(2 * stroke.width() * size)
                            .setStrokeJoin(PaintStrokeJoin.ROUND)
                            .setAntiAlias(true)
                            .setColor(stroke.color());
                    var paragraph = paragraph(width, false, outline, stroke.color(), left(accents))) {
                paragraph.paint(canvas, x, y);
            }
        }
        try (var paragraph = paragraph(width, false, null, ink.color(), accents)) {
            paragraph.paint(canvas, x, y);
        }
    }

    /** The parts that are left out. */
    private static List<Ink.Accent> left(List<Ink.Accent> accents) {
        return accents.stream().filter(accent -> accent.color() == 0).toList();
    }

    /** Widths of parts of a text that stands on one line. */
    List<Float> widths(List<Line> ranges) {
        try (var paragraph = paragraph(Float.MAX_VALUE / 4, true, null, 0, List.of())) {
            var widths = new ArrayList<Float>();
            for (var range : ranges) {
                var sum = 0f;
                for (var box : boxes(paragraph, range.start(), range.end())) {
                    sum += box.width();
                }
                widths.add(sum);
            }
            return widths;
        }
    }

    private List<Box> boxes(Paragraph paragraph, int start, int end) {
        var boxes = new ArrayList<Box>();
        var offset = 0;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var from = Math.max(start, line.start());
            var to = Math.min(end, line.end());
            if (from < to) {
                var shift = offset - line.start();
                @Nullable Box box = null;
                for (var rect : paragraph.getRectsForRange(
                        from + shift, to + shift, RectHeightMode.TIGHT, RectWidthMode.TIGHT)) {
                    var part = rect.getRect();
                    var top = i * lineHeight();
                    var piece = new Box(part.getLeft(), top, part.getRight(), top + lineHeight());
                    box = box == null ? piece : box.union(piece);
                }
                if (box != null) {
                    boxes.add(box);
                }
            }
            offset += line.end() - line.start() + 1;
        }
        return boxes;
    }

    private Paragraph paragraph(
            float layoutWidth, boolean start, @Nullable Paint outline, int color, List<Ink.Accent> accents) {
        var families = FontLibrary.families(spec.style().family(), spec.language());
        var emoji = FontLibrary.emojiFamilies(spec.style().family(), spec.language());
        return fonts.layout(collection -> {
            try (var strut = new StrutStyle()
                            .setEnabled(true)
                            .setHeightForced(true)
                            .setHeightOverridden(true)
                            .setHeight(spec.style().lineHeight())
                            .setFontFamilies(new String[] {spec.style().family().alias()})
                            .setFontStyle(fontStyle())
                            .setFontSize(size);
                    var base = style(families, outline, color);
                    var paragraphStyle = new ParagraphStyle()
                            .setTextStyle(base)
                            .setStrutStyle(strut)
                            .setDirection(rightToLeft ? Direction.RTL : Direction.LTR)
                            .setAlignment(start ? Alignment.LEFT : alignment())
                            .disableHinting();
                    var builder = new ParagraphBuilder(paragraphStyle, collection)) {
                for (var run : Graphemes.runs(shown)) {
                    add(builder, run, run.emoji() ? emoji : families, outline, color, accents);
                }
                var paragraph = builder.build();
                // A hair wider than the longest line, or rounding would break that line again.
                return paragraph.layout(start ? layoutWidth : layoutWidth + 1);
            }
        });
    }

    private void add(
            ParagraphBuilder builder,
            Graphemes.Run run,
            String[] families,
            @Nullable Paint outline,
            int color,
            List<Ink.Accent> accents) {
        var from = run.start();
        while (from < run.end()) {
            var to = from + 1;
            var here = color(from, color, accents);
            while (to < run.end() && color(to, color, accents) == here) {
                to++;
            }
            try (var style = style(families, outline, here)) {
                builder.pushStyle(style).addText(shown.substring(from, to)).popStyle();
            }
            from = to;
        }
    }

    private int color(int shownOffset, int color, List<Ink.Accent> accents) {
        if (accents.isEmpty()) {
            return color;
        }
        var offset = shownOffset;
        for (var line : lines) {
            var length = line.end() - line.start();
            if (offset <= length) {
                var inText = line.start() + offset;
                for (var accent : accents) {
                    if (inText >= accent.start() && inText < accent.end()) {
                        return accent.color();
                    }
                }
                return color;
            }
            offset -= length + 1;
        }
        return color;
    }

    private TextStyle style(String[] families, @Nullable Paint outline, int color) {
        var style = new TextStyle()
                .setFontFamilies(families)
                .setFontStyle(fontStyle())
                .setFontSize(size)
                .setLocale(spec.language())
                .setColor(color);
        if (spec.style().letterSpacing() != 0 && !rightToLeft) {
            style.setLetterSpacing(spec.style().letterSpacing() * size);
        }
        if (outline != null && color != 0) {
            style.setForeground(outline);
        }
        return style;
    }

    private FontStyle fontStyle() {
        return new FontStyle(spec.style().weight(), 5, FontSlant.UPRIGHT);
    }

    private Alignment alignment() {
        return switch (spec.align()) {
            case START -> rightToLeft ? Alignment.RIGHT : Alignment.LEFT;
            case CENTER -> Alignment.CENTER;
        };
    }
}
