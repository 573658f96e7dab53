package io.moneyprinter.tts.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class VoicesTests {

    private static final ToneSynthesizer MARY = new ToneSynthesizer("marytts", 0.2, voice("marytts", "slt", "en-US"));
    private static final ToneSynthesizer EDGE = new ToneSynthesizer(
            "edge",
            0.2,
            voice("edge", "en-GB-RyanNeural", "en-GB"),
            voice("edge", "en-US-EmmaNeural", "en-US"),
            voice("edge", "zh-CN-XiaoxiaoNeural", "zh-CN"),
            voice("edge", "zh-TW-HsiaoNeural", "zh-TW"),
            voice("edge", "ar-EG-SalmaNeural", "ar-EG"),
            voice("edge", "ru-RU-SvetlanaNeural", "ru-RU"));

    private static final OwnVoices NOBODYS = new OwnVoices() {
        @Override
        public List<OwnVoice> of(UserId user) {
            return List.of();
        }

        @Override
        public @Nullable OwnVoice find(String id) {
            return null;
        }
    };

    private final Voices both = voices("marytts", "edge");

    private static Voices voices(String... order) {
        return of(List.of(EDGE, MARY), new VoiceProperties(List.of(order), Map.of()));
    }

    public static Voices of(SpeechSynthesizer... synthesizers) {
        return of(List.of(synthesizers), new VoiceProperties(List.of("marytts", "edge"), Map.of()));
    }

    /** None of which belongs to anybody. */
    static Voices of(List<SpeechSynthesizer> synthesizers, VoiceProperties properties) {
        return new Voices(synthesizers, properties, NOBODYS);
    }

    public static Voices with(OwnVoices own, SpeechSynthesizer... synthesizers) {
        return new Voices(List.of(synthesizers), new VoiceProperties(List.of("marytts"), Map.of()), own);
    }

    public static Voice voice(String provider, String id, String locale) {
        return new Voice(provider, id, id, locale, "female", Scripts.of(locale), true, false);
    }

    @Test
    void prefersTheProvidersInTheirConfiguredOrder() {
        assertThat(both.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "en", "Bees")
                        .provider())
                .isEqualTo("marytts");
        assertThat(voices("edge", "marytts")
                        .choose(UserId.LOCAL, VoiceSettings.DEFAULT, "en", "Bees")
                        .id())
                .isEqualTo("en-US-EmmaNeural");
    }

    @Test
    void prefersTheProvidersInTheOrderOfTheUser() {
        var voices = of(
                List.of(EDGE, MARY), new VoiceProperties(List.of("marytts"), Map.of("anna", List.of("edge", "other"))));

        assertThat(voices.choose(new UserId("anna"), VoiceSettings.DEFAULT, "en", "Bees")
                        .provider())
                .isEqualTo("edge");
        assertThat(voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "en", "Bees")
                        .provider())
                .isEqualTo("marytts");
        assertThat(voices.absent()).containsExactly("other");
    }

    @Test
    void goesOnWithoutAProviderThatDoesNotListItsVoices() {
        var mute = new ToneSynthesizer("marytts", 0.2) {
            @Override
            public List<Voice> voices() {
                throw new CodedException(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "gone");
            }
        };
        var voices = of(mute, EDGE);

        assertThat(voices.all()).hasSize(6);
        assertThat(voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "en", "Bees")
                        .provider())
                .isEqualTo("edge");
        assertFails(
                () -> voices.choose(UserId.LOCAL, settings(null, "slt", null), "en", "Bees"),
                TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE,
                "gone");
    }

    @Test
    void choosesAVoiceThatCanBeAskedForTheStyle() {
        var plain = voice("actor", "plain", "en-US");
        var sad = voice("actor", "sad", "en-GB").withStyles(List.of("sad", "shouting"));
        var actor = new ToneSynthesizer("actor", 0.2, plain, sad) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.LISTED_STYLES);
            }
        };
        var voices = of(MARY, actor);

        assertThat(voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT.withStyle("Sad"), "en-US", "Bees")
                        .id())
                .isEqualTo("sad");
        assertFails(
                () -> voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT.withStyle("gay"), "en", "Bees"),
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "style: gay (no voice of marytts, actor that speaks en can be asked for it");
        assertFails(
                () -> voices.choose(UserId.LOCAL, settings("actor", "sad", null).withStyle("gay"), "en", "Bees"),
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "the voice sad of actor has sad, shouting");
        assertFails(
                () -> voices.choose(
                        UserId.LOCAL, settings("marytts", null, null).withStyle("sad"), "en", "Bees"),
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "no voice of marytts");
    }

    @Test
    void choosesAVoiceThatCanBeAskedHowStrongTheStyleIsToBe() {
        var told = new ToneSynthesizer("told", 0.2, voice("told", "any", "en-US")) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.ANY_STYLE);
            }
        };
        var actor =
                new ToneSynthesizer("actor", 0.2, voice("actor", "sad", "en-US").withStyles(List.of("sad"))) {
                    @Override
                    public Set<Capability> capabilities() {
                        return Set.of(Capability.LISTED_STYLES, Capability.STYLE_DEGREE);
                    }
                };
        var verySad = VoiceSettings.DEFAULT.withStyle("sad", 1.5);

        assertThat(of(told, actor).choose(UserId.LOCAL, verySad, "en", "Bees").id())
                .isEqualTo("sad");
        assertFails(
                () -> of(told).choose(UserId.LOCAL, verySad, "en", "Bees"),
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "can be asked for it and how strong it is to be");
        assertFails(
                () -> of(told).choose(UserId.LOCAL, settings(null, "any", null).withStyle("sad", 1.5), "en", "Bees"),
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "style_degree: 1.5 (the voice any of told cannot");
        assertFails(
                () -> of(actor).choose(UserId.LOCAL, VoiceSettings.DEFAULT.withStyle(null, 1.5), "en", "Bees"),
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "style_degree: 1.5 (expected: a style as well)");
    }

    @Test
    void isSilentOnlyForThoseWhoAskForIt() {
        var none = new Voice("none", "none", "No voice", "mul", null, List.of("Latn", "Deva"), true, false);
        var silent = new ToneSynthesizer("none", 0, none) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.SILENT);
            }
        };
        var voices = of(List.of(silent, MARY), new VoiceProperties(List.of("none", "marytts"), Map.of()));

        assertThat(voices.choose(UserId.LOCAL, settings("none", null, null), "hi", "मधुमक्खी"))
                .isEqualTo(none);
        assertThat(voices.choose(UserId.LOCAL, settings(null, "none", null), "en", "Bees"))
                .isEqualTo(none);
        assertThat(voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "en", "Bees")
                        .provider())
                .isEqualTo("marytts");
        assertFails(
                () -> voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "mul", "Bees"),
                TtsErrorCode.LANGUAGE_NOT_SPOKEN,
                "No voice here speaks");
    }

    @Test
    void takesAVoiceThatSoundsLikeAMachineOnlyWhenNoOtherSpeaksTheLanguage() {
        var robot = new ToneSynthesizer("espeak", 0.2, voice("espeak", "en-us", "en-US"), voice("espeak", "eu", "eu")) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.ROBOTIC);
            }
        };
        var voices = of(List.of(robot, EDGE, MARY), new VoiceProperties(List.of("nobody"), Map.of()));

        assertThat(voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "en", "Bees")
                        .provider())
                .isEqualTo("edge");
        assertThat(voices.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "eu", "Erleak")
                        .provider())
                .isEqualTo("espeak");
        assertThat(of(List.of(EDGE, robot), new VoiceProperties(List.of("espeak"), Map.of()))
                        .choose(UserId.LOCAL, VoiceSettings.DEFAULT, "en", "Bees")
                        .provider())
                .isEqualTo("espeak");
    }

    @Test
    void takesAVoiceOfTheWantedGenderWhereThatCostsNothing() {
        var ann = new Voice("one", "ann", "Ann", "de-DE", "female", List.of("Latn"), true, false);
        var tom = new Voice("one", "tom", "Tom", "de-DE", "male", List.of("Latn"), true, false);
        var max = new Voice("two", "max", "Max", "de-DE", "male", List.of("Latn"), true, false);
        var women = new ToneSynthesizer("one", 0.2, ann);
        var both = new ToneSynthesizer("one", 0.2, ann, tom);
        var men = new ToneSynthesizer("two", 0.2, max);
        var paid = new ToneSynthesizer("two", 0.2, max) {
            @Override
            public BigDecimal pricePerMillionCharacters(Voice voice) {
                return BigDecimal.TEN;
            }
        };

        assertThat(german("male", both, men)).isEqualTo("tom");
        assertThat(german("male", women, men)).isEqualTo("max");
        assertThat(german("male", women, paid)).isEqualTo("ann");
        assertThat(german("female", men, women)).isEqualTo("ann");
        assertThat(german(null, men, women)).isEqualTo("max");
        assertThat(german("male", women)).isEqualTo("ann");
    }

    private static String german(@Nullable String gender, SpeechSynthesizer... synthesizers) {
        return of(List.of(synthesizers), new VoiceProperties(List.of(), Map.of()))
                .choose(UserId.LOCAL, VoiceSettings.DEFAULT, "de", "Bienen", gender)
                .id();
    }

    @Test
    void tellsHowToGetAProviderThatIsNotThere() {
        assertFails(
                () -> both.choose(UserId.LOCAL, settings("espeak", null, null), "en", "Bees"),
                TtsErrorCode.VOICE_PROVIDER_UNKNOWN,
                "moneyprinter.tts.espeak.program");
    }

    @Test
    void prefersTheRegionAndTheScriptOfTheLanguage() {
        assertThat(both.choose(UserId.LOCAL, settings("edge", null, null), "en-GB", "Bees")
                        .id())
                .isEqualTo("en-GB-RyanNeural");
        assertThat(both.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "zh-Hant", "蜜蜂")
                        .id())
                .isEqualTo("zh-TW-HsiaoNeural");
        assertThat(both.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "zh", "蜜蜂").id())
                .isEqualTo("zh-CN-XiaoxiaoNeural");
        assertThat(both.choose(UserId.LOCAL, settings(null, null, "ar"), "en", "نحل")
                        .id())
                .isEqualTo("ar-EG-SalmaNeural");
    }

    @Test
    void findsAVoiceByItsName() {
        assertThat(both.choose(UserId.LOCAL, settings(null, "EN-us-emmaneural", null), "en", "Bees")
                        .id())
                .isEqualTo("en-US-EmmaNeural");
    }

    @Test
    void namesNearVoicesWhenOneIsUnknown() {
        assertFails(
                () -> both.choose(UserId.LOCAL, settings(null, "en-US-EmaNeural", null), "en", "Bees"),
                TtsErrorCode.VOICE_UNKNOWN,
                "near: en-US-EmmaNeural");
    }

    @Test
    void saysHowToSwitchAProviderOn() {
        var mary = of(List.of(MARY), new VoiceProperties(List.of("marytts"), Map.of()));

        assertFails(
                () -> mary.choose(UserId.LOCAL, settings("edge", null, null), "en", "Bees"),
                TtsErrorCode.VOICE_PROVIDER_UNKNOWN,
                "moneyprinter.tts.edge.enabled=true");
        assertFails(
                () -> mary.choose(UserId.LOCAL, VoiceSettings.DEFAULT, "fr", "Abeilles"),
                TtsErrorCode.LANGUAGE_NOT_SPOKEN,
                "No voice here speaks French (fr). Switch on a provider that does: moneyprinter.tts.edge.enabled");
    }

    @Test
    void refusesATextInAScriptTheVoiceCannotRead() {
        var named = settings("marytts", "slt", null);

        assertFails(
                () -> both.choose(UserId.LOCAL, named, "zh", "今天我们看"), TtsErrorCode.TEXT_NOT_SPEAKABLE, "Han script");
        assertFails(
                () -> both.choose(UserId.LOCAL, named, "en", "Пчёлы танцуют"),
                TtsErrorCode.TEXT_NOT_SPEAKABLE,
                "Cyrillic");
        assertFails(
                () -> both.choose(UserId.LOCAL, named, "en", "In 東京大阪京都神戸 there"),
                TtsErrorCode.TEXT_NOT_SPEAKABLE,
                "Han script");
        assertThat(both.choose(UserId.LOCAL, named, "en", "The city of 東京 has many bees")
                        .id())
                .isEqualTo("slt");
    }

    private static VoiceSettings settings(String provider, String voice, String language) {
        return new VoiceSettings(provider, voice, language, null, null, null, null, null);
    }

    private static void assertFails(ThrowingCallable call, TtsErrorCode code, String detail) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .withMessageContaining(detail)
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}
