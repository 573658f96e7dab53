package io.moneyprinter.content.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.SpeechText.Mark;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bees [pause] dance            | Bees dance  | 5  | 500
            Bees [pause 0.5s] dance       | Bees dance  | 5  | 500
            Bees [pause 500ms] dance      | Bees dance  | 5  | 500
            Bees[pause: 2 seconds] dance  | Bees dance  | 4  | 2000
            Bees [PAUSE=1.25 s] dance     | Bees dance  | 5  | 1250
            Bees [ pause 10 ] dance       | Bees dance  | 5  | 10000
            [pause 0s] Bees dance         | Bees dance  | 0  | 0
            Bees dance. [pause 1s]        | Bees dance. | 11 | 1000
            蜜蜂[pause 1s]跳舞              | 蜜蜂跳舞      | 2  | 1000
            """)
    void readsPauses(String marked, String plain, int at, long millis) {
        assertThat(parse(marked))
                .isEqualTo(new SpeechText(plain, List.of(new Mark.Pause(at, Duration.ofMillis(millis)))));
    }

    @Test
    void readsEmphasis() {
        assertThat(parse("Bees [emphasis]really[/emphasis] dance, [Emphasis]all of [pause 1s] them[/Emphasis]."))
                .isEqualTo(new SpeechText(
                        "Bees really dance, all of them.",
                        List.of(
                                new Mark.Emphasis(5, 11),
                                new Mark.Emphasis(19, 30),
                                new Mark.Pause(26, Duration.ofSeconds(1)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said [sic] so [1].",
                "It matters [emphasis added].",
                "Press the [pause-button] and [pauses].",
                "An [open bracket, a closed] one"
            })
    void leavesOtherBracketsAlone(String text) {
        assertThat(parse(text)).isEqualTo(SpeechText.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bees [pause 300ms]dance.",
                "[pause 0ms][emphasis]Bees[/emphasis] [pause 10000ms]dance.[pause 20ms]",
                "a[emphasis]b[pause 1ms]c[/emphasis]d"
            })
    void writesWhatItReads(String marked) {
        var text = parse(marked);

        assertThat(text.marked()).isEqualTo(marked);
        assertThat(parse(text.marked())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            And the winner is [pause 99s] the bee | [pause 99s] after 'And the winner is' (expected: such as [pause 0.5s] or [pause 500ms], at most 10 s)
            [pause -1s] Bees                      | [pause -1s] at the start
            Bees [pause soon] dance               | [pause soon] after 'Bees'
            Bees [pause 1.5h] dance               | [pause 1.5h] after 'Bees'
            Bees [/pause] dance                   | [/pause] after 'Bees'
            Bees [emphasis]dance                  | [emphasis] after 'Bees [emphasis]dance' (expected: [/emphasis] after it)
            Bees dance[/emphasis]                 | [/emphasis] after 'Bees dance' (expected: [emphasis] before it)
            [emphasis]a [emphasis]b[/emphasis]    | [emphasis] after '[emphasis]a' (expected: [/emphasis] of the one before first)
            """)
    void saysWhichMarkIsWrongAndWhere(String text, String message) {
        assertThatExceptionOfType(SpeechText.WrongMark.class)
                .isThrownBy(() -> parse(text))
                .withMessageStartingWith(message);
    }

    private static SpeechText parse(String text) {
        return SpeechText.parse(text);
    }
}
