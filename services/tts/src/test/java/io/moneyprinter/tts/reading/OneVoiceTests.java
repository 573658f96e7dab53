package io.moneyprinter.tts.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.EstimateRequest;
import io.moneyprinter.contracts.tts.Excerpt;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.tts.VoiceFailure;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.voice.VoicesTests;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneVoiceTests {

    private static final List<Sentence> SENTENCES = Stream.of("One.", "Two.", "Three.")
            .map(text -> new Sentence(text, Duration.ZERO, List.of()))
            .toList();

    private final List<SpeechRequest> asked = new CopyOnWriteArrayList<>();

    @Test
    void letsWhoeverTakesOverSpeakAllOfIt() {
        var spoken = speak(request -> switch (narrator(request).provider()) {
            case "a" -> request.text().equals("Two.") ? "b" : "a";
            default -> narrator(request).provider();
        });

        assertThat(spoken.speeches()).extracting(Speech::provider).containsOnly("b");
        assertThat(spoken.failures()).extracting(VoiceFailure::provider).containsExactly("a");
        // Two in the first voice, three in the other.
        assertThat(spoken.charge().characters()).isEqualTo(5);
        assertThat(asked)
                .extracting(SpeechRequest::idempotencyKey)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(narrator(asked.getLast()).former()).containsExactly("a");
    }

    /** Voices that fail in turns would speak for ever. */
    @Test
    void staysWithTheLastVoiceAfterSoManyChanges() {
        var spoken = speak(request -> {
            var now = narrator(request).provider();
            var mayChange = request.voiceSettings().fallbacks() == null;
            return mayChange ? now + request.text().charAt(0) : now;
        });

        assertThat(spoken.speeches()).extracting(Speech::provider).containsOnly("aOTO");
    }

    @Test
    void failsWithTheSentenceThatNobodyCanSpeak() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speak(request -> {
                    if (request.text().equals("Three.")) {
                        throw new CodedException(TtsErrorCode.TEXT_NOT_SPEAKABLE, "no word in it");
                    }
                    return "a";
                }))
                .withMessage("no word in it");
    }

    @Test
    void handsOnTheMarksOfATextThatAreNeitherSpokenNorCaptioned() {
        var marked = SENTENCES.getFirst().withText(SpeechText.parse("[emphasis]One[/emphasis], [pause 500ms] two."));

        speak(List.of(marked), request -> "a");

        assertThat(asked)
                .extracting(SpeechRequest::text)
                .containsExactly("[emphasis]One[/emphasis], [pause 500ms]two.");
    }

    private OneVoice.Spoken speak(Function<SpeechRequest, String> who) {
        return speak(SENTENCES, who);
    }

    private OneVoice.Spoken speak(List<Sentence> sentences, Function<SpeechRequest, String> who) {
        var voice = new OneVoice(new Fake(who), new ReadingProperties(1000, 10, 8, 3, Duration.ofDays(1)));
        return voice.speak(new OneVoice.Text(UserId.LOCAL, sentences, "en", VoiceSettings.DEFAULT, "key"));
    }

    private static Narrator narrator(SpeechRequest request) {
        return Objects.requireNonNull(request.narrator());
    }

    private final class Fake implements SpeechSynthesis {

        private final Function<SpeechRequest, String> who;

        Fake(Function<SpeechRequest, String> who) {
            this.who = who;
        }

        @Override
        public Speech synthesize(SpeechRequest request) {
            asked.add(request);
            var provider = who.apply(request);
            var narrator = narrator(request);
            var failures = provider.equals(narrator.provider())
                    ? List.<VoiceFailure>of()
                    : List.of(new VoiceFailure(narrator.provider(), narrator.voice(), "BROKEN", "is broken"));
            return new Speech(new ObjectKey("speech/a.wav"), 48_000, 48_000, List.of(), provider, "voice", false)
                    .charged(new Charge(1, BigDecimal.ONE, Charge.CURRENCY))
                    .after(failures);
        }

        @Override
        public Voice choose(VoiceChoice choice) {
            return VoicesTests.voice("a", "voice", "en-US");
        }

        @Override
        public List<Excerpt> cut(RecordingRequest request) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public SpeechEstimate estimate(EstimateRequest request) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Charge charged(UserId userId, String work) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public List<Voice> voices() {
            throw new UnsupportedOperationException("nobody asks");
        }
    }
}
