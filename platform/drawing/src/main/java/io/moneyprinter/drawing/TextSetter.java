package io.moneyprinter.drawing;

import io.moneyprinter.drawing.TextBlock.Line;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the lines of a text: as large as fits, as few lines as that needs, and these of equal length. */
final class TextSetter {

    /** A smaller size is tried in steps of this factor. */
    private static final float SHRINK = 0.96f;

    private final FontLibrary fonts;
    private final TextSpec spec;
    private final boolean rightToLeft;

    /** Where words end in a text that has no spaces; empty for others. */
    private final Set<Integer> wordEnds;

    /** A stretch of text that stays on one line, with its width at the largest size. */
    private record Piece(int start, int end, float width, float space, boolean breaks) {}

    private TextSetter(FontLibrary fonts, TextSpec spec) {
        this.fonts = fonts;
        this.spec = spec;
        this.rightToLeft = !new Bidi(spec.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        this.wordEnds =
                Graphemes.hasHan(spec.text()) ? Set.copyOf(Graphemes.wordEnds(spec.text(), spec.language())) : Set.of();
    }

    static TextBlock set(FontLibrary fonts, TextSpec spec) {
        return new TextSetter(fonts, spec).set();
    }

    private TextBlock set() {
        var pieces = pieces(Graphemes.lineBreaks(spec.text(), spec.language()));
        for (var size = spec.style().size(); size >= spec.minSize() * 0.999f; size *= SHRINK) {
            var lines = lines(pieces, size);
            if (!lines.isEmpty()) {
                var block = block(lines, size);
                if (block.width() <= spec.maxWidth() + 0.5f) {
                    return block;
                }
            }
        }
        return brokenAnywhere();
    }

    /** It does not fit even at the smallest size: a word that is wider than the room ends wherever a character does. */
    private TextBlock brokenAnywhere() {
        var words = Graphemes.lineBreaks(spec.text(), spec.language());
        var room = spec.maxWidth() * spec.style().size() / spec.minSize();
        var wide = pieces(words).stream().filter(piece -> piece.width() > room).toList();
        var inside = Graphemes.characters(spec.text()).stream()
                .filter(end -> wide.stream().anyMatch(piece -> end > piece.start() && end < piece.end()));
        var pieces =
                pieces(Stream.concat(words.stream(), inside).distinct().sorted().toList());
        var line = new ArrayList<Piece>();
        var lines = new ArrayList<Line>();
        var width = 0f;
        for (var piece : pieces) {
            if (!line.isEmpty() && width + piece.width() > room) {
                lines.add(new Line(line.getFirst().start(), line.getLast().end()));
                line.clear();
                width = 0;
            }
            line.add(piece);
            width += piece.width() + piece.space();
        }
        lines.add(new Line(line.getFirst().start(), line.getLast().end()));
        var parted =
                lines.subList(0, lines.size() - 1).stream().anyMatch(each -> !words.contains(afterSpace(each.end())));
        return parted
                ? TextBlock.parted(fonts, spec, lines, spec.minSize(), rightToLeft)
                : block(lines, spec.minSize());
    }

    private int afterSpace(int end) {
        var after = end;
        while (after < spec.text().length() && isSpace(spec.text().charAt(after))) {
            after++;
        }
        return after;
    }

    private TextBlock block(List<Line> lines, float size) {
        return TextBlock.measured(fonts, spec, lines, size, rightToLeft);
    }

    private List<Piece> pieces(List<Integer> ends) {
        var text = spec.text();
        var whole = TextBlock.measured(
                fonts, spec, List.of(new Line(0, text.length())), spec.style().size(), rightToLeft);
        var ranges = new ArrayList<Line>();
        var start = 0;
        for (var end : ends) {
            var visible = end;
            while (visible > start && isSpace(text.charAt(visible - 1))) {
                visible--;
            }
            ranges.add(new Line(start, visible));
            ranges.add(new Line(visible, end));
            start = end;
        }
        var widths = whole.widths(ranges);
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < ranges.size(); i += 2) {
            var visible = ranges.get(i);
            if (visible.end() > visible.start()) {
                var breaks =
                        text.substring(visible.end(), ranges.get(i + 1).end()).indexOf('\n') >= 0;
                pieces.add(new Piece(visible.start(), visible.end(), widths.get(i), widths.get(i + 1), breaks));
            }
        }
        return pieces;
    }

