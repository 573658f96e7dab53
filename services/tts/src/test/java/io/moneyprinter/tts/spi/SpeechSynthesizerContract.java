package io.moneyprinter.tts.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every provider does, whatever it is made of. */
public abstract class SpeechSynthesizerContract {

    protected static final String SENTENCE = "Bees dance to tell their sisters, in three steps, where the flowers are.";

    /** Speaks English. */
    protected abstract SpeechSynthesizer synthesizer();

    protected Utterance utterance(String text) {
        return new Utterance(text, synthesizer().voices().getFirst(), 1, 0);
    }

    @Test
    void hasAShortLowerCaseName() {
        assertThat(synthesizer().provider()).matches("[a-z0-9-]{2,20}");
        assertThat(synthesizer().version()).isNotBlank();
    }

    @Test
    void listsVoicesOfItsOwn() {
        assertThat(synthesizer().voices()).isNotEmpty().allSatisfy(voice -> {
            assertThat(voice.provider()).isEqualTo(synthesizer().provider());
            assertThat(voice.id()).isNotBlank();
            assertThat(Locale.forLanguageTag(voice.locale()).getLanguage()).isNotEmpty();
            assertThat(voice.scripts()).isNotEmpty();
        });
        assertThat(synthesizer().voices()).doesNotHaveDuplicates();
    }

    @Test
    void writesSoundIntoTheDirectoryItIsGiven(@TempDir Path work) throws IOException {
        var spoken = synthesizer().synthesize(utterance(SENTENCE), work);

        assertThat(spoken.file()).startsWith(work).isRegularFile();
        assertThat(Files.size(spoken.file())).isGreaterThan(1000);
    }

    @Test
    void saysWhenEachWordIsSpoken(@TempDir Path work) {
        var spoken = synthesizer().synthesize(utterance(SENTENCE), work);

        if (synthesizer().capabilities().contains(Capability.WORD_TIMES)) {
            assertThat(spoken.words().stream().map(word -> word.text().toLowerCase(Locale.ROOT)))
                    .containsExactly(SENTENCE.toLowerCase(Locale.ROOT)
                            .replaceAll("[,.]", "")
                            .split(" "));
            var end = Duration.ZERO;
            for (var word : spoken.words()) {
                assertThat(word.offset()).isGreaterThanOrEqualTo(end);
                assertThat(word.duration()).isPositive();
                end = word.offset().plus(word.duration());
            }
            assertThat(spoken.source()).isIn(WordTiming.Source.PROVIDER, WordTiming.Source.ENGINE);
        } else {
            assertThat(spoken.words()).isEmpty();
        }
    }

    @Test
    void speaksForSeveralAtATime(@TempDir Path work) throws Exception {
        var waiting = new ArrayList<Future<SpokenAudio>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                var directory = Files.createDirectory(work.resolve("w" + i));
                waiting.add(threads.submit(() -> synthesizer().synthesize(utterance(SENTENCE), directory)));
            }
        }
        var sizes = new ArrayList<Long>();
        for (var one : waiting) {
            sizes.add(Files.size(one.get().file()));
        }
        assertThat(sizes).hasSize(8).allMatch(size -> size.equals(sizes.getFirst()));
    }
}
