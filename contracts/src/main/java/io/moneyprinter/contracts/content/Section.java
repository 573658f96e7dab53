package io.moneyprinter.contracts.content;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the script under one heading. Headings are not spoken.
 *
 * @param heading null before the first one
 * @param scene how it is meant to look, null when nobody said
 */
public record Section(
        @Nullable String heading,
        List<Sentence> sentences,
        @Nullable Scene scene) {

    public Section {
        sentences = List.copyOf(sentences);
    }

    /** Of which nobody has said how it should look. */
    public Section(@Nullable String heading, List<Sentence> sentences) {
        this(heading, sentences, null);
    }

    public Section withSentences(List<Sentence> sentences) {
        return new Section(heading, sentences, scene);
    }

    /**
     * What to look for pictures of for one of its sentences, English first. Each sentence begins at another term, so
     * that a long section is not one picture.
     *
     * @param sentence its place in the section, from 0
     */
    public List<String> searchTerms(int sentence) {
        return scene == null
                ? List.of()
                : Stream.concat(turned(scene.searchTermsEnglish(), sentence), turned(scene.searchTerms(), sentence))
                        .distinct()
                        .toList();
    }

    private static Stream<String> turned(List<String> terms, int by) {
        return IntStream.range(0, terms.size()).mapToObj(i -> terms.get((i + by) % terms.size()));
    }
}
