package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.alignment.Babbler;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.health.ProvidersTests;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.usage.Ledger;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.tts.voice.VoicesTests;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class NarrationTests {

    @TempDir
    private Path work;

    private final ToneSynthesizer voice = new ToneSynthesizer("tone", 0.1, VoicesTests.voice("tone", "hum", "en-US")) {
        @Override
        public BigDecimal pricePerMillionCharacters(Voice voice) {
            return new BigDecimal("2000");
        }
    };
    private final List<Ledger.Entry> ledger = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private LocalObjectStore store;
    private Narration narration;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        narration = narration(voice);
    }

    private Narration narration(SpeechSynthesizer synthesizer, SpeechSynthesizer... references) {
        return narration(VoicesTests.of(synthesizer), references);
    }

    private Narration narration(Voices voices, SpeechSynthesizer... references) {
        return narration(new InMemorySpeechIndex(Duration.ofHours(1), 100), voices, references);
    }

    private Narration narration(SpeechIndex index, SpeechSynthesizer synthesizer) {
        return narration(index, VoicesTests.of(synthesizer));
    }

    private Narration narration(SpeechIndex index, Voices voices, SpeechSynthesizer... references) {
        return Narrations.of(index, voices, store, ledger::add, ProvidersTests.meters(registry), references);
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
    void sharesNoSpeechOfAVoiceThatBelongsToSomebody() {
        var id = "clone-" + UUID.randomUUID();
        var spokenWith = new ArrayList<String>();
        var cloner = new ToneSynthesizer("tone", 0.1, voice.voices().getFirst()) {
            @Override
            public SpokenAudio synthesize(Utterance utterance, Path directory) {
                spokenWith.add(utterance.voice().id());
                return super.synthesize(utterance, directory);
            }
        };
        var index = new InMemorySpeechIndex(Duration.ofHours(1), 100);
        var ada = narration(index, VoicesTests.with(Narrations.ownedBy("ada"), cloner));
        var bob = narration(index, VoicesTests.with(Narrations.ownedBy("bob"), cloner));
        var cloned = VoicesTests.voice("tone", id, "en-US");

        var first = ada.speak(request("Bees dance well", VoiceSettings.DEFAULT), cloned, Lexicon.EMPTY);
        var again = ada.speak(request("Bees dance well", VoiceSettings.DEFAULT), cloned, Lexicon.EMPTY);
        var others = bob.speak(request("Bees dance well", VoiceSettings.DEFAULT), cloned, Lexicon.EMPTY);

        assertThat(again.cached()).isTrue();
        assertThat(others.cached()).isFalse();
        assertThat(others.audio()).isNotEqualTo(first.audio());
        assertThat(first.voice()).isEqualTo(id);
        assertThat(spokenWith).containsExactly("v1", "v1");
    }

    @Test
    void chargesForWhatWasAskedOfTheProviderAndForNothingElse() {
        var request = request("Bees dance well", VoiceSettings.DEFAULT);
        var hum = voice.voices().getFirst();

        assertThat(narration.estimate(request, hum, Lexicon.EMPTY))
                .isEqualTo(new Charge(15, new BigDecimal("0.030000"), "USD"));
        var charge = speak("Bees dance well").charge();

        assertThat(charge).isEqualTo(new Charge(15, new BigDecimal("0.030000"), "USD"));
        assertThat(ledger).extracting(Ledger.Entry::charge).containsExactly(charge);
        assertThat(ledger.getFirst().idempotencyKey()).isEqualTo("key");
        assertThat(speak("Bees dance well").charge()).isNull();
        assertThat(speak(narration(voice), "Bees dance well", VoiceSettings.DEFAULT)
                        .charge())
                .isNull();
        assertThat(ledger).hasSize(1);
        assertThat(narration.estimate(request, hum, Lexicon.EMPTY)).isEqualTo(Charge.NOTHING);
    }

    @Test
    void keepsHowItSoundsBesideTheSpeech() {
        var levels = speak("Bees dance well").levels();

        assertThat(levels).isNotNull();
        assertThat(levels.after().integratedLufs()).isCloseTo(-18, within(0.5));
        assertThat(levels.before().truePeakDbtp()).isCloseTo(-20, within(0.1));
        assertThat(speak("Bees dance well").levels()).isEqualTo(levels);
        assertThat(speak(narration(voice), "Bees dance well", VoiceSettings.DEFAULT)
                        .levels())
                .isEqualTo(levels);
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
                return Set.of(Capability.WORD_TIMES, Capability.ANY_STYLE, Capability.STYLE_DEGREE);
            }

            @Override
            public SpokenAudio synthesize(Utterance utterance, Path directory) {
                styles.add("%s %s".formatted(utterance.style(), utterance.styleDegree()));
                return super.synthesize(utterance, directory);
            }
        };
        var acted = speak(narration(actor), "Bees dance well", VoiceSettings.DEFAULT.withStyle("sad"));
        var sadder = speak(narration(actor), "Bees dance well", VoiceSettings.DEFAULT.withStyle("sad", 2.0));

        assertThat(deaf.audio()).isEqualTo(plain.audio());
        assertThat(deaf.cached()).isTrue();
        assertThat(acted.audio()).isNotEqualTo(plain.audio());
        assertThat(sadder.audio()).isNotEqualTo(acted.audio());
        assertThat(styles).containsExactly("sad null", "sad 2.0");
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
                .speak(request(text, VoiceSettings.DEFAULT), stranger.voices().getFirst(), Lexicon.EMPTY);

        assertThat(found.words()).hasSize(12).extracting(WordTiming::source).containsOnly(WordTiming.Source.ALIGNED);
    }

    @Test
    void sharesOutTheWordsOfAVoiceThatDoesNotTellThemWithoutAReference() {
        var stranger = Babbler.stranger("en-US", 115, 0.9, 1.1);

        var speech = narration(stranger)
                .speak(
                        request("Bees dance in the dark.", VoiceSettings.DEFAULT),
                        stranger.voices().getFirst(),
                        Lexicon.EMPTY);

        assertThat(speech.words()).hasSize(5).extracting(WordTiming::source).containsOnly(WordTiming.Source.ESTIMATED);
    }

    @Test
    void refusesSilence() {
        var mute = new ToneSynthesizer("mute", 0, VoicesTests.voice("mute", "none", "en-US"));

        narration = narration(mute);

        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> narration.speak(
                            request("Bees dance well", VoiceSettings.DEFAULT),
                            mute.voices().getFirst(),
                            Lexicon.EMPTY))
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

        var speech = narration(silent)
                .speak(
                        request("Bees dance well", VoiceSettings.DEFAULT),
                        silent.voices().getFirst(),
                        Lexicon.EMPTY);

        assertThat(speech.samples()).isEqualTo(24_000 + 3 * 9_600);
        assertThat(speech.words().get(1).offset()).isEqualTo(Duration.ofMillis(700));
        assertThat(Files.size(store.file(speech.audio()))).isEqualTo(44 + 2 * speech.samples());
    }

    @Test
    void restsExactlyAsLongAsMarked() throws Exception {
        var before = speak("Bees dance").samples();
        var after = speak("well").samples();

        var speech = speak("Bees dance [pause 1.5s] well [pause 250ms]");

        var pause = 72_000;
        var end = 12_000;
        assertThat(speech.samples()).isEqualTo(before + pause + after + end);
        var sound = samples(speech);
        assertThat(Arrays.copyOfRange(sound, (int) before, (int) before + pause))
                .containsOnly((short) 0);
        assertThat(sound[(int) before + pause + 4_800]).isNotZero();
        assertThat(Arrays.copyOfRange(sound, sound.length - end, sound.length)).containsOnly((short) 0);
        assertThat(speech.words())
                .extracting(word -> "Bees dance well".substring(word.start(), word.end()))
                .containsExactly("Bees", "dance", "well");
        assertThat(speech.words().getLast().offset())
                .isEqualTo(Pcm.time(before + pause)
                        .plus(speak("well").words().getFirst().offset()));
        assertThat(voice.spoken).containsExactly("Bees dance", "well", "Bees dance", "well");
    }

    @Test
    void beginsWithAPauseAndSpeaksNoMark() {
        var length = speak("Bees dance").samples();

        var speech = speak("[pause 1s] Bees [pause 0s] ... [emphasis]dance[/emphasis]");

        assertThat(speech.words().getFirst().offset()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(speech.samples()).isGreaterThan(length + 48_000);
        assertThat(voice.spoken).containsExactly("Bees dance", "Bees", "dance");
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speak("Bees [pause 99s] dance"))
                .withMessageContaining("[pause 99s] after 'Bees'");
        assertFails("[pause 1s] ...", TtsErrorCode.TEXT_NOT_SPEAKABLE);
    }

    @Test
    void givesEmphasisAndSoundsToVoicesThatTakeThem() {
        var able = able();
        var lexicon = new Lexicon(
                List.of(new Lexicon.Entry("en", "cache", "cash", "kæʃ"), new Lexicon.Entry("en", "GIF", null, "dʒɪf")));
        var text = "A [emphasis]big cache[/emphasis] of 2 GIF files";

        var speech = narration(able)
                .speak(request(text, VoiceSettings.DEFAULT), able.voices().getFirst(), lexicon);

        var utterance = able.last;
        assertThat(utterance.text()).isEqualTo("A big cash of two GIF files");
        assertThat(utterance.deliveries())
                .containsExactly(
                        new Delivery(2, 6, true, null),
                        new Delivery(6, 10, true, "kæʃ"),
                        new Delivery(18, 21, false, "dʒɪf"));
        assertThat(speech.unpronounced()).isEmpty();
        assertThat(speech.words())
                .extracting(word -> "A big cache of 2 GIF files".substring(word.start(), word.end()))
                .containsExactly("A", "big", "cache", "of", "2", "GIF", "files");
    }

    @Test
    void saysWhichWordsItCouldNotPronounce() {
        var lexicon = new Lexicon(
                List.of(new Lexicon.Entry("en", "cache", "cash", "kæʃ"), new Lexicon.Entry("en", "GIF", null, "dʒɪf")));

        var speech = speak("A cache of GIF files, GIF", lexicon);

        assertThat(voice.last.text()).isEqualTo("A cash of GIF files, GIF");
        assertThat(voice.last.deliveries()).isEmpty();
        assertThat(speech.unpronounced()).containsExactly("GIF");
        assertThat(speak("A cache of GIF files, GIF", lexicon).unpronounced()).containsExactly("GIF");
    }

    @Test
    void saysAWordOfStrangeSoundsAsItIsSpelled() {
        var able = able();
        var lexicon = new Lexicon(List.of(
                new Lexicon.Entry("en", "Xhosa", "kosa", "ǁʰɔːsa"),
                new Lexicon.Entry("en", "Gqeberha", null, "ǃɛɓéːxa"),
                new Lexicon.Entry("en", "GIF", null, "dʒɪf")));

        var speech = narration(able)
                .speak(
                        request("Xhosa in Gqeberha and GIF", VoiceSettings.DEFAULT),
                        able.voices().getFirst(),
                        lexicon);

        assertThat(able.last.text()).isEqualTo("kosa in Gqeberha and GIF");
        assertThat(able.last.deliveries()).extracting(Delivery::ipa).containsExactly("dʒɪf");
        assertThat(speech.unpronounced()).containsExactly("Gqeberha");
    }

    @Test
    void speaksAnewWhereTheLexiconHasChanged() {
        var plain = speak("A cache of bees");

        var other = speak("A cache of bees", new Lexicon(List.of(new Lexicon.Entry("en", "cache", "cash", null))));
        var unused = speak("A cache of bees", new Lexicon(List.of(new Lexicon.Entry("en", "hive", "haive", null))));

        assertThat(other.audio()).isNotEqualTo(plain.audio());
        assertThat(unused.audio()).isEqualTo(plain.audio());
        assertThat(unused.cached()).isTrue();
    }

    private static ToneSynthesizer able() {
        return new ToneSynthesizer("able", 0.1, VoicesTests.voice("able", "hum", "en-US")) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.WORD_TIMES, Capability.EMPHASIS, Capability.PHONEMES);
            }

            @Override
            public boolean hasSounds(Voice voice, String ipa) {
                return !ipa.contains("ǃ") && !ipa.contains("ǁ");
            }
        };
    }

    private short[] samples(Speech speech) throws Exception {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(store.file(speech.audio())))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(44)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        var samples = new short[bytes.remaining()];
        bytes.get(samples);
        return samples;
    }

    private Speech speak(String text, Lexicon lexicon) {
        return narration.speak(
                request(text, VoiceSettings.DEFAULT), voice.voices().getFirst(), lexicon);
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
        return narration.speak(request(text, settings), voice.voices().getFirst(), Lexicon.EMPTY);
    }

    private static SpeechRequest request(String text, VoiceSettings settings) {
        return new SpeechRequest(UserId.LOCAL, text, "en", settings, "key");
    }

    private void assertFails(String text, TtsErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speak(text))
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}
