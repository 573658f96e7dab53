package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.alignment.Babbler;
import io.moneyprinter.tts.alignment.TestReferences;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.health.ProvidersTests;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.VoicesTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class NarrationTests {

    @TempDir
    private Path work;

    private final ToneSynthesizer voice = new ToneSynthesizer("tone", 0.1, VoicesTests.voice("tone", "hum", "en-US"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private LocalObjectStore store;
    private Narration narration;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        narration = narration(voice);
    }

    private Narration narration(SpeechSynthesizer synthesizer, SpeechSynthesizer... references) {
        return narration(new InMemorySpeechIndex(Duration.ofHours(1), 100), synthesizer, references);
    }

    private Narration narration(SpeechIndex index, SpeechSynthesizer synthesizer, SpeechSynthesizer... references) {
        var voices = VoicesTests.of(synthesizer);
        return new Narration(
                voices,
                ProvidersTests.of(voices, Clock.systemUTC()),
                Decoders.wav(),
                TestReferences.heardWords(store, references),
                store,
                JsonMapper.builder().build(),
                new NarrationProperties(Duration.ofHours(1), 100, 2000),
                index,
                ProvidersTests.meters(registry));
    }

    @Test
    void storesTheSoundWithoutTheSilenceAroundIt() throws Exception {
        var speech = speak("Bees dance well");

        assertThat(speech.sampleRate()).isEqualTo(48_000);
        assertThat(speech.duration().toMillis()).isCloseTo(630L, within(30L));
        assertThat(Files.size(store.file(speech.audio()))).isEqualTo(44 + 2 * speech.samples());
        assertThat(speech.words()).hasSize(3);
        assertThat(speech.words().get(1).offset().toMillis()).isCloseTo(230L, within(20L));
        assertThat(speech.provider()).isEqualTo("tone");
        assertThat(speech.cached()).isFalse();
    }

    @Test
    void speaksTheSameSentenceOnce() {
        var first = speak("Bees dance well");
        var second = speak("Bees dance well");

        assertThat(voice.asked).hasValue(1);
        assertThat(second.cached()).isTrue();
        assertThat(second.audio()).isEqualTo(first.audio());
        assertThat(second.words()).isEqualTo(first.words());
    }

    @Test
    void findsWhatWasSpokenBeforeARestart() {
        var first = speak("Bees dance well");

        var second = speak(narration(voice), "Bees dance well", VoiceSettings.DEFAULT);

        assertThat(voice.asked).hasValue(1);
        assertThat(second.cached()).isTrue();
        assertThat(second.words()).isEqualTo(first.words());
        assertThat(second.samples()).isEqualTo(first.samples());
    }

    @Test
    void speaksAgainWhatWasDeleted() {
        var speech = speak("Bees dance well");
        store.delete(speech.audio());

        assertThat(speak("Bees dance well").cached()).isFalse();
        assertThat(store.exists(speech.audio())).isTrue();
        assertThat(voice.asked).hasValue(2);
    }

    @Test
    void speaksOnceForAllWhoAskAtTheSameTime() throws Exception {
        var waiting = new ArrayList<Future<Speech>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                waiting.add(threads.submit(() -> speak("Bees dance well")));
            }
        }

        for (var one : waiting) {
            assertThat(one.get().samples()).isPositive();
        }
        assertThat(voice.asked).hasValue(1);
    }

    @Test
    void speaksAnewForOtherSettings() {
        var normal = speak("Bees dance well");
        var lower =
                speak(narration, "Bees dance well", new VoiceSettings(null, null, null, null, null, -6.0, null, null));

        assertThat(lower.audio()).isNotEqualTo(normal.audio());
        assertThat(voice.asked).hasValue(2);
    }

    @Test
    void speaksInAStyleOnlyWhoeverHasIt() {
        var plain = speak("Bees dance well");
        var deaf = speak(narration, "Bees dance well", VoiceSettings.DEFAULT.withStyle("sad"));
        var styles = new ArrayList<String>();
        var actor = new ToneSynthesizer("tone", 0.1, VoicesTests.voice("tone", "hum", "en-US")) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.WORD_TIMES, Capability.ANY_STYLE);
            }

            @Override
            public SpokenAudio synthesize(Utterance utterance, Path directory) {
                styles.add(String.valueOf(utterance.style()));
                return super.synthesize(utterance, directory);
            }
        };
        var acted = speak(narration(actor), "Bees dance well", VoiceSettings.DEFAULT.withStyle("sad"));

        assertThat(deaf.audio()).isEqualTo(plain.audio());
        assertThat(deaf.cached()).isTrue();
        assertThat(acted.audio()).isNotEqualTo(plain.audio());
        assertThat(styles).containsExactly("sad");
    }

    @Test
    void countsWhatItFound() {
        speak("Bees dance well");
        speak("Bees dance well");
        speak(narration(voice), "Bees dance well", VoiceSettings.DEFAULT);

        assertThat(registry.counter("moneyprinter.tts.cache", "result", "miss", "where", "provider")
                        .count())
                .isEqualTo(1);
        assertThat(registry.counter("moneyprinter.tts.cache", "result", "hit", "where", "index")
                        .count())
                .isEqualTo(1);
        assertThat(registry.counter("moneyprinter.tts.cache", "result", "hit", "where", "store")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void speaksOnceForAllProcessesThatShareARedis() throws Exception {
        try (var redis = RedisStandIn.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<Speech>>();
            for (var i = 0; i < 4; i++) {
                var process = narration(shared(redis), voice);
                waiting.add(threads.submit(() -> speak(process, "Bees dance well", VoiceSettings.DEFAULT)));
            }
            for (var one : waiting) {
                assertThat(one.get().samples()).isPositive();
            }

            assertThat(voice.asked).hasValue(1);
            assertThat(speak(narration(shared(redis), voice), "Bees dance well", VoiceSettings.DEFAULT)
                            .words())
                    .hasSize(3);
            assertThat(registry.counter("moneyprinter.tts.cache", "result", "hit", "where", "index")
                            .count())
                    .isEqualTo(1);
        }
    }

    private SpeechIndex shared(RedisStandIn redis) {
        return new RedisSpeechIndex(
                new RedisProperties(redis.url(), Duration.ofSeconds(2)),
                Duration.ofHours(1),
                JsonMapper.builder().build(),
                ProvidersTests.meters(registry));
    }

    @Test
    void findsTheWordsOfAVoiceThatDoesNotTellThem() {
        var text = "Bees dance in the dark, to tell their sisters where flowers are.";
        var stranger = Babbler.stranger("en-US", 115, 0.9, 1.1);

        var found = narration(stranger, Babbler.reference("en-GB"))
                .speak(text, "en", stranger.voices().getFirst(), VoiceSettings.DEFAULT);

        assertThat(found.words()).hasSize(12).extracting(WordTiming::source).containsOnly(WordTiming.Source.ALIGNED);
    }

    @Test
    void sharesOutTheWordsOfAVoiceThatDoesNotTellThemWithoutAReference() {
        var stranger = Babbler.stranger("en-US", 115, 0.9, 1.1);

        var speech = narration(stranger)
                .speak("Bees dance in the dark.", "en", stranger.voices().getFirst(), VoiceSettings.DEFAULT);

        assertThat(speech.words()).hasSize(5).extracting(WordTiming::source).containsOnly(WordTiming.Source.ESTIMATED);
    }

    @Test
    void refusesSilence() {
        var mute = new ToneSynthesizer("mute", 0, VoicesTests.voice("mute", "none", "en-US"));

        narration = narration(mute);

        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> narration.speak(
                            "Bees dance well", "en", mute.voices().getFirst(), VoiceSettings.DEFAULT))
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.VOICE_PROVIDER_SILENT);
        }
        assertThat(mute.asked).hasValue(2);
    }

    @Test
    void keepsTheSilenceOfAVoiceThatIsSilent() throws Exception {
        var silent = new ToneSynthesizer("none", 0, VoicesTests.voice("none", "none", "mul")) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.SILENT, Capability.WORD_TIMES);
            }
        };

        var speech =
                narration(silent).speak("Bees dance well", "en", silent.voices().getFirst(), VoiceSettings.DEFAULT);

        assertThat(speech.samples()).isEqualTo(24_000 + 3 * 9_600);
        assertThat(speech.words().get(1).offset()).isEqualTo(Duration.ofMillis(700));
        assertThat(Files.size(store.file(speech.audio()))).isEqualTo(44 + 2 * speech.samples());
    }

    @Test
    void refusesATextWithoutWords() {
        assertFails("...", TtsErrorCode.TEXT_NOT_SPEAKABLE);
        assertFails("  ", TtsErrorCode.TEXT_NOT_SPEAKABLE);
        assertFails("bee ".repeat(600), TtsErrorCode.TEXT_TOO_LONG);
        assertThat(voice.asked).hasValue(0);
    }

    @Test
    void leavesNothingBehindButTheObjects() throws Exception {
        speak("Bees dance well");

        try (var left = Files.list(work.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private Speech speak(String text) {
        return speak(narration, text, VoiceSettings.DEFAULT);
    }

    private Speech speak(Narration narration, String text, VoiceSettings settings) {
        return narration.speak(text, "en", voice.voices().getFirst(), settings);
    }

    private void assertFails(String text, TtsErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speak(text))
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}
