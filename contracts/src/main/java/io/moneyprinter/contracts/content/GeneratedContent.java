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
 * @param metadata how it came to be: {@code source} (topic, script, article, sources, material), {@code provider},
 *     {@code model}, {@code template}, {@code draft}, …
 * @param citations the texts it was made of, in the order they were given; its description names them, too
 */
public record GeneratedContent(
        String script,
        String title,
        String description,
        List<String> keywords,
        String language,
        int estimatedDuration,
        List<Section> sections,
        Map<String, String> metadata,
        List<Citation> citations) {

    public GeneratedContent {
        keywords = List.copyOf(keywords);
        sections = List.copyOf(sections);
        metadata = Map.copyOf(metadata);
        // Scripts that were written before there were any have none.
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** Made of nobody else's text. */
    public GeneratedContent(
            String script,
            String title,
            String description,
            List<String> keywords,
            String language,
            int estimatedDuration,
            List<Section> sections,
            Map<String, String> metadata) {
        this(script, title, description, keywords, language, estimatedDuration, sections, metadata, List.of());
    }

    /** Of other sentences under the same title. */
    public GeneratedContent withSections(List<Section> sections) {
        return new GeneratedContent(
                script, title, description, keywords, language, estimatedDuration, sections, metadata, citations);
    }

    /** All sentences in order. */
    public List<Sentence> sentences() {
        return sections.stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }
}
