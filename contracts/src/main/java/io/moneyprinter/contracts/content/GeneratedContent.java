package io.moneyprinter.contracts.content;

import java.util.List;
import java.util.Map;

/**
 * A script ready to be spoken.
 *
 * @param script the whole text, paragraphs separated by blank lines
 * @param language BCP 47
 * @param estimatedDuration of the narration, in seconds
 * @param sections in order; together their sentences are the script
 * @param metadata how it came to be: {@code source} (topic, script, article), {@code provider}, {@code model}, …
 */
public record GeneratedContent(
        String script,
        String title,
        String description,
        List<String> keywords,
        String language,
        int estimatedDuration,
        List<Section> sections,
        Map<String, String> metadata) {

    public GeneratedContent {
        keywords = List.copyOf(keywords);
        sections = List.copyOf(sections);
        metadata = Map.copyOf(metadata);
    }

    /** Of other sentences under the same title. */
    public GeneratedContent withSections(List<Section> sections) {
        return new GeneratedContent(
                script, title, description, keywords, language, estimatedDuration, sections, metadata);
    }

    /** All sentences in order. */
    public List<Sentence> sentences() {
        return sections.stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }
}
