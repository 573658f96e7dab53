package io.moneyprinter.tts.voice;

import io.moneyprinter.contracts.tts.Voice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who named a voice that is not there. */
final class NearNames {

    private static final int MOST = 3;

    private NearNames() {}

    /** Ids, the nearest first. */
    static List<String> of(String name, List<Voice> voices) {
        return voices.stream()
                .map(Voice::id)
                .sorted(Comparator.comparingInt(id -> distance(lower(name), lower(id))))
                .limit(MOST)
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        var costs = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            costs[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(substituted, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[b.length()];
    }
}
