package io.moneyprinter.tts.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoicePage;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VoiceControllerTests {

    private static final Caller CALLER = new Caller(UserId.LOCAL);

    private static final Voice SONIA = new Voice(
            "cloud", "sonia", "Sonia", "en-GB", "female", List.of("Latn"), false, true, List.of("cheerful"), false);
    private static final Voice GUY =
            new Voice("cloud", "guy", "Guy", "en-US", "male", List.of("Latn"), false, true, List.of(), false);
    private static final Voice SLT = new Voice("house", "slt", "SLT", "en-US", "female", List.of("Latn"), true, false);
    private static final Voice KATJA =
            new Voice("house", "katja", "Katja", "de-DE", "female", List.of("Latn"), true, false);
    private static final Voice ACTOR = new Voice("stage", "actor", "Actor", "fr", null, List.of("Latn"), true, true);

    private final ToneSynthesizer cloud = new ToneSynthesizer("cloud", 0.1, SONIA, GUY) {
        @Override
        public BigDecimal pricePerMillionCharacters(Voice voice) {
            return BigDecimal.TEN;
        }
    };
    private final ToneSynthesizer house = new ToneSynthesizer("house", 0.1, SLT, KATJA);
    private final ToneSynthesizer stage = new ToneSynthesizer("stage", 0.1, ACTOR) {
        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.ANY_STYLE);
        }
    };
    private final VoiceController controller = controller(cloud, house, stage);

    private static VoiceController controller(ToneSynthesizer... synthesizers) {
        return new VoiceController(
                VoicesTests.of(List.of(synthesizers), new VoiceProperties(List.of("cloud", "house"), Map.of())));
    }

    @Test
    void findsVoicesByWhatTheyAre() {
        assertThat(ids(ask(filter("en", null, null, null, null)))).containsExactly("sonia", "guy", "slt");
        assertThat(ids(ask(filter("en-US", null, null, null, null)))).containsExactly("guy", "slt");
        assertThat(ids(ask(filter(null, "fr", null, null, null)))).containsExactly("actor");
        assertThat(ids(ask(filter(null, "en", null, null, null)))).isEmpty();
        assertThat(ids(ask(filter(null, null, "Female", null, null)))).containsExactly("sonia", "slt", "katja");
        assertThat(ids(ask(filter("en", null, "female", "HOUSE", null)))).containsExactly("slt");
        assertThat(ids(ask(filter(null, null, null, null, "Cheerful")))).containsExactly("sonia", "actor");
    }

    @Test
    void findsVoicesByWhatTheyNeed() {
        assertThat(ids(ask(needing(true, null, null)))).containsExactly("sonia", "guy");
        assertThat(ids(ask(needing(false, null, null)))).containsExactly("slt", "katja", "actor");
        assertThat(ids(ask(needing(null, true, true)))).containsExactly("actor");
        assertThat(ids(ask(needing(null, false, null)))).containsExactly("slt", "katja");
        assertThat(ask(needing(true, null, null)).voices()).allMatch(Voice::paid);
    }

    @Test
    void givesThemPageByPage() {
        var seen = new ArrayList<String>();
        var cursor = (String) null;
        do {
            var page = page(2, cursor);
            assertThat(page.voices()).hasSizeBetween(1, 2);
            seen.addAll(ids(page));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).containsExactly("sonia", "guy", "slt", "katja", "actor");
        assertThat(page(5, null).nextCursor()).isNull();
    }

    @Test
    void refusesWhatIsNoCursor() {
        for (var cursor : List.of("nothing", "$", "")) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> page(2, cursor))
                    .extracting(CodedException::code)
                    .isEqualTo(CommonErrorCode.FIELD_INVALID);
        }
    }

    @Test
    void saysWhoIsMissing() {
        var away = new ToneSynthesizer("away", 0.1) {
            @Override
            public List<Voice> voices() {
                throw new CodedException(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "gone");
            }
        };
        var poor = new ToneSynthesizer("poor", 0.1, KATJA) {
            @Override
            public CodedException listingFailure() {
                return new CodedException(TtsErrorCode.VOICE_KEY_REFUSED, "no key");
            }
        };

        var page =
                controller(away, poor, stage).voices(CALLER, null, null, null, null, null, null, null, null, 100, null);

        assertThat(ids(page)).containsExactly("katja", "actor");
        assertThat(page.missing()).containsExactly("away", "poor");
    }

    @Test
    @Timeout(60)
    void waitsForNobodyWhoTakesForEver() {
        var stalled = new CountDownLatch(1);
        var slow = new ToneSynthesizer("slow", 0.1, SLT) {
            private boolean asked;

            @Override
            public List<Voice> voices() {
                if (!asked) {
                    asked = true;
                    return super.voices();
                }
                try {
                    stalled.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.voices();
            }
        };
        var known = controller(slow, house);
        var never = controller(new ToneSynthesizer("never", 0.1, SLT) {
            @Override
            public List<Voice> voices() {
                return slow.voices();
            }
        });
        assertThat(ids(known.voices(CALLER, null, null, null, null, null, null, null, null, 100, null)))
                .containsExactly("slt", "katja", "slt");

        var again = known.voices(CALLER, null, null, null, null, null, null, null, null, 100, null);
        var nothing = never.voices(CALLER, null, null, null, null, null, null, null, null, 100, null);

        assertThat(ids(again)).containsExactly("slt", "katja", "slt");
        assertThat(again.missing()).isEmpty();
        assertThat(ids(nothing)).isEmpty();
        assertThat(nothing.missing()).containsExactly("never");
        stalled.countDown();
    }

    private VoicePage ask(VoiceFilter filter) {
        return controller.voices(
                CALLER,
                filter.language(),
                filter.locale(),
                filter.gender(),
                filter.provider(),
                filter.style(),
                filter.paid(),
                filter.needsKey(),
                filter.offline(),
                100,
                null);
    }

    private static VoiceFilter filter(
            @Nullable String language,
            @Nullable String locale,
            @Nullable String gender,
            @Nullable String provider,
            @Nullable String style) {
        return new VoiceFilter(language, locale, gender, provider, style, null, null, null);
    }

    private static VoiceFilter needing(@Nullable Boolean paid, @Nullable Boolean needsKey, @Nullable Boolean offline) {
        return new VoiceFilter(null, null, null, null, null, paid, needsKey, offline);
    }

    private VoicePage page(int limit, @Nullable String cursor) {
        return controller.voices(CALLER, null, null, null, null, null, null, null, null, limit, cursor);
    }

    private static List<String> ids(VoicePage page) {
        return page.voices().stream().map(Voice::id).toList();
    }
}
