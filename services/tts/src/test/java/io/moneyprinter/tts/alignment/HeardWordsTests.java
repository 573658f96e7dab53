package io.moneyprinter.tts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.tts.WordTiming.Source;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.normalization.TextNormalizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeardWordsTests {

    private static final String TEXT = "Bees dance in the dark, to tell their sisters where flowers are.";

    @TempDir
    private Path work;

    private LocalObjectStore store;
    private final Babbler stranger = Babbler.stranger("en-GB", 120, 0.9, 1.1);

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
    }

    @Test
    void areFoundInTheSound() throws Exception {
        var spoken = stranger.speak(TEXT);

        var words = words("en", spoken.sound(), Babbler.reference("en-US"));

        assertThat(words).hasSize(12).extracting(WordTiming::source).containsOnly(Source.ALIGNED);
        for (var i = 0; i < words.size(); i++) {
            assertThat(words.get(i)
                            .offset()
                            .minus(spoken.words().get(i).offset())
                            .abs()
                            .toMillis())
                    .isLessThan(120);
            assertThat(words.get(i).confidence()).isBetween(0.3, 0.96);
        }
        try (var left = Files.list(work.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void areSharedOutWhereNobodySpeaksTheLanguage() {
        var words = words("en", stranger.speak(TEXT).sound(), Babbler.reference("de-DE"));

        assertThat(words).hasSize(12).extracting(WordTiming::source).containsOnly(Source.ESTIMATED);
    }

    @Test
    void areSharedOutWhenTheSoundIsNotTheText() {
        var other = stranger.speak("Nobody knew why a small boat should come back without its crew.");

        var words = words("en", other.sound(), Babbler.reference("en-US"));

        assertThat(words).hasSize(12).extracting(WordTiming::source).containsOnly(Source.ESTIMATED);
        assertThat(words).allMatch(word -> word.confidence() <= 0.3);
    }

    @Test
    void areSharedOutOverSilenceToo() {
        var words = words("en", new Pcm(new float[48_000]), Babbler.reference("en-US"));

        assertThat(words).hasSize(12).extracting(WordTiming::source).containsOnly(Source.ESTIMATED);
    }

    @Test
    void areNotLookedForByAVoiceThatDoesNotKnowItsOwn() {
        var words = words("en", stranger.speak(TEXT).sound(), stranger);

        assertThat(words).extracting(WordTiming::source).containsOnly(Source.ESTIMATED);
    }

    private List<WordTiming> words(String language, Pcm sound, Babbler voice) {
        var text = new TextNormalizer().normalize(TEXT, language, Set.of("Latn"));
        return TestReferences.heardWords(store, voice).of(text, language, sound);
    }
}
