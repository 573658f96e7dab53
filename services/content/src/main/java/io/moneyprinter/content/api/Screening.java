package io.moneyprinter.content.api;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.enhance.Enhanced;
import io.moneyprinter.content.enhance.Wish;
import io.moneyprinter.content.moderation.Moderation;
import io.moneyprinter.content.seo.PlatformText;
import io.moneyprinter.content.topic.Brief;
import io.moneyprinter.content.topic.Variations;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ModerationRequest.FieldText;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has moderation look at what is to be spoken or shown to a model, before that costs anything, and at what a model wrote.
 * Every method fails with one of the {@code MODERATION_} codes.
 */
@Component
class Screening {

    private static final String BY_MODEL = "model";

    private final Moderation moderation;

    Screening(Moderation moderation) {
        this.moderation = moderation;
    }

    /**
     * What a model would be shown.
     *
     * @param pointer of what it is to write about
     * @param material pointer of the text that facts come from
     */
    void check(Brief brief, String pointer, String material) {
        moderation.check(
                List.of(
                        new FieldText(pointer, lines(brief.own(), brief.style(), brief.tone(), brief.audience())),
                        new FieldText(material, Objects.requireNonNullElse(brief.material(), ""))),
                brief.language().tag());
    }

    void check(Wish wish) {
        moderation.check(
                List.of(new FieldText("/script", lines(wish.script(), wish.style(), wish.tone(), wish.audience()))),
                wish.language() == null ? null : wish.language().tag());
    }

    /** What somebody has written himself. */
    void check(GeneratedContent content, String pointer) {
        moderation.check(List.of(new FieldText(pointer, text(content))), content.language());
    }

    /** A translation that is given. Its texts are fields of whoever asks for it. */
    void check(TranslationRequest.Given given, String language) {
        moderation.check(
                List.of(
                        new FieldText("/script", lines(given.title(), given.script())),
                        new FieldText("", String.join("\n", given.texts()))),
                language);
    }

    /** What a model wrote. */
    GeneratedContent written(GeneratedContent content) {
        moderation.checkWritten(text(content), content.language());
        return content;
    }

    TranslatedScript written(TranslatedScript translated) {
        moderation.checkWritten(
                lines(text(translated.content()), String.join("\n", translated.texts())),
                translated.content().language());
        return translated;
    }

    Enhanced written(Enhanced enhanced) {
        if (enhanced.by().equals(BY_MODEL)) {
            written(enhanced.content());
        }
        return enhanced;
    }

    List<PlatformText> written(List<PlatformText> platforms, String language) {
        moderation.checkWritten(
                platforms.stream()
                        .filter(one -> one.by().equals(BY_MODEL))
                        .flatMap(one -> Stream.concat(Stream.of(one.text()), one.keywords().stream()))
                        .collect(Collectors.joining("\n")),
                language);
        return platforms;
    }

    /** Those that are fine; nothing is left only where none is. */
    Variations.Result written(Variations.Result result) {
        var fine = new ArrayList<Variations.Variation>();
        var refused = new ArrayList<>(result.refused());
        CodedException last = null;
        for (var one : result.variations()) {
            try {
                written(one.content());
                fine.add(one);
            } catch (CodedException unwanted) {
                if (unwanted.code() != ContentErrorCode.MODERATION_REFUSED) {
                    throw unwanted;
                }
                last = unwanted;
                refused.add(new Variations.Refused(
                        one.hook(),
                        one.order(),
                        one.tone(),
                        unwanted.code().name(),
                        String.valueOf(unwanted.getMessage())));
            }
        }
        if (fine.isEmpty() && last != null) {
            throw last;
        }
        return new Variations.Result(fine, refused);
    }

    private static String text(GeneratedContent content) {
        return Stream.of(
                        Stream.of(content.title(), content.description()),
                        content.keywords().stream(),
                        content.sections().stream().flatMap(Screening::texts))
                .flatMap(all -> all)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Section section) {
        var scene = section.scene();
        return Stream.concat(
                Stream.of(
                        lines(section.heading()),
                        section.sentences().stream().map(Screening::text).collect(Collectors.joining("\n"))),
                scene == null
                        ? Stream.of()
                        : Stream.of(
                                lines(scene.onScreen(), scene.visual()),
                                String.join("\n", scene.searchTerms()),
                                String.join("\n", scene.searchTermsEnglish())));
    }

    /** As it is read, as it is spoken where that differs, and as it is captioned. */
    private static String text(Sentence sentence) {
        return lines(sentence.text(), sentence.marked(), sentence.caption());
    }

    private static String lines(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
