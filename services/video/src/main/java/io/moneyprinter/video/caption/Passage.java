package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.video.plan.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is shown in one or more cues.
 *
 * @param start in the film
 * @param words with times from the start and offsets into {@code text}; none when there is nothing to see
 * @param end in the film, after which nothing of it is seen
 * @param exact whether it is seen until then in any case, or less long when the next passage begins
 * @param resumptions times from the start, in order, at which it goes on after a pause that its author wants
 */
record Passage(
        String text, Duration start, List<WordTiming> words, Duration end, boolean exact, List<Duration> resumptions) {

    /** How long words stay that are followed by silence. */
    private static final Duration HOLD = Duration.ofMillis(300);

    Passage {
        // Tabs, line ends and the like do something instead of showing something; all offsets stay as they are.
        text = text.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
        words = shown(text, words);
        resumptions = List.copyOf(resumptions);
    }

    /** Words without the space around them, and without those of which nothing is seen. */
    private static List<WordTiming> shown(String text, List<WordTiming> words) {
        var shown = new ArrayList<WordTiming>();
        for (var word : words) {
            var written = text.substring(word.start(), word.end());
            if (written.codePoints().anyMatch(FontLibrary::visible)) {
                var start = word.end() - written.stripLeading().length();
                var end = word.start() + written.stripTrailing().length();
                shown.add(new WordTiming(start, end, word.offset(), word.duration(), word.source(), word.confidence()));
            }
        }
        return List.copyOf(shown);
    }

    /** What is shown while a sentence is spoken. */
    static Passage of(Utterance utterance, String language) {
        var caption = utterance.caption();
        var text = caption == null ? utterance.text() : caption;
        var words = text.equals(utterance.text()) ? utterance.words() : EditedCaption.words(utterance, text, language);
        var end = words.isEmpty() ? Duration.ZERO : held(words.getLast());
        return new Passage(text, utterance.start(), words, utterance.start().plus(end), false, resumptions(utterance));
    }

    /** By time: a caption that was edited has other words than those between which the pause was written. */
    private static List<Duration> resumptions(Utterance utterance) {
        return utterance.pauses().stream()
                .flatMap(pause -> utterance.words().stream()
                        .filter(word -> word.start() >= pause)
                        .limit(1))
                .map(WordTiming::offset)
                .toList();
    }

    private static Duration held(WordTiming word) {
        return word.offset().plus(word.duration()).plus(HOLD);
    }

    /** Whether its author wants silence before this word, which is not the first. */
    boolean resumesAt(int word) {
        var before = words.get(word - 1).offset();
        var offset = words.get(word).offset();
        return resumptions.stream().anyMatch(time -> time.compareTo(before) > 0 && time.compareTo(offset) <= 0);
    }

    /** Until when in the film this word stays if silence follows. */
    Duration heldUntil(int word) {
        return start.plus(held(words.get(word)));
    }

    /** What the user wrote for a time; its words share that time by their length. */
    static Passage of(Subtitle subtitle, String language) {
        var words = WordBreaks.of(subtitle.text(), language);
        var length = subtitle.end().minus(subtitle.start());
        var timed = EditedCaption.shared(subtitle.text(), words, Duration.ZERO, length);
        return new Passage(subtitle.text(), subtitle.start(), timed, subtitle.end(), true, List.of());
    }
}
