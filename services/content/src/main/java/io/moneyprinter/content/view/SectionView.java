package io.moneyprinter.content.view;

import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.contracts.content.Section;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scene. All but the narration may be missing.
 *
 * @param role {@code hook}, {@code body} or {@code call_to_action}
 * @param heading is not spoken
 * @param narration Markdown or plain text, with {@code [pause 0.5s]}
 * @param onScreenText words to show
 * @param visual what is to be seen
 * @param searchTerms what to look for pictures of, in the language of the script
 * @param searchTermsEnglish the same in English
 * @param shotSeconds how long one picture stays
 * @param sentences ignored when a script is sent
 */
public record SectionView(
        Scene.@Nullable Role role,
        @Nullable @Size(max = 200) String heading,
        @NotBlank @Size(max = 20_000) String narration,
        @Nullable @Size(max = 200) String onScreenText,
        @Nullable @Size(max = 500) String visual,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> searchTerms,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> searchTermsEnglish,
        Scene.@Nullable Mood mood,
        @Nullable @DecimalMin("0.5") @DecimalMax("60") Double shotSeconds,
        @Nullable List<SentenceView> sentences) {

    static SectionView of(Section section, String narration) {
        var scene = section.scene();
        var sentences = section.sentences();
        return new SectionView(
                scene == null ? null : scene.role(),
                section.heading(),
                narration,
                scene == null ? null : scene.onScreen(),
                scene == null ? null : scene.visual(),
                scene == null ? List.of() : scene.searchTerms(),
                scene == null ? List.of() : scene.searchTermsEnglish(),
                scene == null ? null : scene.mood(),
                scene == null || scene.shotLength() == null
                        ? null
                        : scene.shotLength().toMillis() / 1e3,
                sentences.stream()
                        .map(sentence -> new SentenceView(
                                sentence.text(), sentence.pauseAfter().toMillis() / 1e3, sentence.keywords()))
                        .toList());
    }

    Scene scene() {
        return new Scene(
                role,
                onScreenText,
                visual,
                Objects.requireNonNullElse(searchTerms, List.of()),
                Objects.requireNonNullElse(searchTermsEnglish, List.of()),
                mood,
                shotSeconds == null ? null : Duration.ofMillis(Math.round(shotSeconds * 1e3)));
    }
}
