package io.moneyprinter.tts.cloning;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.ClonedVoice;
import io.moneyprinter.contracts.tts.ClonedVoice.State;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.WorkDirectory;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.VoiceCloning;
import io.moneyprinter.tts.spi.VoiceSample;
import io.moneyprinter.tts.voice.Voices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has voices made and lists them. What a provider was asked for is written down before it is asked, so that no voice is
 * left there of which nobody knows.
 */
@Component
class Clones {

    private static final Logger log = LoggerFactory.getLogger(Clones.class);

    /** After these it is open what the provider has done. */
    private static final Set<ErrorCode> OPEN = Set.of(
            TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, TtsErrorCode.VOICE_ANSWER_UNUSABLE, CommonErrorCode.CANCELLED);

    private final JdbcClones rows;
    private final Voices voices;
    private final Samples samples;
    private final Settlement settlement;
    private final ObjectStore store;
    private final Clock clock;

    Clones(JdbcClones rows, Voices voices, Samples samples, Settlement settlement, ObjectStore store, Clock clock) {
        this.rows = rows;
        this.voices = voices;
        this.samples = samples;
        this.settlement = settlement;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A voice as it is now.
     *
     * @param replayed whether it was made for an earlier request of the same key
     */
    record Created(ClonedVoice voice, boolean replayed) {}

    /**
     * Asks the provider once for each key.
     *
     * @param clientAddress where the request came from, where this process sees that
     * @throws CodedException {@code VOICE_CLONING_…}, {@code VOICE_SAMPLE_UNUSABLE}, {@code MEDIA_…}, or why the provider
     *     has made none
     */
    Created create(
            UserId owner,
            CloneWish wish,
            @Nullable IdempotencyKey key,
            List<Upload> uploads,
            @Nullable String clientAddress) {
        var synthesizer = cloner(wish.provider());
        var cloning = synthesizer.cloning().orElseThrow();
        samples.checkNumber(uploads, cloning);
        var digests =
                uploads.stream().map(upload -> Digests.ofFile(upload.file())).toList();
        var digest = Digests.of(wish.digest(), digests);
        var known = key == null ? null : rows.find(owner, key).orElse(null);
        if (known != null && !mayBegin(known, digest)) {
            return new Created(known.view(), true);
        }
        try (var directory = WorkDirectory.in(store, "samples")) {
            var made = samples.make(uploads, cloning, directory.path());
            var consent = new Consent(wish.consentText(), wish.consentedBy(), digests, clientAddress);
            var voice = known == null
                    ? begin(owner, wish, synthesizer.provider(), key, digest, consent)
                    : beginAgain(known);
            return new Created(ask(cloning, voice, wish, made), false);
        }
    }

    private SpeechSynthesizer cloner(@Nullable String provider) {
        var cloners = voices.synthesizers().stream()
                .filter(one -> one.cloning().isPresent())
                .toList();
        var wanted = provider == null
                ? cloners.stream().findFirst()
                : cloners.stream()
                        .filter(voices.provider(provider, "/provider")::equals)
                        .findFirst();
        return wanted.orElseThrow(() -> unsupported(provider, cloners));
    }

    private static CodedException unsupported(@Nullable String provider, List<SpeechSynthesizer> cloners) {
        var who = cloners.stream().map(SpeechSynthesizer::provider).collect(Collectors.joining(", "));
        return CodedException.ofField(
                TtsErrorCode.VOICE_CLONING_UNSUPPORTED,
                "/provider",
                cloners.isEmpty()
                        ? "No voice provider that is switched on clones voices. Switch one on:"
                                + " moneyprinter.tts.elevenlabs.api-key, or a Chatterbox server with"
                                + " moneyprinter.tts.characterbox.voice-library=true."
                        : "%s clones no voices (those that do: %s).".formatted(provider, who));
    }

    /** Whether a voice that is known is to be asked for again; if not, it is the answer. */
    private static boolean mayBegin(StoredClone known, String digest) {
        if (!known.bodyDigest().equals(digest)) {
            throw new CodedException(
                    CommonErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key was used with another body (expected: a new key)");
        }
        return switch (known.state()) {
            case CREATING -> throw underway(known.id());
            case FAILED -> true;
            case READY, DELETING -> false;
            case DELETED -> throw notFound(known.id().value());
        };
    }

    private StoredClone begin(
            UserId owner,
            CloneWish wish,
            String provider,
            @Nullable IdempotencyKey key,
            String digest,
            Consent consent) {
        var now = now();
        var voice = new StoredClone(
                CloneName.of(UUID.randomUUID()),
                owner,
                provider,
                null,
                wish.name(),
                wish.language(),
                wish.gender(),
                State.CREATING,
                false,
                null,
                null,
                digest,
                0,
                now,
                now);
        if (!rows.begin(voice, key, consent)) {
            throw underway(voice.id());
        }
        return voice;
    }

    private StoredClone beginAgain(StoredClone known) {
        if (!rows.beginAgain(known.id(), now())) {
            throw underway(known.id());
        }
        return known;
    }

    private ClonedVoice ask(VoiceCloning cloning, StoredClone voice, CloneWish wish, List<Path> made) {
        try {
            var sample = new VoiceSample(voice.id(), wish.name(), wish.language(), wish.gender(), made);
            rows.made(voice.id(), cloning.create(sample));
        } catch (CodedException e) {
            if (OPEN.contains(e.code())) {
                log.warn("it is open whether {} has made {}: {}", voice.provider(), voice.id(), e.getMessage());
            } else {
                rows.failed(voice.id(), e.code().name(), e.getMessage());
            }
            throw e;
        }
        log.info("{} has made {} for {}", voice.provider(), voice.id(), voice.owner());
        return rows.find(voice.id()).orElseThrow().view();
    }

    /** Newest first. */
    List<ClonedVoice> of(UserId owner) {
        return rows.of(owner).stream().map(StoredClone::view).toList();
    }

    /** @throws CodedException {@code CLONED_VOICE_NOT_FOUND} */
    ClonedVoice get(UserId owner, String id) {
        return stored(owner, id).view();
    }

    /**
     * Speaks no more at once.
     *
     * @return whether its provider has deleted it too; if not, it is asked again until it has
     * @throws CodedException {@code CLONED_VOICE_NOT_FOUND}
     */
    boolean delete(UserId owner, String id) {
        var voice = stored(owner, id);
        if (voice.state() == State.FAILED) {
            rows.deleted(voice.id());
            return true;
        }
        rows.deleting(voice.id(), now());
        return settlement.remove(rows.find(voice.id()).orElseThrow());
    }

    private StoredClone stored(UserId owner, String id) {
        if (!CloneName.is(id)) {
            throw notFound(id);
        }
        return rows.find(new CloneName(id))
                .filter(voice -> voice.owner().equals(owner) && voice.state() != State.DELETED)
                .orElseThrow(() -> notFound(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static CodedException underway(CloneName id) {
        return new CodedException(
                TtsErrorCode.VOICE_CLONING_UNDERWAY,
                "the voice '%s' of this Idempotency-Key is being made, or it is being found out whether it was"
                        .formatted(id));
    }

    private static CodedException notFound(String id) {
        return new CodedException(
                TtsErrorCode.CLONED_VOICE_NOT_FOUND,
                "no cloned voice '%s'".formatted(id.length() <= 64 ? id : id.substring(0, 64) + "…"));
    }
}
