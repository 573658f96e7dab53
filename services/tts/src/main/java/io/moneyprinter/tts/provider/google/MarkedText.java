package io.moneyprinter.tts.provider.google;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.tts.provider.http.Ssml;
import io.moneyprinter.tts.provider.http.Xml;
import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text with a mark before and after each word, so that its time can be told without the pause that follows it.
 *
 * @param plain the same without marks
 * @param words as they are spoken, without punctuation
 */
record MarkedText(String ssml, String plain, List<String> words) {

    private static final String START = "<speak>";
    private static final String END = "</speak>";

    MarkedText {
        words = List.copyOf(words);
    }

    /** In as many parts as it takes for none to be longer; one word that is longer alone stays whole. */
    static List<MarkedText> parts(Utterance utterance, int maxBytes) {
        var text = utterance.text();
        var parts = new ArrayList<MarkedText>();
        var part = new Part();
        var breaks = BreakIterator.getWordInstance(
                ULocale.forLanguageTag(utterance.voice().locale()));
        breaks.setText(text);
        var start = 0;
        while (start < text.length()) {
            var end = breaks.following(start);
            var isWord = breaks.getRuleStatus() != BreakIterator.WORD_NONE;
            var delivery = delivery(utterance, start);
            if (delivery != null && delivery.ipa() != null) {
                end = delivery.end();
                isWord = true;
            }
            var piece = text.substring(start, end);
            if (isWord) {
                var markup = delivery == null ? Xml.escaped(piece) : Ssml.delivered(piece, delivery);
                if (part.hasWords() && part.bytesWith(markup) > maxBytes) {
                    parts.add(part.done());
                    part = new Part();
                }
                part.addWord(piece, markup);
            } else {
                part.add(piece);
            }
            start = end;
        }
        parts.add(part.done());
        return parts;
    }

    private static @Nullable Delivery delivery(Utterance utterance, int at) {
        return utterance.deliveries().stream()
                .filter(delivery -> delivery.start() <= at && at < delivery.end())
                .findFirst()
                .orElse(null);
    }

    private static final class Part {

        /** What punctuation may still follow the last word. */
        private static final int RESERVE = 100;

        private final StringBuilder ssml = new StringBuilder(START);
        private final StringBuilder plain = new StringBuilder();
        private final List<String> words = new ArrayList<>();
        private int bytes = START.length() + END.length() + RESERVE;

        void add(String piece) {
            append(Xml.escaped(piece));
            plain.append(piece);
        }

        void addWord(String word, String markup) {
            append(marked(markup));
            plain.append(word);
            words.add(word);
        }

        private void append(String markup) {
            ssml.append(markup);
            bytes += bytes(markup);
        }

        boolean hasWords() {
            return !words.isEmpty();
        }

        int bytesWith(String markup) {
            return bytes + bytes(marked(markup));
        }

        private String marked(String markup) {
            return "<mark name='%1$d'/>%2$s<mark name='%1$d-'/>".formatted(words.size(), markup);
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        MarkedText done() {
            return new MarkedText(ssml + END, plain.toString().strip(), words);
        }
    }

    /**
     * The words whose times are known.
     *
     * @param marks by name, in seconds from the start of this text's sound
     * @param offset of that sound
     * @param length of that sound
     */
    List<SpokenWord> timed(Map<String, Double> marks, Duration offset, Duration length) {
        var timed = new ArrayList<SpokenWord>();
        for (var i = 0; i < words.size(); i++) {
            var start = marks.get(String.valueOf(i));
            if (start != null) {
                var next = marks.getOrDefault(String.valueOf(i + 1), length.toNanos() / 1e9);
                var stop = Math.min(next, marks.getOrDefault(i + "-", next));
                timed.add(new SpokenWord(
                        words.get(i), offset.plus(duration(start)), duration(Math.max(0, stop - start))));
            }
        }
        return timed;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
