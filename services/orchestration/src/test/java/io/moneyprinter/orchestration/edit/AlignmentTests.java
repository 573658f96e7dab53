package io.moneyprinter.orchestration.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTests {

    @ParameterizedTest
    @CsvSource({
        "a b c, a b c, 0 1 2",
        "a b c, a c, 0 2",
        "a b c, a x c, 0 1 2",
        "a b c, x b c, 0 1 2",
        "a b c, a b x, 0 1 2",
        "a b c d, d a b c, 3! 0 1 2",
        "a b c d, b a c d, 1! 0 2 3",
        "a b, a x b, 0 - 1",
        "a a b, a b, 0 2",
        "a b c, x y z, 0 1 2",
        "a b c d, c x d, 2 - 3"
    })
    void findsTheSameSentences(String from, String to, String expected) {
        var alignment = Alignment.of(words(from), words(to));

        assertThat(IntStream.range(0, words(to).size())
                        .mapToObj(index -> described(alignment, index))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static String described(Alignment alignment, int to) {
        var from = alignment.from(to);
        return from < 0 ? "-" : from + (alignment.moved(to) ? "!" : "");
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
