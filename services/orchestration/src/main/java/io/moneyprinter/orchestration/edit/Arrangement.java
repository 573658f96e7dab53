package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a script of edited sentences. */
final class Arrangement {

    private Arrangement() {}

    static GeneratedContent of(GeneratedContent old, List<Line> lines) {
        var sections = sections(old.sections(), lines);
        var letters = letters(old.sentences());
        var duration = Math.round((double) old.estimatedDuration()
                * letters(lines.stream().map(line -> line.sentence).toList())
                / letters);
        return new GeneratedContent(
                script(sections),
                old.title(),
                old.description(),
                old.keywords(),
                old.language(),
                (int) Math.max(1, duration),
                sections,
                old.metadata(),
                old.citations());
    }

    /** Sentences keep their headings, so that one that was moved among others has a section of its own. */
    private static List<Section> sections(List<Section> old, List<Line> lines) {
        var sections = new ArrayList<Section>();
        for (var first = 0; first < lines.size(); ) {
            var section = lines.get(first).section;
            var end = first;
            while (end < lines.size() && lines.get(end).section == section) {
                end++;
            }
            sections.add(old.get(section)
                    .withSentences(lines.subList(first, end).stream()
                            .map(line -> line.sentence)
                            .toList()));
            first = end;
        }
        return sections;
    }

    private static String script(List<Section> sections) {
        return sections.stream()
                .map(section -> section.sentences().stream().map(Sentence::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n\n"));
    }

    private static int letters(List<Sentence> sentences) {
        return sentences.stream().mapToInt(sentence -> sentence.text().length()).sum();
    }
}
