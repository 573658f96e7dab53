package io.moneyprinter.tts.provider.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.tts.normalization.NormalizedText.Span;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpokenWord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardRunsTests {

    private static final int RATE = 10_000;
    private static final String TEXT = "Bees dance in the dark, to tell their sisters.";

    private final Muting muting = muting(TEXT);

    private static Muting muting(String text) {
        var words = new ArrayList<Span>();
        for (var start = 0; start < text.length(); ) {
            var end = text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            words.add(new Span(start, Character.isLetter(text.charAt(end - 1)) ? end : end - 1));
            start = end + 1;
        }
        return new Muting(text, words);
    }

    /** A word of the text, or silence, and how long it is heard in milliseconds. */
    private record Part(int word, int milliseconds) {}

    private static final int SILENCE = -1;

    private static List<Wave> spoken(Part... parts) {
        var length = Arrays.stream(parts).mapToInt(Part::milliseconds).sum() * RATE / 1000;
        var runs = new ArrayList<Wave>();
        for (var run = 0; run < Muting.RUNS; run++) {
            var samples = new short[length];
            var at = 0;
            for (var part : parts) {
                var to = at + part.milliseconds() * RATE / 1000;
                if (part.word() != SILENCE && (Muting.code(part.word()) >> run & 1) == 1) {
                    Arrays.fill(samples, at, to, (short) (100 + part.word()));
                }
                at = to;
            }
            runs.add(new Wave(RATE, samples));
        }
        return runs;
    }

    private static Part[] eachFor(int milliseconds) {
        var parts = new Part[9];
        Arrays.setAll(parts, word -> new Part(word, milliseconds));
        return parts;
    }

    private static long start(SpokenWord word) {
        return word.offset().toMillis();
    }

    private static long end(SpokenWord word) {
        return word.offset().plus(word.duration()).toMillis();
    }

    @Test
    void mutesOtherWordsInEachRun() {
        var short3 = muting("one two three");

        assertThat(short3.text(0)).isEqualTo("\u200b\u0001100Aone \u200b\u00010Atwo \u200b\u0001100Athree");
        assertThat(short3.text(1)).isEqualTo("\u200b\u00010Aone \u200b\u0001100Atwo \u200b\u0001100Athree");
        assertThat(short3.text(2)).isEqualTo("\u200b\u00010Aone \u200b\u00010Atwo \u200b\u00010Athree");
    }

    @Test
    void tellWhenEachWordIsSaid() throws IOException {
        var parts = eachFor(200);

        var words = HeardRuns.words(muting, spoken(parts));

        assertThat(words)
                .extracting(SpokenWord::text)
                .containsExactly("Bees", "dance", "in", "the", "dark", "to", "tell", "their", "sisters");
        assertThat(words)
                .extracting(HeardRunsTests::start)
                .containsExactly(0L, 200L, 400L, 600L, 800L, 1000L, 1200L, 1400L, 1600L);
        assertThat(words).extracting(SpokenWord::duration).containsOnly(Duration.ofMillis(200));
    }

    @Test
    void countAShortSilenceToTheWordAfterItAndAPauseToNone() throws IOException {
        var two = muting("one two three");

        var words = HeardRuns.words(
                two,
                spoken(
                        new Part(SILENCE, 50),
                        new Part(0, 300),
                        new Part(SILENCE, 60),
                        new Part(1, 300),
                        new Part(SILENCE, 160),
                        new Part(2, 300)));

        assertThat(words).extracting(HeardRunsTests::start).containsExactly(50L, 357L, 870L);
        assertThat(words).extracting(HeardRunsTests::end).containsExactly(350L, 710L, 1170L);
    }

    @Test
    void joinAWordThatIsNotHeardWithTheOneThatLastsTooLong() throws IOException {
        var parts = new ArrayList<>(List.of(eachFor(200)));
        parts.remove(3);

        parts.set(2, new Part(2, 500));
        assertThat(HeardRuns.words(muting, spoken(parts.toArray(Part[]::new))))
                .extracting(SpokenWord::text)
                .startsWith("Bees", "dance", "in the", "dark");

        parts.set(2, new Part(2, 100));
        parts.set(3, new Part(4, 350));
        assertThat(HeardRuns.words(muting, spoken(parts.toArray(Part[]::new))))
                .extracting(SpokenWord::text)
                .startsWith("Bees", "dance", "in", "the dark");
    }

    @Test
    void joinAPrepositionWithWhatFollows() throws IOException {
        var czech = muting("rostou v dešti");

        assertThat(HeardRuns.words(czech, spoken(new Part(0, 500), new Part(2, 400))))
                .extracting(SpokenWord::text)
                .containsExactly("rostou", "v dešti");
    }

    @Test
    void keepTheFirstAndTheLastWordEvenIfTheyAreNotHeard() throws IOException {
        var parts = List.of(eachFor(200)).subList(1, 8);

        assertThat(HeardRuns.words(muting, spoken(parts.toArray(Part[]::new))))
                .extracting(SpokenWord::text)
                .containsExactly("Bees dance", "in", "the", "dark", "to", "tell", "their sisters");
    }

    @Test
    void refuseWhatIsNotReadWordByWord() {
        var parts = new ArrayList<>(List.of(eachFor(200)));
        parts.add(5, new Part(3, 100));

        assertRefused(spoken(parts.toArray(Part[]::new)), "not those of the 9 words");
        assertRefused(spoken(new Part(0, 500), new Part(4, 500), new Part(8, 500)), "3 parts");
        assertRefused(spoken(new Part(SILENCE, 500)), "0 parts");
    }

    @Test
    void refuseRunsThatDoNotTakeTheSameTime() {
        var runs = new ArrayList<>(spoken(eachFor(200)));
        runs.set(1, spoken(eachFor(201)).get(1));

        assertRefused(runs, "another time");
    }

    private void assertRefused(List<Wave> runs, String reason) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> HeardRuns.words(muting, runs))
                .withMessageContaining(reason);
    }

    @Test
    void makeTheWholeSound() {
        var whole = Muting.whole(spoken(new Part(0, 100), new Part(SILENCE, 50), new Part(1, 100)));

        assertThat(whole.samples()).hasSize(2_500).startsWith((short) 100).endsWith((short) 101);
        assertThat(whole.samples()[1_200]).isZero();
    }
}
