package io.moneyprinter.content.view;

import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.content.script.Narration;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.language.Language;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A script. What is read can be changed and sent back: then sections win over the script, and what follows from them is
 * counted anew.
 *
 * @param script the whole text, paragraphs separated by blank lines
 * @param estimatedDuration of the narration, in seconds
 * @param sections the scenes in order
 * @param metadata how it came to be
 * @param language BCP 47
 */
public record ContentView(
        @Nullable @Size(max = 50_000) String script,
        @Nullable @Size(max = 200) String title,
        @Nullable @Size(max = 5_000) String description,
        @Nullable @Size(max = 30) List<@NotNull @Size(max = 100) String> keywords,
        @Nullable Integer estimatedDuration,
        @Nullable @Size(max = 50) List<@NotNull @Valid SectionView> sections,
        @Nullable @Size(max = 50) Map<String, @NotNull @Size(max = 5_000) String> metadata,
        @Nullable @Size(max = 35) String language) {

    public static ContentView of(GeneratedContent content) {
        var narrations = Narration.of(content.sections(), new Language(content.language()));
        return new ContentView(
                content.script(),
                content.title(),
                content.description(),
                content.keywords(),
                content.estimatedDuration(),
                IntStream.range(0, narrations.size())
                        .mapToObj(i -> SectionView.of(content.sections().get(i), narrations.get(i)))
                        .toList(),
                content.metadata(),
                content.language());
    }

    /**
     * The script that this describes.
     *
     * @throws CodedException {@code FIELD_INVALID}, {@code SCRIPT_EMPTY} or {@code SCRIPT_TOO_LONG}
     */
    public GeneratedContent toContent() {
        var given = language == null || language.isBlank() ? null : Language.parse(language, "/language");
        var parts = Objects.requireNonNullElse(sections, List.<SectionView>of());
        if (parts.isEmpty() && script == null) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/sections", "neither sections nor script (expected: one of them)");
        }
        var manuscript = Manuscript.of(
                parts.isEmpty() ? Markup.read(Objects.requireNonNull(script)) : blocks(parts),
                given,
                parts.isEmpty() ? "/script" : "/sections");
        return manuscript.toContent(
                manuscript.titleOr(title),
                description == null || description.isBlank() ? null : description.strip(),
                Objects.requireNonNullElse(keywords, List.of()),
                Objects.requireNonNullElse(metadata, Map.of()),
                parts.stream().map(SectionView::scene).toList());
    }

    private static List<Block> blocks(List<SectionView> sections) {
        var blocks = new ArrayList<Block>();
        for (var i = 0; i < sections.size(); i++) {
            var spoken = Markup.read(sections.get(i).narration()).stream()
                    .filter(block -> !(block instanceof Block.Heading))
                    .toList();
            var pointer = "/sections/%d/narration".formatted(i);
            // Says which one has nothing to speak.
            Manuscript.of(spoken, Language.ENGLISH, pointer);
            blocks.add(new Block.Heading(
                    2, Markup.line(Objects.requireNonNullElse(sections.get(i).heading(), ""))));
            blocks.addAll(spoken);
        }
        return blocks;
    }
}
