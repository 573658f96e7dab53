package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.VoiceFailure;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.VoicesTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailoverTests {

    private static final CodedException BROKEN = failure(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "answered 500", null);
    private static final Lexicon LEXICON = new Lexicon(List.of(new Lexicon.Entry("en", "hive", "haive", null)));
    private static final CodedException REFUSED = failure(TtsErrorCode.VOICE_UNKNOWN, "has no such voice", null);

    @TempDir
    private Path work;

    private final SettableClock clock = new SettableClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Moody first = new Moody("marytts");
    private final Moody second = new Moody("edge");
    private final Narrator narrator = new Narrator("marytts", "marytts-voice", List.of());
    private Failover failover;

    /** Speaks, unless it is told to fail. */
    private static final class Moody extends ToneSynthesizer {

        private final Deque<CodedException> failures = new ArrayDeque<>();

        Moody(String provider) {
            super(provider, 0.1, VoicesTests.voice(provider, provider + "-voice", "en-US"));
        }

        void fail(CodedException... next) {
            failures.addAll(Arrays.asList(next));
        }

        @Override
        public SpokenAudio synthesize(Utterance utterance, Path directory) {
            if (!failures.isEmpty()) {
                asked.incrementAndGet();
                throw failures.removeFirst();
            }
            return super.synthesize(utterance, directory);
        }
    }

    @BeforeEach
    void open() {
        failover = Failovers.of(
                VoicesTests.of(first, second),
                work,
                clock,
                registry,
                duration -> {
                    pauses.add(duration);
                    clock.advance(duration);
                },
                user -> user.equals(UserId.LOCAL) ? LEXICON : Lexicon.EMPTY);
    }

    @Test
    void speaksByTheLexiconOfWhoeverAsks() {
        speak("A [pause 1s] hive", null);
        failover.speak(new SpeechRequest(new UserId("usr_other"), "A hive", "en", VoiceSettings.DEFAULT, "key"));

        assertThat(first.spoken).containsExactly("A", "haive", "A hive");
    }

    @Test
    void staysWithAProviderThatFailsOnce() {
        first.fail(BROKEN);

        var speech = speak("Bees dance", null);

        assertThat(speech.provider()).isEqualTo("marytts");
        assertThat(speech.failures()).isEmpty();
        assertThat(pauses).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void saysWhenAStyleIsLostOnTheWay() {
        first.fail(BROKEN, BROKEN);

        var speech = failover.speak(new SpeechRequest(
                UserId.LOCAL, "Bees dance", "en", VoiceSettings.DEFAULT.withStyle("sad"), "key", narrator));

        assertThat(speech.provider()).isEqualTo("edge");
        assertThat(speech.failures().getFirst().reason())
                .isEqualTo("answered 500 (edge-voice of edge cannot be asked for the style 'sad')");
    }

    @Test
    void letsTheNextProviderSpeakAndSaysWhy() {
        first.fail(BROKEN, BROKEN);

        var speech = speak("Bees dance", narrator);

        assertThat(speech.provider()).isEqualTo("edge");
        assertThat(speech.voice()).isEqualTo("edge-voice");
        assertThat(speech.failures())
                .containsExactly(
                        new VoiceFailure("marytts", "marytts-voice", "VOICE_PROVIDER_UNAVAILABLE", "answered 500"));
        assertThat(registry.get("moneyprinter.tts.fallbacks")
                        .tags("from", "marytts", "to", "edge", "code", "VOICE_PROVIDER_UNAVAILABLE")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void asksOnlyOnceForWhatIsRefusedForGood() {
        first.fail(REFUSED);

        assertThat(speak("Bees dance", null).provider()).isEqualTo("edge");
        assertThat(first.asked).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void doesNotAskAgainBeforeTheTimeThatAProviderNames() {
        first.fail(throttled(7));

        assertThat(speak("Bees dance", null).provider()).isEqualTo("edge");
        clock.advance(Duration.ofSeconds(6));
        var speech = speak("They show the way", null);

        assertThat(speech.provider()).isEqualTo("edge");
        assertThat(speech.failures().getFirst().code()).isEqualTo("VOICE_PROVIDER_THROTTLED");
        assertThat(speech.failures().getFirst().reason()).contains("marytts is left alone until", "slow down");
        assertThat(first.asked).hasValue(1);
        assertThat(pauses).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(speak("Others follow", null).provider()).isEqualTo("marytts");
    }

    @Test
    void waitsForTheVoiceThatSpeaksTheVideoAlreadyRatherThanChangeIt() {
        first.fail(throttled(7));

        assertThat(speak("Bees dance", narrator).provider()).isEqualTo("marytts");

        assertThat(pauses).containsExactly(Duration.ofMillis(7_020));
        assertThat(second.asked).hasValue(0);
    }

    @Test
    void doesNotWaitLongerThanItIsPatient() {
        first.fail(throttled(7), throttled(7));
        assertThat(speak("Bees dance", narrator).provider()).isEqualTo("edge");
        assertThat(pauses).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        first.fail(throttled(60));
        assertThat(speak("They show the way", narrator).provider()).isEqualTo("edge");
        assertThat(pauses).hasSize(1);
    }

    @Test
    void waitsForWhoeverIsBackFirstWhenNobodyElseCanSpeak() {
        first.fail(throttled(9));
        second.fail(throttled(4));

        var speech = speak("Bees dance", null);

        assertThat(speech.provider()).isEqualTo("edge");
        assertThat(pauses).containsExactly(Duration.ofMillis(4_020));
        assertThat(first.asked).hasValue(1);
    }

    @Test
    void namesEveryProviderAndItsReasonWhenNobodyCanSpeak() {
        first.fail(BROKEN, BROKEN);
        second.fail(throttled(60));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speak("Bees dance", null))
                .withMessage("No voice provider could speak."
                        + " marytts: VOICE_PROVIDER_UNAVAILABLE, answered 500;"
                        + " edge: VOICE_PROVIDER_THROTTLED, slow down")
                .satisfies(failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofMillis(60_020)))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_PROVIDERS_FAILED);
    }

    @Test
    void saysItInTheWordsOfTheProviderWhenThereIsOnlyOne() {
        first.fail(throttled(60));
        var alone = new VoiceSettings(null, null, null, null, null, null, List.of(), null);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> failover.speak(new SpeechRequest(UserId.LOCAL, "Bees dance", "en", alone, "key")))
                .withMessage("slow down")
                .satisfies(failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
        assertThat(second.asked).hasValue(0);
    }

    @Test
    void refusesTheTextInTheWordsOfTheFirstWhenNobodyTakesIt() {
        first.fail(REFUSED);
        second.fail(failure(TtsErrorCode.TEXT_NOT_SPEAKABLE, "cannot read it", null));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speak("Bees dance", null))
                .isSameAs(REFUSED);
    }

    @Test
    void stopsWhenItIsCalledOff() {
        first.fail(failure(CommonErrorCode.CANCELLED, "called off", null));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speak("Bees dance", null))
                .withMessage("called off");
        assertThat(second.asked).hasValue(0);
    }

    @Test
    void givesWhatIsKnownAlreadyWhileItsProviderIsLeftAlone() {
        var before = speak("Bees dance", null);
        first.fail(throttled(60));
        assertThat(speak("They show the way", null).provider()).isEqualTo("edge");

        assertThat(speak("Bees dance", null).audio()).isEqualTo(before.audio());
    }

    private Speech speak(String text, @Nullable Narrator narrator) {
        return failover.speak(new SpeechRequest(UserId.LOCAL, text, "en", VoiceSettings.DEFAULT, "key", narrator));
    }

    private static CodedException throttled(int seconds) {
        return failure(TtsErrorCode.VOICE_PROVIDER_THROTTLED, "slow down", Duration.ofSeconds(seconds));
    }

    private static CodedException failure(
            io.moneyprinter.problem.ErrorCode code, String message, @Nullable Duration retryAfter) {
        return new CodedException(code, message, List.of(), retryAfter, null);
    }
}
