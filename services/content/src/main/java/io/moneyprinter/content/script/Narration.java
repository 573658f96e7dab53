package io.moneyprinter.content.script;

import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Language;
import java.time.Duration;
import java.util.List;

/** Writes sentences down as somebody would write them, so that reading that gives the same sentences with the same rests. */
public final class Narration {

    private Narration() {}

    /** With marks for whoever speaks it; paragraphs are separated by blank lines. */
    public static List<String> of(List<Section> sections, Language language) {
        return sections.stream()
                .map(section -> of(section.sentences(), section == sections.getLast(), language))
                .toList();
    }

    private static String of(List<Sentence> sentences, boolean last, Language language) {
        var text = new StringBuilder();
        for (var sentence : sentences) {
            var end = sentence == sentences.getLast();
            var more = more(sentence);
            if (end) {
                more = more.minus(Rest.MORE_AFTER_PARAGRAPH).minus(last ? Duration.ZERO : Rest.MORE_AFTER_SECTION);
            }
            var paragraph = !end && (more.equals(Rest.MORE_AFTER_PARAGRAPH) || unmarkedSentence(sentence));
            text.append(sentence.script());
            if (more.isPositive() && !paragraph) {
                text.append(" [pause %dms]".formatted(more.toMillis()));
            }
            if (!end) {
                text.append(paragraph ? "\n\n" : language.withoutSpaces() ? "" : " ");
            }
        }
        return text.toString();
    }

    /** Beyond the usual rest; within a sentence a pause is as long as it says. */
    private static Duration more(Sentence sentence) {
        var text = sentence.text();
        if (Rest.endsSentence(text) || unmarkedSentence(sentence)) {
            return sentence.pauseAfter().minus(Rest.afterSentence(text));
        }
        return sentence.pauseAfter().equals(Rest.afterClause(text)) ? Duration.ZERO : sentence.pauseAfter();
    }

    /** An item of a list or a line that ends without a mark. */
    private static boolean unmarkedSentence(Sentence sentence) {
        return !Rest.endsSentence(sentence.text()) && sentence.pauseAfter().equals(Rest.afterSentence(sentence.text()));
    }
}
