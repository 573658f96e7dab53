package io.moneyprinter.tts.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.tts.WordTiming.Source;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordTimesTests {

    private static final TextNormalizer NORMALIZER = new TextNormalizer();
    private static final Duration LENGTH = Duration.ofSeconds(10);

    @Test
    void takesTheTimesOfTheProvider() {
        var times = times("Bees dance well.", "en", spoken("Bees", "dance", "well"));

        assertThat(times).extracting(WordTiming::offset).containsExactly(second(0), second(1), second(2));
        assertThat(times).extracting(WordTiming::end).containsExactly(4, 10, 16);
        assertThat(times).allSatisfy(time -> {
            assertThat(time.source()).isEqualTo(Source.PROVIDER);
            assertThat(time.confidence()).isEqualTo(1);
        });
    }

    @Test
    void givesAnAmountTheTimeOfAllItsWords() {
        var times = times("pay $4.50 now", "en", spoken("pay", "four", "dollars", "and", "fifty", "cents", "now"));

        assertThat(times.get(1).offset()).isEqualTo(second(1));
        assertThat(times.get(1).duration()).isEqualTo(second(5));
        assertThat(times.get(2).offset()).isEqualTo(second(6));
    }

    @Test
    void takesWordsThatTheProviderCutsOtherwise() {
        var times = times("a well-known fact", "en", spoken("a", "well", "known", "fact"));
        assertThat(times.get(1).duration()).isEqualTo(second(2));

        var joined = times("今天我们看", "zh", spoken("今天我们", "看"));
        assertThat(joined).hasSize(3);
        assertThat(joined.get(1).offset()).isEqualTo(Duration.ofMillis(500));
        assertThat(joined).extracting(WordTiming::source).containsOnly(Source.PROVIDER);
    }

    @Test
    void interpolatesWhatTheProviderLeftOut() {
        var words = List.of(word("one", 0, 1), word("four", 3, 1));

        var times = times("one two three four", "en", words);

        assertThat(times.get(1).offset()).isEqualTo(second(1));
        assertThat(times.get(2).offset().plus(times.get(2).duration())).isEqualTo(second(3));
        assertThat(times)
                .extracting(WordTiming::source)
                .containsExactly(Source.PROVIDER, Source.INTERPOLATED, Source.INTERPOLATED, Source.PROVIDER);
        assertThat(times.get(1).confidence()).isLessThan(times.get(0).confidence());
    }

    @Test
    void makesRoomBetweenWordsThatTouch() {
        var times = times("one two three", "en", List.of(word("one", 0, 1), word("three", 1, 1)));

        assertThat(times.get(1).duration()).isGreaterThan(Duration.ofMillis(100));
        assertThat(times.get(1).offset().plus(times.get(1).duration())).isEqualTo(second(1));
    }

    @Test
    void sharesTheTimeOutWhenTheProviderSaysNothing() {
        var times = times("I am extraordinarily tired", "en", List.of());

        assertThat(times).extracting(WordTiming::source).containsOnly(Source.ESTIMATED);
        assertThat(times.get(2).duration())
                .isGreaterThan(times.get(0).duration().multipliedBy(3));
        assertThat(times.getLast().offset().plus(times.getLast().duration())).isEqualTo(LENGTH);
    }

    @Test
    void splitsAnAmountOverTheWordsItIsWrittenIn() {
        var times = times("$4.5 million raised", "en", spoken("four", "point", "five", "million", "dollars", "raised"));

        assertThat(times.get(0).offset()).isEqualTo(second(0));
        assertThat(times.get(1).offset().plus(times.get(1).duration())).isEqualTo(second(5));
        assertThat(times.get(0).source()).isEqualTo(Source.INTERPOLATED);
        assertThat(times.get(2).offset()).isEqualTo(second(5));
    }

    @Test
    void keepsWordsInsideTheAudioAndInOrder() {
        var words = List.of(word("one", 8, 1), word("two", 9, 5), word("three", 20, 5));

        var times = times("one two three 🐝", "en", words);

        var end = Duration.ZERO;
        for (var time : times) {
            assertThat(time.offset()).isGreaterThanOrEqualTo(end);
            end = time.offset().plus(time.duration());
        }
        assertThat(end).isLessThanOrEqualTo(LENGTH);
        assertThat(times.getLast().end()).isEqualTo("one two three 🐝".length());
    }

    private static List<WordTiming> times(String text, String language, List<SpokenWord> words) {
        return WordTimes.of(
                NORMALIZER.normalize(text, language, Set.of("Latn", "Hani")), words, Source.PROVIDER, LENGTH);
    }

    private static List<SpokenWord> spoken(String... texts) {
        var words = new ArrayList<SpokenWord>();
        for (var text : texts) {
            words.add(word(text, words.size(), 1));
        }
        return words;
    }

    private static SpokenWord word(String text, int start, int length) {
        return new SpokenWord(text, second(start), second(length));
    }

    private static Duration second(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
