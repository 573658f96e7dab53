package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.timing.StoredWord;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every index does, wherever it keeps what it knows. */
abstract class SpeechIndexContract {

    protected static final SpokenSentence SENTENCE = new SpokenSentence(
            48_000,
            List.of(
                    new StoredWord(0, 4, 30_000_000, 200_000_000, WordTiming.Source.PROVIDER, 1),
                    new StoredWord(5, 11, 230_000_000, 300_000_000, WordTiming.Source.ALIGNED, 0.9)),
            null);

    protected static final BooleanSupplier NOT_YET = () -> false;

    protected SpeechIndex index;

    /** An index that knows what others of the same kind know, as far as there can be others. */
    protected abstract SpeechIndex open(Duration ttl);

    @BeforeEach
    void openOne() {
        index = open(Duration.ofHours(1));
    }

    @AfterEach
    void closeOne() {
        index.close();
    }

    @Test
    void knowsWhatItWasTold() {
        assertThat(index.find("bees")).isNull();

        index.put("bees", SENTENCE);

        assertThat(index.find("bees")).isEqualTo(SENTENCE);
        assertThat(index.find("wasps")).isNull();
    }

    @Test
    void forgetsInTime() {
        try (var forgetful = open(Duration.ofMillis(50))) {
            forgetful.put("moths", SENTENCE);

            Awaitility.await()
                    .untilAsserted(() -> assertThat(forgetful.find("moths")).isNull());
        }
    }

    @Test
    void letsTheSameSentenceBeSpokenAgainAfterItsTurn() {
        index.take("ants", NOT_YET).close();

        index.take("ants", NOT_YET).close();
    }
}
