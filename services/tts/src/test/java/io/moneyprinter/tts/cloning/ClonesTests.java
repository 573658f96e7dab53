package io.moneyprinter.tts.cloning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.ClonedVoice;
import io.moneyprinter.contracts.tts.ClonedVoice.State;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.audio.OutsideSound;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.tts.voice.VoicesTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClonesTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");
    private static final IdempotencyKey KEY = new IdempotencyKey("once");

    private final UserId ada = new UserId("ada-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final JdbcClient jdbc = DATABASE.jdbc();
    private final SettableClock clock = new SettableClock();
    private final Cloner provider = new Cloner();

    @TempDir
    private Path work;

    private OwnVoicesOf own;
    private Settlement settlement;
    private Clones clones;

    /** What users see of their voices. */
    private record OwnVoicesOf(StoredOwnVoices stored, Voices voices) {}

    @BeforeEach
    void open() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("database", DATABASE.dataSource());
        beans.addBean("ffmpeg", SharedFfmpeg.ffmpeg());
        var rows = new JdbcClones(DATABASE.dataSource());
        var stored = new StoredOwnVoices(rows, List.of(provider));
        var voices = VoicesTests.with(stored, provider);
        own = new OwnVoicesOf(stored, voices);
        settlement = new Settlement(rows, voices, clock);
        var store = new LocalObjectStore(work, Clock.systemUTC());
        var sounds = new OutsideSound(beans.getBeanProvider(Ffmpeg.class), store, Decoders.wav());
        var properties = new CloningProperties(3, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        clones = new Clones(rows, voices, new Samples(sounds, properties), settlement, store, clock);
    }

    @Test
    void makesAVoiceOfSamplesOfOurs() throws Exception {
        var voice = clone(ada, null);

        assertThat(voice.state()).isEqualTo(State.READY);
        assertThat(voice.id()).matches("clone-[0-9a-f-]{36}");
        assertThat(voice.name()).isEqualTo("Ada");
        var sample = provider.samples.getFirst();
        assertThat(sample.name().value()).isEqualTo(voice.id());
        assertThat(sample.samples()).hasSize(2);
        assertThat(work.resolve("incoming")).isEmptyDirectory();
        assertThat(clones.of(ada)).containsExactly(voice);
        assertThat(clones.get(ada, voice.id())).isEqualTo(voice);
    }

    @Test
    void keepsTheConsentAsItWasGiven() throws Exception {
        var voice = clone(ada, null);
        clones.delete(ada, voice.id());

        var consent = jdbc.sql("select * from tts.voice_consent where voice_id = :id")
                .param("id", voice.id())
                .query()
                .singleRow();
        assertThat(consent)
                .containsEntry("user_id", ada.value())
                .containsEntry("provider", "cloner")
                .containsEntry("consent_text", "Ada agrees to be cloned.")
                .containsEntry("consented_by", "Ada Lovelace")
                .containsEntry("rights", true)
                .containsEntry("client_address", "192.0.2.7");
        assertThat(String.valueOf(consent.get("sample_digests"))).matches("[0-9a-f]{64} [0-9a-f]{64}");
        for (var change : List.of(
                "update tts.voice_consent set consent_text = 'no'",
                "delete from tts.voice_consent",
                "truncate tts.voice_consent")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("consent is kept as it was given");
        }
    }

    @Test
    void forgetsWhatADeletedVoiceWasCalled() throws Exception {
        var voice = clone(ada, KEY);

        assertThat(clones.delete(ada, voice.id())).isTrue();

        assertThat(provider.kept).isEmpty();
        assertThat(clones.of(ada)).isEmpty();
        assertThat(jdbc.sql("select name from tts.cloned_voice where id = :id")
                        .param("id", voice.id())
                        .query(String.class)
                        .single())
                .isEmpty();
        assertFails(TtsErrorCode.CLONED_VOICE_NOT_FOUND, () -> clones.get(ada, voice.id()));
        assertFails(TtsErrorCode.CLONED_VOICE_NOT_FOUND, () -> clone(ada, KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Ada Lovelace, true, consent_text",
        "Ada agrees, ' ', true, consented_by",
        "Ada agrees, Ada Lovelace, on, rights_confirmed",
        ", , , 'consent_text, consented_by, rights_confirmed'"
    })
    void refusesWithoutConsent(@Nullable String text, @Nullable String by, @Nullable String rights, String missing) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> CloneWish.of("Ada", "en", null, null, text, by, rights))
                .withMessage("A voice is cloned only with consent. Missing: %s.".formatted(missing))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(TtsErrorCode.VOICE_CONSENT_MISSING))
                .satisfies(failure -> assertThat(failure.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(missing.replaceAll("(\\w+)", "/$1").split(", ")));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> CloneWish.of("", "no language", "robot", null, "yes\0", "Ada", "true"))
                .satisfies(failure -> assertThat(failure.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/name", "/consent_text", "/language", "/gender"));
    }

    @Test
    void asksTheProviderOnceForEachKey() throws Exception {
        var first = clone(ada, KEY);

        var again = clones.create(ada, wish("Ada"), KEY, uploads(), null);

        assertThat(again.replayed()).isTrue();
        assertThat(again.voice()).isEqualTo(first);
        assertFails(
                CommonErrorCode.IDEMPOTENCY_KEY_REUSED, () -> clones.create(ada, wish("Eve"), KEY, uploads(), null));
        assertThat(provider.samples).hasSize(1);
        assertThat(clone(bob, KEY).id()).isNotEqualTo(first.id());
        assertThat(clone(ada, null).id()).isNotEqualTo(first.id());
    }

    @Test
    void asksAgainForAVoiceThatWasRefused() throws Exception {
        provider.failure = TtsErrorCode.VOICE_CLONING_REFUSED;
        assertFails(TtsErrorCode.VOICE_CLONING_REFUSED, () -> clone(ada, KEY));
        assertThat(clones.of(ada)).extracting(ClonedVoice::state).containsExactly(State.FAILED);
        assertThat(clones.of(ada).getFirst().error()).isEqualTo("told to fail");

        provider.failure = null;
        var voice = clone(ada, KEY);

        assertThat(voice.state()).isEqualTo(State.READY);
        assertThat(clones.of(ada)).containsExactly(voice);
    }

    @Test
    void findsAVoiceThatWasMadeAndNotTakenNoteOf() {
        provider.failure = TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE;
        provider.failsLate = true;
        assertFails(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, () -> clone(ada, KEY));
        provider.failure = null;
        assertFails(TtsErrorCode.VOICE_CLONING_UNDERWAY, () -> clone(ada, KEY));
        settlement.settle();
        assertThat(clones.of(ada)).extracting(ClonedVoice::state).containsExactly(State.CREATING);

        clock.advance(Duration.ofMinutes(7));
        settlement.settle();

        assertThat(clones.of(ada)).extracting(ClonedVoice::state).containsExactly(State.READY);
        assertThat(own.voices().choose(ada, naming("Ada"), "en", "Bees").id())
                .isEqualTo(clones.of(ada).getFirst().id());
        assertThat(provider.samples).hasSize(1);
    }

    @Test
    void givesUpAVoiceThatWasNotMadeAndAsksForItAgain() throws Exception {
        provider.failure = TtsErrorCode.VOICE_ANSWER_UNUSABLE;
        assertFails(TtsErrorCode.VOICE_ANSWER_UNUSABLE, () -> clone(ada, KEY));
        clock.advance(Duration.ofMinutes(7));
        settlement.settle();
        assertThat(clones.of(ada)).extracting(ClonedVoice::state).containsExactly(State.CREATING);

        provider.failure = null;
        clock.advance(Duration.ofMinutes(7));
        settlement.settle();

        assertThat(clones.of(ada)).extracting(ClonedVoice::errorCode).containsExactly("VOICE_CLONING_LOST");
        assertThat(clone(ada, KEY).state()).isEqualTo(State.READY);
    }

    @Test
    void deletesAgainUntilTheProviderHasDone() throws Exception {
        var voice = clone(ada, null);
        provider.failure = TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE;

        assertThat(clones.delete(ada, voice.id())).isFalse();

        assertThat(clones.get(ada, voice.id()).state()).isEqualTo(State.DELETING);
        assertThat(own.stored().of(ada)).isEmpty();
        provider.failure = null;
        settlement.settle();
        assertThat(provider.kept).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        settlement.settle();
        assertThat(provider.kept).isEmpty();
        assertThat(clones.of(ada)).isEmpty();
    }

    @Test
    void deletesAVoiceOfWhichNobodyTookNote() {
        provider.failure = TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE;
        provider.failsLate = true;
        assertFails(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, () -> clone(ada, null));
        provider.failure = null;

        assertThat(clones.delete(ada, clones.of(ada).getFirst().id())).isTrue();

        assertThat(provider.kept).isEmpty();
    }

    @Test
    void waitsForAVoiceThatMayStillBeMadeBeforeItCountsAsDeleted() {
        provider.failure = TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE;
        assertFails(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, () -> clone(ada, null));
        provider.failure = null;
        var id = clones.of(ada).getFirst().id();
        assertThat(clones.delete(ada, id)).isFalse();

        provider.kept.put(id, "late");
        clock.advance(Duration.ofMinutes(7));
        settlement.settle();

        assertThat(provider.kept).isEmpty();
        assertThat(clones.of(ada)).isEmpty();
    }

    @Test
    void isThereForItsOwnerAlone() throws Exception {
        var voice = clone(ada, null);

        assertThat(clones.of(bob)).isEmpty();
        assertFails(TtsErrorCode.CLONED_VOICE_NOT_FOUND, () -> clones.get(bob, voice.id()));
        assertFails(TtsErrorCode.CLONED_VOICE_NOT_FOUND, () -> clones.delete(bob, voice.id()));
        assertFails(TtsErrorCode.CLONED_VOICE_NOT_FOUND, () -> clones.get(ada, "../x"));
        assertThat(own.voices().all())
                .extracting(Voice::id)
                .containsExactly(Cloner.everybodys().id());
        for (var name : List.of("Ada", voice.id())) {
            assertThat(own.voices().choose(ada, naming(name), "en", "Bees").id())
                    .isEqualTo(voice.id());
            assertFails(TtsErrorCode.VOICE_UNKNOWN, () -> own.voices().choose(bob, naming(name), "en", "Bees"));
        }
        assertFails(TtsErrorCode.VOICE_UNKNOWN, () -> own.voices().choose(bob, naming("v1"), "en", "Bees"));
        assertThat(own.voices().choose(ada, VoiceSettings.DEFAULT, "en", "Bees").id())
                .isEqualTo(Cloner.everybodys().id());
    }

    @Test
    void refusesSamplesOfWhichNoVoiceCanBeMade() throws Exception {
        var hum = hum("a.wav", 1_500);
        assertUnusable(List.of(), "samples: 0 samples (expected: 1 to 2)");
        assertUnusable(List.of(hum, hum, hum), "samples: 3 samples (expected: 1 to 2)");
        assertUnusable(List.of(hum("b.wav", 700)), "samples: 0.7 s of speech (expected: at least 1.0)");
        assertUnusable(List.of(hum, hum("c.wav", 3_000)), "samples: 4.5 s or more in all (expected: at most 4.0)");
        var page = new Upload(Files.writeString(work.resolve("page.wav"), "<!doctype html>"), "page.wav");
        assertFails(
                FfmpegErrorCode.MEDIA_UNSUPPORTED, () -> clones.create(ada, wish("Ada"), null, List.of(page), null));

        assertThat(clones.of(ada)).isEmpty();
        assertThat(provider.samples).isEmpty();
        assertThat(jdbc.sql("select count(*) from tts.voice_consent where user_id = :user")
                        .param("user", ada.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhoClonesVoices() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> clones.create(
                        ada, CloneWish.of("Ada", "en", null, "other", "yes", "Ada", "true"), null, uploads(), null))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNKNOWN));
    }

    @Test
    void saysThatNobodyClonesVoices() {
        var nobody = new Clones(
                null, VoicesTests.of(new ToneSynthesizer("tone", 0.1, Cloner.everybodys())), null, null, null, clock);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> nobody.create(ada, wish("Ada"), null, uploads(), null))
                .withMessageContaining("moneyprinter.tts.elevenlabs.api-key")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_CLONING_UNSUPPORTED);
    }

    private void assertUnusable(List<Upload> uploads, String message) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> clones.create(ada, wish("Ada"), null, uploads, null))
                .withMessage(message)
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_SAMPLE_UNUSABLE);
    }

    private ClonedVoice clone(UserId user, @Nullable IdempotencyKey key) throws Exception {
        return clones.create(user, wish("Ada"), key, uploads(), "192.0.2.7").voice();
    }

    private static CloneWish wish(String name) {
        return CloneWish.of(name, "en-GB", "female", null, "Ada agrees to be cloned.", "Ada Lovelace", "true");
    }

    private List<Upload> uploads() throws Exception {
        return List.of(hum("first.wav", 1_000), hum("second.wav", 1_200));
    }

    private Upload hum(String name, int milliseconds) {
        var file = work.resolve(name);
        return new Upload(
                Files.exists(file) ? file : GeneratedMedia.tone(file, 220, Duration.ofMillis(milliseconds)), name);
    }

    private static VoiceSettings naming(String voice) {
        return new VoiceSettings(null, voice, null, null, null, null, null, null);
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}
