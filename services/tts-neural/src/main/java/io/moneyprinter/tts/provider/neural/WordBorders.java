package io.moneyprinter.tts.provider.neural;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which phonemes of a clause belong to which word. Spaces do not tell: "of the" is spoken as one word, "42" as
 * two. But each word is known alone, too, and sounds much the same.
 */
final class WordBorders {

    /** A border within what is spoken in one. */
    private static final double UNSPACED = 0.7;

    private static final double SILENT = 1;

    /** For each symbol whether a space comes before it. */
    private final boolean[] spaced;

    private final List<String> symbols;
    private final List<List<String>> words;

    private WordBorders(List<String> symbols, boolean[] spaced, List<List<String>> words) {
        this.symbols = symbols;
        this.spaced = spaced;
        this.words = words;
    }

    /**
     * For each word the index after its last symbol. Words follow each other without gaps; one that is not heard ends
     * where it begins.
     *
     * @param symbols of the clause, without spaces
     * @param spaced for each of them whether a space comes before it
     * @param words the symbols of each word alone, without spaces
     */
    static int[] of(List<String> symbols, boolean[] spaced, List<List<String>> words) {
        var borders = new WordBorders(symbols, spaced, words);
        var near = borders.find(true);
        return near.length == words.size() ? near : borders.find(false);
    }

    /** @param near whether no word may be much longer than it is alone; then there may be no answer */
    private int[] find(boolean near) {
        var size = symbols.size();
        var costs = new double[words.size() + 1][size + 1];
        var origins = new int[words.size() + 1][size + 1];
        for (var row : costs) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        costs[0][0] = 0;
        for (var word = 0; word < words.size(); word++) {
            var own = words.get(word);
            for (var from = 0; from <= size; from++) {
                if (costs[word][from] < Double.POSITIVE_INFINITY) {
                    var most = near ? Math.min(size, from + 2 * own.size() + 8) : size;
                    var unlike = unlike(own, from, most);
                    for (var to = from; to <= most; to++) {
                        var cost = costs[word][from] + unlike[to - from] + border(from, to, own);
                        if (cost < costs[word + 1][to]) {
                            costs[word + 1][to] = cost;
                            origins[word + 1][to] = from;
                        }
                    }
                }
            }
        }
        if (costs[words.size()][size] == Double.POSITIVE_INFINITY) {
            return new int[0];
        }
        var ends = new int[words.size()];
        var end = size;
        for (var word = words.size(); word > 0; word--) {
            ends[word - 1] = end;
            end = origins[word][end];
        }
        return ends;
    }

    private double border(int from, int to, List<String> own) {
        var silent = from == to && !own.isEmpty() ? SILENT : 0;
        return silent + (to == symbols.size() || to == 0 || spaced[to] ? 0 : UNSPACED);
    }

    /** The edit distance of the word to what begins at {@code from}, for each end of that up to {@code most}. */
    private double[] unlike(List<String> own, int from, int most) {
        var distances = new double[most - from + 1];
        var above = new double[own.size() + 1];
        for (var j = 0; j <= own.size(); j++) {
            above[j] = j;
        }
        distances[0] = own.size();
        for (var i = 1; i < distances.length; i++) {
            var row = new double[own.size() + 1];
            row[0] = i;
            for (var j = 1; j <= own.size(); j++) {
                var same = symbols.get(from + i - 1).equals(own.get(j - 1)) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + same, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
            distances[i] = row[own.size()];
        }
        return distances;
    }
}
