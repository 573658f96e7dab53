package io.moneyprinter.content.translation;

import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.language.Language;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A translation that somebody has written.
 *
 * @param title null when it has none
 * @param headings below the title
 */
record GivenScript(@Nullable String title, List<String> headings, List<SpeechText> sentences) {

    static final String POINTER = "/script";

    GivenScript {
        headings = List.copyOf(headings);
        sentences = List.copyOf(sentences);
    }

    /**
     * Takes each line for a sentence; where that does not give as many as are wanted, finds them as in every script.
     *
     * @throws CodedException {@code FIELD_INVALID} when that does not either
     */
    static GivenScript read(String script, int wanted, Language language) {
        var lines = lines(script);
        if (lines.sentences().size() == wanted) {
            return lines;
        }
        var manuscript = Manuscript.of(Markup.read(script), language, POINTER);
        if (manuscript.sentenceCount() == wanted) {
            return sentences(manuscript);
        }
        throw CodedException.ofField(
                CommonErrorCode.FIELD_INVALID,
                POINTER,
                "%d sentences in %d lines (expected: %d sentences or lines, one for each sentence of the video)"
                        .formatted(manuscript.sentenceCount(), lines.sentences().size(), wanted));
    }

    private static GivenScript sentences(Manuscript manuscript) {
        return new GivenScript(
                manuscript.title() == null ? null : Headline.title(manuscript.title()),
                manuscript.headings(),
                manuscript.sentences());
    }

    private static GivenScript lines(String script) {
        String title = null;
        var headings = new ArrayList<String>();
        var sentences = new ArrayList<SpeechText>();
        for (var block :
                script.lines().flatMap(line -> Markup.read(line).stream()).toList()) {
            switch (block) {
                case Block.Heading(var level, var text) -> {
                    var heading = speech(text).plain();
                    if (level == 1 && title == null) {
                        title = Headline.title(heading);
                    } else if (!heading.isBlank()) {
                        headings.add(heading);
                    }
                }
                case Block.Paragraph(var text) -> add(text, sentences);
                case Block.ListItem(var text) -> add(text, sentences);
            }
        }
        return new GivenScript(title, headings, sentences);
    }

    private static void add(String text, List<SpeechText> sentences) {
        var speech = speech(text.replaceAll("\\s+", " "));
        if (!speech.plain().isBlank()) {
            sentences.add(speech);
        }
    }

    static SpeechText speech(String text) {
        try {
            return SpeechText.parse(text);
        } catch (SpeechText.WrongMark wrong) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, POINTER, Objects.requireNonNull(wrong.getMessage()));
        }
    }
}
