package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.ShotRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words to look for, the most exact first: those of whoever wrote the script, then ours, so that there is always one
 * more way to find something. Few, because every query counts against the provider's limit.
 */
final class StockQueries {

    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private StockQueries() {}

    static List<String> of(ShotRequest request) {
        var keywords = request.keywords();
        var queries = new ArrayList<>(request.searchTerms().stream()
                .filter(term -> !words(term).isEmpty())
                .limit(MOST - 1)
                .toList());
        if (keywords.size() > 1) {
            queries.add(keywords.get(0) + " " + keywords.get(1));
        }
        if (!keywords.isEmpty()) {
            queries.add(keywords.getFirst());
        }
        if (request.heading() != null) {
            queries.add(request.heading());
        }
        queries.add(request.title());
        return queries.stream()
                .map(StockQueries::words)
                .filter(query -> !query.isBlank())
                .distinct()
                .limit(MOST)
                .collect(Collectors.toUnmodifiableList());
    }

    /** Only what a word consists of, so that no query has a meaning beyond its words. */
    private static String words(String text) {
        var words = text.replaceAll("[^\\p{L}\\p{M}\\p{N}'’-]+", " ").strip();
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST)))
                        .strip();
    }
}