    /** The best lines at a size; empty when the text does not fit. */
    private List<Line> lines(List<Piece> pieces, float size) {
        var room = spec.maxWidth() * spec.style().size() / size;
        var byHeight = (int) Math.floor(spec.maxHeight() / (size * spec.style().lineHeight()) + 0.001);
        var most = Math.min(spec.maxLines(), Math.min(byHeight, pieces.size()));
        for (var count = 1; count <= most; count++) {
            var breaks = balanced(pieces, count, room);
            if (!breaks.isEmpty()) {
                var lines = new ArrayList<Line>();
                var first = 0;
                for (var next : breaks) {
                    lines.add(new Line(
                            pieces.get(first).start(), pieces.get(next - 1).end()));
                    first = next;
                }
                return lines;
            }
        }
        return List.of();
    }

    /** For every line the piece after its last one, with the least unevenness; empty when it cannot be. */
    private List<Integer> balanced(List<Piece> pieces, int count, float room) {
        var total = 0f;
        for (var piece : pieces) {
            total += piece.width() + piece.space();
        }
        var ideal = total / count;
        var size = pieces.size();
        var cost = new double[count + 1][size + 1];
        var from = new int[count + 1][size + 1];
        for (var row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][0] = 0;
        for (var line = 1; line <= count; line++) {
            for (var first = line - 1; first < size; first++) {
                var width = 0f;
                for (var last = first; last < size && cost[line - 1][first] < Double.POSITIVE_INFINITY; last++) {
                    width += pieces.get(last).width();
                    if (width > room) {
                        break;
                    }
                    var here = cost[line - 1][first] + cost(pieces, last, width / ideal);
                    if (here < cost[line][last + 1]) {
                        cost[line][last + 1] = here;
                        from[line][last + 1] = first;
                    }
                    if (pieces.get(last).breaks()) {
                        break;
                    }
                    width += pieces.get(last).space();
                }
            }
        }
        if (cost[count][size] == Double.POSITIVE_INFINITY) {
            return List.of();
        }
        var ends = new ArrayList<Integer>();
        for (int line = count, end = size; line > 0; end = from[line][end], line--) {
            ends.addFirst(end);
        }
        return ends;
    }

    /** Uneven lines are bad; so is a line that ends in a word which belongs to the next. A comma is a good end. */
    private double cost(List<Piece> pieces, int last, float fill) {
        var cost = (double) (1 - fill) * (1 - fill);
        if (last == pieces.size() - 1) {
            return cost;
        }
        var piece = pieces.get(last);
        if (!wordEnds.isEmpty() && !wordEnds.contains(piece.end())) {
            cost += 0.3;
        }
        var word = spec.text().substring(piece.start(), piece.end());
        if (CLINGING.contains(word.toLowerCase(Locale.ROOT))) {
            cost += 0.12;
        }
        if (",;:.!?،、。，；：".indexOf(word.charAt(word.length() - 1)) >= 0) {
            cost -= 0.06;
        }
        return cost;
    }

    /** Words that lean on the one after them. */
    private static final Set<String> CLINGING = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "is", "as", "its", "le", "la",
            "les", "un", "une", "de", "du", "des", "et", "el", "los", "las", "y", "der", "die", "das", "ein", "eine",
            "und", "il", "lo", "e", "i", "o");

    private static boolean isSpace(char character) {
        return character == '\n' || Character.isWhitespace(character);
    }
}
