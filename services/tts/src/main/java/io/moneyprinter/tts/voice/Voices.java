package io.moneyprinter.tts.voice;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Everybody who can speak here, and who should speak a text. */
@Component
public class Voices {

    private static final Logger log = LoggerFactory.getLogger(Voices.class);
    private static final int NEAR_NAMES = 3;
    private static final String EDGE_ADVICE =
            "Switch on a provider that does: moneyprinter.tts.edge.enabled=true (an online service of Microsoft),"
                    + " or install the program espeak-ng.";

    private final List<SpeechSynthesizer> synthesizers;
    private final VoiceProperties properties;
    private final OwnVoices own;

    @Autowired
    Voices(List<SpeechSynthesizer> synthesizers, VoiceProperties properties, OwnVoices own) {
        this.synthesizers = sorted(synthesizers, properties.providers());
        this.properties = properties;
        this.own = own;
    }

    /** None of which belongs to anybody. */
    Voices(List<SpeechSynthesizer> synthesizers, VoiceProperties properties) {
        this(synthesizers, properties, OwnVoices.NONE);
    }

    private static List<SpeechSynthesizer> sorted(List<SpeechSynthesizer> synthesizers, List<String> order) {
        return synthesizers.stream()
                .sorted(Comparator.comparingInt((SpeechSynthesizer one) -> rank(one.provider(), order))
                        .thenComparing(one -> one.capabilities().contains(SpeechSynthesizer.Capability.ROBOTIC)))
                .toList();
    }

    private static int rank(String provider, List<String> order) {
        var index = order.indexOf(provider);
        return index < 0 ? order.size() : index;
    }

    /** All voices of all providers, preferred providers first, without those that belong to somebody. */
    public List<Voice> all() {
        return synthesizers.stream().flatMap(one -> of(one).stream()).toList();
    }

    /** The voices that belong to this user. */
    List<Voice> ownedBy(UserId user) {
        return own.of(user).stream().map(OwnVoice::voice).toList();
    }

    /**
     * Whose the voice is; null when it is everybody's.
     *
     * @throws CodedException {@code VOICE_UNKNOWN} when it was somebody's and is gone
     */
    public @Nullable OwnVoice own(Voice voice) {
        if (!CloneName.is(voice.id())) {
            return null;
        }
        var found = own.find(voice.id());
        if (found == null) {
            throw new CodedException(
                    TtsErrorCode.VOICE_UNKNOWN, "There is no voice '%s' any more.".formatted(voice.id()));
        }
        return found;
    }

    /** All providers that are switched on, preferred ones first. */
    public List<SpeechSynthesizer> synthesizers() {
        return synthesizers;
    }

    /** Names of providers that are preferred and not switched on. */
    public List<String> absent() {
        return Stream.concat(
                        properties.providers().stream(),
                        properties.userProviders().values().stream().flatMap(List::stream))
                .distinct()
                .filter(name ->
                        synthesizers.stream().noneMatch(one -> one.provider().equals(name)))
                .toList();
    }

    /** All providers that are switched on, in the order of this user. */
    List<SpeechSynthesizer> preferredBy(UserId user) {
        var order = properties.userProviders().get(user.value());
        return order == null ? synthesizers : sorted(synthesizers, order);
    }

    /** None when the provider cannot say: one that fails takes nothing from the others. */
    List<Voice> of(SpeechSynthesizer synthesizer) {
        try {
            return synthesizer.voices();
        } catch (CodedException e) {
            log.warn("{} does not list its voices: {}", synthesizer.provider(), e.getMessage());
            return List.of();
        }
    }

    /** The provider of a voice that {@link #choose} returned. */
    public SpeechSynthesizer synthesizer(Voice voice) {
        return provider(voice.provider(), "/voice_settings/provider");
    }

    /**
     * Who speaks: the voice that was named, else the best match for the language among the preferred providers. A voice
     * that belongs to somebody speaks only when its owner names it.
     *
     * @param language of the text, when the settings name none
     * @param sample some of the text, which the voice must be able to read
     * @throws CodedException {@code VOICE_PROVIDER_UNKNOWN}, {@code VOICE_UNKNOWN}, {@code LANGUAGE_NOT_SPOKEN} or
     *     {@code TEXT_NOT_SPEAKABLE}
     */
    public Voice choose(UserId user, VoiceSettings settings, String language, String sample) {
        var candidates = settings.provider() == null
                ? preferredBy(user)
                : List.of(provider(settings.provider(), "/voice_settings/provider"));
        var wanted = settings.language() == null ? language : settings.language();
        var voice = settings.voice() == null
                ? speaking(wanted, candidates, settings.provider() != null)
                : named(user, settings.voice(), candidates);
        check(sample, voice);
        return voice;
    }

