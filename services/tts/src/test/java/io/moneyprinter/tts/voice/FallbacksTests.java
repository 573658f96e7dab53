package io.moneyprinter.tts.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FallbacksTests {

    private static final SpeechSynthesizer FIRST = new ToneSynthesizer(
            "first", 0.1, voice("first", "en-US-m", "en-US", "male"), voice("first", "en-GB-f", "en-GB", "female"));
    private static final SpeechSynthesizer SECOND = new ToneSynthesizer(
            "second",
            0.1,
            voice("second", "de-m", "de-DE", "male"),
            voice("second", "gb-m", "en-GB", "male"),
            voice("second", "us-f", "en-US", "female"),
            voice("second", "us-m", "en-US", "male"),
            voice("second", "us-m2", "en-US", "male"));
    private static final SpeechSynthesizer THIRD =
            new ToneSynthesizer("third", 0.1, voice("third", "any", "en-AU", null));
    private static final SpeechSynthesizer GERMAN =
            new ToneSynthesizer("german", 0.1, voice("german", "de-f", "de-DE", "female"));
    private static final SpeechSynthesizer SILENT = new ToneSynthesizer("none", 0, voice("none", "none", "mul", null)) {
        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.SILENT);
        }
    };

    private final Fallbacks fallbacks = new Fallbacks(VoicesTests.of(
            List.of(SILENT, GERMAN, THIRD, SECOND, FIRST),
            new VoiceProperties(
                    List.of("first", "german", "second", "third"), Map.of("anna", List.of("third", "first")))));

    private static Voice voice(String provider, String id, String locale, @Nullable String gender) {
        return new Voice(provider, id, id, locale, gender, Scripts.of(locale), true, false);
    }

    @Test
    void takesTheVoiceOfTheSameLocaleAndGenderFromEveryFurtherProvider() {
        assertThat(chain("en", settings(null, "en-US-m", null), null)).containsExactly("en-US-m", "us-m", "any");
        assertThat(chain("en", settings(null, "en-GB-f", null), null)).containsExactly("en-GB-f", "gb-m", "any");
        assertThat(chain("de", settings(null, null, null), null)).containsExactly("de-f", "de-m");
    }

    @Test
    void takesTheVoiceOfTheSameStyleAmongThoseThatAreOtherwiseAlike() {
        var friendly = voice("first", "friendly", "en-US", "male").withStyles(List.of("Friendly", "Positive"));
        var actor =
                new ToneSynthesizer(
                        "second",
                        0.1,
                        voice("second", "other", "en-US", "male"),
                        voice("second", "female", "en-US", "female").withStyles(List.of("friendly", "sad")),
                        voice("second", "like", "en-US", "male").withStyles(List.of("friendly")),
                        voice("second", "sad", "en-US", "male").withStyles(List.of("sad"))) {
                    @Override
                    public Set<Capability> capabilities() {
                        return Set.of(Capability.LISTED_STYLES);
                    }
                };
        var voices = VoicesTests.of(
                List.of(new ToneSynthesizer("first", 0.1, friendly), actor),
                new VoiceProperties(List.of("first", "second"), Map.of()));
        var narrator = new Narrator("first", "friendly", List.of());

        assertThat(ids(new Fallbacks(voices).of(request(UserId.LOCAL, "en", VoiceSettings.DEFAULT, narrator))))
                .containsExactly("friendly", "like");
        assertThat(ids(new Fallbacks(voices)
                        .of(request(UserId.LOCAL, "en", VoiceSettings.DEFAULT.withStyle("Sad"), narrator))))
                .containsExactly("friendly", "sad");
    }

    @Test
    void looksForAFurtherVoiceOnlyWhenItsTurnHasCome() {
        var unasked = new ToneSynthesizer("second", 0.1) {
            @Override
            public List<Voice> voices() {
                throw new AssertionError("nobody asked for a further voice");
            }
        };
        var voices = VoicesTests.of(List.of(FIRST, unasked), new VoiceProperties(List.of("first", "second"), Map.of()));
        var narrator = new Narrator("first", "en-US-m", List.of());

        assertThat(new Fallbacks(voices)
                        .of(request(UserId.LOCAL, "en", VoiceSettings.DEFAULT, narrator))
                        .findFirst())
                .map(Voice::id)
                .hasValue("en-US-m");
    }

    @Test
    void wantsTheLanguageOfTheTextFromThoseWhoTakeOver() {
        // A voice that reads other languages than its own was named.
        assertThat(chain("de", settings("first", "en-US-m", null), null)).containsExactly("en-US-m", "de-f", "de-m");
    }

    @Test
    void asksInTheOrderOfTheRequestBeforeThatOfTheUser() {
        assertThat(chain("en", settings(null, null, List.of("third", "none", "SECOND")), null))
                .containsExactly("en-US-m", "any", "none", "us-m");
        assertThat(chain("en", settings(null, null, List.of()), null)).containsExactly("en-US-m");
        assertThat(ids(fallbacks.of(request(new UserId("anna"), "en", settings(null, null, null), null))))
                .containsExactly("any", "en-US-m", "gb-m");
    }

    @Test
    void asksTheNarratorFirstAndThoseWhoFailedLast() {
        var narrator = new Narrator("third", "any", List.of("first"));

        assertThat(chain("en", settings(null, null, null), narrator)).containsExactly("any", "gb-m", "en-US-m");
    }

    @Test
    void choosesAnewWhenTheNarratorIsGone() {
        assertThat(chain("en", settings(null, null, null), new Narrator("third", "left", List.of())))
                .containsExactly("en-US-m", "us-m", "any");
        assertThat(chain("en", settings(null, null, null), new Narrator("gone", "any", List.of())))
                .containsExactly("en-US-m", "us-m", "any");
    }

    @Test
    void leavesSilenceAlone() {
        assertThat(chain("en", settings("none", null, null), null)).containsExactly("none");
    }

    @Test
    void refusesTextThatTheVoiceCannotRead() {
        assertFails(() -> chain("en", settings(null, null, null), null, "今天我们看"), TtsErrorCode.TEXT_NOT_SPEAKABLE);
        assertFails(
                () -> chain("en", settings(null, null, null), new Narrator("third", "any", List.of()), "今天我们看"),
                TtsErrorCode.TEXT_NOT_SPEAKABLE);
    }

    @Test
    void refusesFallbacksThatDoNotExist() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> fallbacks.check(settings(null, null, List.of("second", "fourth"))))
                .withMessageContaining("There is no voice provider 'fourth' here")
                .satisfies(failure ->
                        assertThat(failure.errors().getFirst().pointer()).isEqualTo("/voice_settings/fallbacks/1"));
        fallbacks.check(settings(null, null, List.of("second")));
        fallbacks.check(VoiceSettings.DEFAULT);
    }

    private List<String> chain(String language, VoiceSettings settings, @Nullable Narrator narrator) {
        return chain(language, settings, narrator, "Bees");
    }

    private List<String> chain(String language, VoiceSettings settings, @Nullable Narrator narrator, String text) {
        return ids(fallbacks.of(new SpeechRequest(UserId.LOCAL, text, language, settings, "key", narrator)));
    }

    private static SpeechRequest request(
            UserId user, String language, VoiceSettings settings, @Nullable Narrator narrator) {
        return new SpeechRequest(user, "Bees", language, settings, "key", narrator);
    }

    private static List<String> ids(Stream<Voice> voices) {
        return voices.map(Voice::id).toList();
    }

    private static VoiceSettings settings(
            @Nullable String provider, @Nullable String voice, @Nullable List<String> fallbacks) {
        return new VoiceSettings(provider, voice, null, null, null, null, fallbacks, null);
    }

    private static void assertFails(Runnable call, TtsErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call::run)
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}
