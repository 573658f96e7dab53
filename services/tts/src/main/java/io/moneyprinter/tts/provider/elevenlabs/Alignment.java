package io.moneyprinter.tts.provider.elevenlabs;

import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** When every character is spoken, in seconds. */
record Alignment(List<String> characters, List<Double> starts, List<Double> ends) {

    /** Empty when the answer has none, or one that does not fit together. */
    static Optional<Alignment> of(JsonNode node) {
        var characters = new ArrayList<String>();
        node.path("characters").forEach(one -> characters.add(one.asString("")));
        var starts = seconds(node.path("character_start_times_seconds"));
        var ends = seconds(node.path("character_end_times_seconds"));
        return characters.isEmpty() || characters.size() != starts.size() || characters.size() != ends.size()
                ? Optional.empty()
                : Optional.of(new Alignment(characters, starts, ends));
    }

    private static List<Double> seconds(JsonNode list) {
        var seconds = new ArrayList<Double>();
        list.forEach(one -> seconds.add(Math.max(0, one.asDouble(0))));
        return seconds;
    }

    /** What stands between spaces, without the punctuation at its ends: that is where the voice rests. */
    List<SpokenWord> words() {
        var words = new ArrayList<SpokenWord>();
        var at = 0;
        while (at < characters.size()) {
            var end = at;
            while (end < characters.size() && !characters.get(end).isBlank()) {
                end++;
            }
            word(at, end).ifPresent(words::add);
            at = end + 1;
        }
        return words;
    }

    private Optional<SpokenWord> word(int from, int to) {
        var first = from;
        while (first < to && !isSpoken(first)) {
            first++;
        }
        var last = to - 1;
        while (last > first && !isSpoken(last)) {
            last--;
        }
        if (first >= to) {
            return Optional.empty();
        }
        var start = starts.get(first);
        return Optional.of(new SpokenWord(
                String.join("", characters.subList(first, last + 1)),
                duration(start),
                duration(Math.max(0, ends.get(last) - start))));
    }

    private boolean isSpoken(int at) {
        return characters.get(at).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** When the last sound ends. */
    Duration end() {
        return duration(ends.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