    /** @throws CodedException {@code TEXT_NOT_SPEAKABLE} */
    void check(String text, Voice voice) {
        Scripts.check(text, voice, advice());
    }

    private String advice() {
        return synthesizers.stream().anyMatch(one -> one.provider().equals("edge"))
                ? "Say which language it is, or name a voice that reads it."
                : EDGE_ADVICE;
    }

    /**
     * The provider of that name.
     *
     * @param pointer where the request names it
     * @throws CodedException {@code VOICE_PROVIDER_UNKNOWN}
     */
    public SpeechSynthesizer provider(String name, String pointer) {
        return synthesizers.stream()
                .filter(one -> one.provider().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> CodedException.ofField(
                        TtsErrorCode.VOICE_PROVIDER_UNKNOWN,
                        pointer,
                        "There is no voice provider '%s' here (there are: %s).%s"
                                .formatted(
                                        name,
                                        synthesizers.stream()
                                                .map(SpeechSynthesizer::provider)
                                                .collect(Collectors.joining(", ")),
                                        switchedOff(name))));
    }

    private static String switchedOff(String name) {
        return switch (lower(name)) {
            case "edge", "marytts" -> " Switch it on with moneyprinter.tts.%s.enabled=true.".formatted(lower(name));
            case "characterbox" -> " Switch it on with the address of a server: moneyprinter.tts.characterbox.base-url.";
            case "azure", "elevenlabs", "gemini", "google", "openai" ->
                " Switch it on with a key of yours: moneyprinter.tts.%s.api-key.".formatted(lower(name));
            case "espeak" ->
                " It is there when the program espeak-ng is on the PATH, or moneyprinter.tts.espeak.program names it.";
            default -> "";
        };
    }

    private Voice named(UserId user, String name, List<SpeechSynthesizer> candidates) {
        for (var voice : ownedBy(user)) {
            if (isNamed(voice, name)
                    && candidates.stream().anyMatch(one -> one.provider().equals(voice.provider()))) {
                return voice;
            }
        }
        var voices = new ArrayList<Voice>();
        CodedException unlisted = null;
        for (var candidate : candidates) {
            try {
                voices.addAll(candidate.voices());
            } catch (CodedException e) {
                unlisted = e;
            }
        }
        for (var voice : voices) {
            if (isNamed(voice, name)) {
                return voice;
            }
        }
        if (unlisted != null) {
            // It may be the one that has it.
            throw unlisted;
        }
        throw CodedException.ofField(
                TtsErrorCode.VOICE_UNKNOWN,
                "/voice_settings/voice",
                "There is no voice '%s' (near: %s).".formatted(name, String.join(", ", near(name, voices))));
    }

    private static boolean isNamed(Voice voice, String name) {
        return voice.id().equalsIgnoreCase(name) || voice.name().equalsIgnoreCase(name);
    }

    private static List<String> near(String name, List<Voice> voices) {
        return voices.stream()
                .map(Voice::id)
                .sorted(Comparator.comparingInt(id -> distance(lower(name), lower(id))))
                .limit(NEAR_NAMES)
                .toList();
    }

    private static Voice speaking(String language, List<SpeechSynthesizer> candidates, boolean providerIsNamed) {
        var wanted = ULocale.forLanguageTag(language);
        CodedException unlisted = null;
        for (var candidate : candidates) {
            if (candidate.capabilities().contains(SpeechSynthesizer.Capability.SILENT)) {
                if (providerIsNamed) {
                    return candidate.voices().getFirst();
                }
                continue;
            }
            try {
                var best = Likeness.best(wanted, null, candidate.voices());
                if (best != null) {
                    return best;
                }
            } catch (CodedException e) {
                unlisted = e;
            }
        }
        if (unlisted != null) {
            throw unlisted;
        }
        throw new CodedException(
                TtsErrorCode.LANGUAGE_NOT_SPOKEN,
                "No voice here speaks %s (%s). %s"
                        .formatted(
                                wanted.getDisplayLanguage(ULocale.ENGLISH),
                                language,
                                candidates.stream()
                                                .anyMatch(one -> one.provider().equals("edge"))
                                        ? "GET /api/v1/tts/voices lists the languages that are spoken."
                                        : EDGE_ADVICE));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        var costs = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            costs[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(substituted, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[b.length()];
    }
}
