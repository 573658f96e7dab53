package io.moneyprinter.tts.provider.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The symbols that a model reads, and their numbers.
 *
 * @param ids of each symbol
 * @param clusters symbols of several characters
 * @param start ids before everything
 * @param after ids after each symbol
 * @param end ids after everything
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers are handed on, never compared.
record Alphabet(Map<String, long[]> ids, Set<String> clusters, long[] start, long[] after, long[] end) {

    Alphabet {
        ids = Map.copyOf(ids);
        clusters = Set.copyOf(clusters);
    }

    /**
     * What a model is given for some symbols.
     *
     * @param from for each symbol the index of its first id
     * @param to for each symbol the index after its last id, those that follow it included
     */
    record Sequence(long[] ids, int[] from, int[] to) {}

    boolean knows(String symbol) {
        return ids.containsKey(symbol);
    }

    /** Single characters, but for the clusters. */
    List<String> cut(String phonemes) {
        var characters = phonemes.codePoints().mapToObj(Character::toString).toList();
        var symbols = new ArrayList<String>();
        for (var at = 0; at < characters.size(); ) {
            var cluster = cluster(characters, at);
            symbols.add(cluster == null ? characters.get(at) : cluster);
            at += cluster == null ? 1 : (int) cluster.codePoints().count();
        }
        return symbols;
    }

    /** The longest that begins here. */
    private @Nullable String cluster(List<String> characters, int at) {
        String longest = null;
        for (var cluster : clusters) {
            var length = (int) cluster.codePoints().count();
            if (at + length <= characters.size()
                    && String.join("", characters.subList(at, at + length)).equals(cluster)
                    && (longest == null || cluster.length() > longest.length())) {
                longest = cluster;
            }
        }
        return longest;
    }

    /** @param symbols all of which it knows */
    Sequence sequence(List<String> symbols) {
        var all = LongStream.builder();
        var from = new int[symbols.size()];
        var to = new int[symbols.size()];
        Arrays.stream(start).forEach(all);
        var count = start.length;
        for (var i = 0; i < from.length; i++) {
            var own = ids.getOrDefault(symbols.get(i), new long[0]);
            from[i] = count;
            LongStream.concat(Arrays.stream(own), Arrays.stream(after)).forEach(all);
            count += own.length + after.length;
            to[i] = count;
        }
        Arrays.stream(end).forEach(all);
        return new Sequence(all.build().toArray(), from, to);
    }
}
