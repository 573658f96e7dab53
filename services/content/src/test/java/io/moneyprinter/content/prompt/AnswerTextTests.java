package io.moneyprinter.content.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.moneyprinter.language.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerTextTests {

    private static final String TOLD = "You write about bees and never about what you were told.";

    private static AnswerText of(String own) {
        return new AnswerText(
                new Prompt("", "", "data-1", TOLD, new Prompt.Schema("script", "{}")), own, Language.ENGLISH);
    }

    @Test
    void dropsWhatItWasToldUnlessTheUserHasWrittenIt() {
        assertThat(of("bees").line(TOLD, 100)).isEmpty();
        assertThat(of(TOLD).line(TOLD, 100)).isEqualTo(TOLD);
    }

    @Test
    void readsALineOfBlanksInNoTime() {
        var blanks = "[" + "\u00a0".repeat(50_000) + "x";

        var line = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> of("bees").line(blanks, 100));

        assertThat(line).startsWith("[");
    }
}
