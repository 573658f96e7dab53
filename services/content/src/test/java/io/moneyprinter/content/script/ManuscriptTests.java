package io.moneyprinter.content.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManuscriptTests {

    @Test
    void readsHeadingsParagraphsAndSentences() {
        var content = content("""
                # Why bees *dance*

                Bees dance. They waggle.

                ## The code

                It points at the sun.
                The rest is [geometry](https://example.org).
                """);

        assertThat(content.title()).isEqualTo("Why bees dance");
        assertThat(content.sections()).extracting(Section::heading).containsExactly(null, "The code");
        assertThat(content.sentences())
                .extracting(Sentence::text)
                .containsExactly("Bees dance.", "They waggle.", "It points at the sun.", "The rest is geometry.");
        assertThat(content.script())
                .isEqualTo("Bees dance. They waggle.\n\nIt points at the sun. The rest is geometry.");
        assertThat(content.language()).isEqualTo("en");
    }

    @Test
    void restsLongerAfterParagraphsThanAfterSentences() {
        assertThat(pauses("One. Two.\n\nThree.")).containsExactly(300L, 500L, 500L);
    }

    @Test
    void restsLongerAfterSectionsThanAfterParagraphs() {
        assertThat(pauses("# Bees\n\nOne.\n\nTwo.\n\n## Wasps\n\nThree.")).containsExactly(500L, 800L, 500L);
    }

    @Test
    void restsByWhatASentenceEndsIn() {
        assertThat(pauses("Why? “Really?” He left... Yes! No.")).containsExactly(380L, 380L, 450L, 300L, 500L);
        assertThat(pauses("为什么？它们跳舞。")).containsExactly(380L, 500L);
    }

    @Test
    void restsByWhatAClauseEndsIn() {
        assertThat(pauses("A forager that has found a good patch of flowers far away flies straight home to the hive"
                        + " again; then she waggles for as long as the way to the flowers is far from the old tree."))
                .containsExactly(220L, 500L);
    }

    @Test
    void restsAtExplicitPauses() {
        assertThat(pauses("One. [pause] Two. [pause 1.25s]\n\n[pause: 250ms]\n\nThree."))
                .containsExactly(800L, 500L + 1250 + 250, 500L);
    }

    @Test
    void cutsASentenceAtALongPauseWithinIt() {
        var sentences = content("And the winner is [pause 2s] the bee.").sentences();

        assertThat(sentences).extracting(Sentence::text).containsExactly("And the winner is", "the bee.");
        assertThat(sentences.getFirst().pauseAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void leavesAShortPauseWithinItsSentence() {
        var sentences = content("Bees hum. Bees [pause 300ms] dance\nin the [pause 200ms] dark.")
                .sentences();

        assertThat(sentences).extracting(Sentence::text).containsExactly("Bees hum.", "Bees dance in the dark.");
        assertThat(sentences)
                .extracting(Sentence::script)
                .containsExactly("Bees hum.", "Bees [pause 300ms]dance in the [pause 200ms]dark.");
        assertThat(content("Bees [pause 0.9s] dance.").estimatedDuration())
                .isEqualTo(content("Bees dance.").estimatedDuration() + 1);
    }

    @Test
    void handsEmphasisToWhoeverSpeaks() {
        var content = content(
                "# The [emphasis]bee[/emphasis]\n\nBees [emphasis]do[/emphasis] dance. They [emphasis]hum, too. Really"
                        + "[/emphasis] they do [emphasis added].");

        assertThat(content.title()).isEqualTo("The bee");
        assertThat(content.script()).isEqualTo("Bees do dance. They hum, too. Really they do [emphasis added].");
        assertThat(content.sentences())
                .extracting(Sentence::script)
                .containsExactly(
                        "Bees [emphasis]do[/emphasis] dance.",
                        "They [emphasis]hum, too.[/emphasis]",
                        "[emphasis]Really[/emphasis] they do [emphasis added].");
    }

    /** Their space is as wide as a character. */
    @Test
    void findsMarksBetweenJapaneseSpaces() {
        assertThat(content("東京　駅は[emphasis]大きい[/emphasis]。").sentences())
                .singleElement()
                .extracting(Sentence::script)
                .asString()
                .endsWith("駅は[emphasis]大きい[/emphasis]。");
    }

    @Test
    void beginsWithAPause() {
        assertThat(content("[pause 2s]\n\nBees dance.").sentences())
                .extracting(Sentence::script)
                .containsExactly("[pause 2000ms]Bees dance.");
        assertThat(content("# Bees\n\nOne.\n\n## Wasps\n\n[pause 2s] Two.").sentences())
                .extracting(Sentence::script)
                .containsExactly("One.", "[pause 2000ms]Two.");
    }

    @Test
    void refusesAPauseThatOutlastsPatience() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> content("One. [pause 600s] Two."))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(CommonErrorCode.FIELD_INVALID))
                .withMessageContaining("[pause 600s]");
    }

    @Test
    void restsBrieflyBetweenClausesOfALongSentence() {
        var pauses =
                pauses("A forager that has found a good patch of flowers flies home to the hive, walks over the comb"
                        + " in a figure of eight, and waggles for as long as the way to the flowers is far.");

        assertThat(pauses).hasSizeGreaterThan(1).endsWith(500L);
        assertThat(pauses.subList(0, pauses.size() - 1)).containsOnly(150L);
    }

    @Test
    void speaksListItemsAsSentences() {
        assertThat(content("Three facts:\n\n- Bees dance\n- Bees **count**\n- Bees sleep")
                        .sentences())
                .extracting(Sentence::text)
                .containsExactly("Three facts:", "Bees dance", "Bees count", "Bees sleep");
    }

    @Test
    void keepsAYearThatLooksLikeAListItem() {
        assertThat(content("1973. That was the year.").script()).isEqualTo("1973. That was the year.");
    }

    @Test
    void dropsWhatCannotBeSpoken() {
        var content = content("""
                ---
                author: somebody
                date: 2026-01-01
                ---
                Before. ![a picture](bee.jpg)

                ```java
                System.out.println("code");
                ```

                | a | b |
                |---|---|
                | 1 | 2 |

                <!-- a comment -->

                After, with `inline` code &amp; <b>tags</b>.
                """);

        assertThat(content.sentences())
                .extracting(Sentence::text)
                .containsExactly("Before.", "After, with inline code & tags.");
    }

    @Test
    void readsIndentedPlainTextAsText() {
        assertThat(content("    Once upon a time.\n\n    There was a bee.").script())
                .isEqualTo("Once upon a time.\n\nThere was a bee.");
    }

    @Test
    void joinsChineseLinesWithoutSpaces() {
        var content = content("蜜蜂找到花以后，\n会飞回蜂巢。它们跳舞。");

        assertThat(content.sentences()).extracting(Sentence::text).containsExactly("蜜蜂找到花以后，会飞回蜂巢。", "它们跳舞。");
        assertThat(content.language()).isEqualTo("zh");
        assertThat(content.script()).isEqualTo("蜜蜂找到花以后，会飞回蜂巢。它们跳舞。");
    }

    @Test
    void removesCharactersThatTurnTheDirectionOfCaptions() {
        assertThat(content("Safe \u202Eevil\u202C text\u0007.").script()).isEqualTo("Safe evil text.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\t",
                "# Only a title",
                "```\ncode\n```",
                "![x](y.png)",
                "---\na: b\n---\n",
                "... 🐝",
                "[pause 2s]"
            })
    void refusesAScriptWithNothingToSay(String script) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> content(script))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(ContentErrorCode.SCRIPT_EMPTY);
                    assertThat(failure.errors()).extracting(FieldError::pointer).containsExactly("/script");
                });
    }

    @Test
    void refusesAScriptOfTooManySentences() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> content("Bees dance. ".repeat(301)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ContentErrorCode.SCRIPT_TOO_LONG))
                .withMessageContaining("300");
    }

    @Test
    void derivesATitleAndADescription() {
        var content =
                content("Bees dance to tell each other where the flowers are, and they do it in the dark of the hive!"
                        + " Nobody knew. ".repeat(20));

        assertThat(content.title())
                .hasSizeLessThanOrEqualTo(71)
                .startsWith("Bees dance to tell")
                .endsWith("…");
        assertThat(content.description()).hasSizeLessThanOrEqualTo(160).endsWith(".");
    }

    @Test
    void estimatesByWordsAndPauses() {
        var fiftyWords = "Bees dance in the dark. ".repeat(10);

        assertThat(content(fiftyWords).estimatedDuration()).isEqualTo(20 + 4);
    }

    @Test
    void readsALongHostileScriptWithoutStumbling() {
        var hostile = "[".repeat(5_000) + "*_".repeat(5_000) + "(".repeat(5_000) + " word " + "> ".repeat(5_000)
                + "a".repeat(20_000);

        assertThat(content(hostile).sentences()).isNotEmpty();
    }

    private static List<Long> pauses(String script) {
        return content(script).sentences().stream()
                .map(Sentence::pauseAfter)
                .map(Duration::toMillis)
                .toList();
    }

    private static GeneratedContent content(String script) {
        var manuscript = Manuscript.of(Markup.read(script), null, "/script");
        return manuscript.toContent(manuscript.titleOr(null), null, List.of(), Map.of());
    }
}
