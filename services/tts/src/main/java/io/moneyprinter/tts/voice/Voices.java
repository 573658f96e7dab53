package io.moneyprinter.tts.voice;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Everybody who can speak here, and who should speak a text. */
@Component
public class Voices {

    private static final Logger log = LoggerFactory.getLogger(Voices.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String EDGE_ADVICE =
            "Switch on a provider that does: moneyprinter.tts.edge.enabled=true (an online service of Microsoft),"
                    + " install the program espeak-ng, or add a neural voice of your own (docs/voices.md).";

    private final List<SpeechSynthesizer> synthesizers;
    private final VoiceProperties properties;
    private final OwnVoices own;
    private final PricedVoices priced = new PricedVoices();

    Voices(List<SpeechSynthesizer> synthesizers, VoiceProperties properties, OwnVoices own) {
        this.synthesizers = sorted(synthesizers, properties.providers());
        this.properties = properties;
        this.own = own;
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

    /**
     * All voices that are known, preferred providers first.
     *
     * @param missing providers that do not list their voices, or not in time and have not before
     */
    public record Listing(List<Voice> voices, List<String> missing) {}

    /** What this user has to choose from, with what is the user's own first; a provider that is slow or away delays nobody for long. */
    Listing listing(UserId user) {
        var lists = Asked.all(synthesizers, one -> Optional.of(priced.of(one))).within(PATIENCE);
        var voices = new ArrayList<>(ownedBy(user));
        var missing = new ArrayList<String>();
        for (var synthesizer : synthesizers) {
            var listed = lists.getOrDefault(synthesizer.provider(), priced.last(synthesizer.provider()));
            voices.addAll(listed);
            if (listed.isEmpty() || synthesizer.listingFailure() != null) {
                missing.add(synthesizer.provider());
            }
        }
        return new Listing(voices, missing);
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
            return priced.of(synthesizer);
        } catch (CodedException e) {
            log.warn("{} does not list its voices: {}", synthesizer.provider(), e.getMessage());
            return List.of();
        }
    }

    /** Whether it sounds like that, or can be asked to. */
    boolean hasStyle(Voice voice, String style) {
        return voice.hasStyle(style) || synthesizer(voice).hasStyle(voice, style);
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
     * @throws CodedException {@code VOICE_PROVIDER_UNKNOWN}, {@code VOICE_UNKNOWN}, {@code LANGUAGE_NOT_SPOKEN},
     *     {@code VOICE_SETTING_UNSUPPORTED} or {@code TEXT_NOT_SPEAKABLE}
     */
    public Voice choose(UserId user, VoiceSettings settings, String language, String sample) {
        return choose(user, settings, language, sample, null);
    }

    /**
     * As above; of the voices that are no worse in another way one of this gender, unless the voice is named.
     *
     * @param gender null for any
     */
    public Voice choose(UserId user, VoiceSettings settings, String language, String sample, @Nullable String gender) {
        if (settings.styleDegree() != null && settings.style() == null) {
            throw undegreed(settings.styleDegree(), "expected: a style as well");
        }
        var candidates = settings.provider() == null
                ? preferredBy(user)
                : List.of(provider(settings.provider(), "/voice_settings/provider"));
        var wanted = settings.language() == null ? language : settings.language();
        var voice = settings.voice() == null
                ? speaking(wanted, candidates, settings, new Preference(gender, sample))
                : styled(named(user, settings.voice(), candidates), settings);
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
                        "There is no voice provider '%s' here (there are: %s). %s"
                                .formatted(
                                        name,
                                        synthesizers.stream()
                                                .map(SpeechSynthesizer::provider)
                                                .collect(Collectors.joining(", ")),
                                        howToSwitchOn(name))
                                .strip()));
    }

    /** A sentence for whoever runs this program; empty for a provider that is not known here. */
    public static String howToSwitchOn(String name) {
        return switch (lower(name)) {
            case "edge", "marytts" -> "Switch it on with moneyprinter.tts.%s.enabled=true.".formatted(lower(name));
            case "characterbox" -> "Switch it on with the address of a server: moneyprinter.tts.characterbox.base-url.";
            case "azure", "elevenlabs", "gemini", "google", "openai" ->
                "Switch it on with a key of yours: moneyprinter.tts.%s.api-key.".formatted(lower(name));
            case "espeak" ->
                "It is there when the program espeak-ng is on the PATH, or moneyprinter.tts.espeak.program names it.";
            case "neural" ->
                "It is there when the directory 'voices' in the data directory holds voices of Piper or Kokoro,"
                        + " or moneyprinter.tts.neural.directory names one that does.";
            default -> "";
        };
    }

    private Voice styled(Voice voice, VoiceSettings settings) {
        var style = settings.style();
        if (style == null || synthesizer(voice).hasStyle(voice, style)) {
            var degree = settings.styleDegree();
            if (degree != null && !takesDegrees(synthesizer(voice))) {
                throw undegreed(
                        degree,
                        "the voice %s of %s cannot be asked how strong a style is to be"
                                .formatted(voice.id(), voice.provider()));
            }
            return voice;
        }
        throw unstyled(
                style,
                "the voice %s of %s %s"
                        .formatted(
                                voice.id(),
                                voice.provider(),
                                synthesizer(voice).capabilities().contains(SpeechSynthesizer.Capability.LISTED_STYLES)
                                        ? voice.styles().isEmpty()
                                                ? "has no styles"
                                                : "has " + String.join(", ", voice.styles())
                                        : "cannot be asked for a style"));
    }

    /** Whether its voices can be asked how strong a style is to be. */
    static boolean takesDegrees(SpeechSynthesizer synthesizer) {
        return synthesizer.capabilities().contains(SpeechSynthesizer.Capability.STYLE_DEGREE);
    }

    private List<Voice> able(SpeechSynthesizer candidate, VoiceSettings settings) {
        var style = settings.style();
        if (settings.styleDegree() != null && !takesDegrees(candidate)) {
            return List.of();
        }
        return style == null
                ? priced.of(candidate)
                : priced.of(candidate).stream()
                        .filter(voice -> candidate.hasStyle(voice, style))
                        .toList();
    }

    private static CodedException unstyled(String style, String expected) {
        return CodedException.ofField(
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "/voice_settings/style",
                "style: %s (%s)".formatted(style, expected));
    }

    private static CodedException undegreed(double degree, String expected) {
        return CodedException.ofField(
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "/voice_settings/style_degree",
                "style_degree: %s (%s)".formatted(degree, expected));
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
                voices.addAll(priced.of(candidate));
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
                "There is no voice '%s' (near: %s).".formatted(name, String.join(", ", NearNames.of(name, voices))));
    }

    private static boolean isNamed(Voice voice, String name) {
        return voice.id().equalsIgnoreCase(name) || voice.name().equalsIgnoreCase(name);
    }

    private Voice speaking(
            String language, List<SpeechSynthesizer> candidates, VoiceSettings settings, Preference preference) {
        var wanted = ULocale.forLanguageTag(language);
        CodedException unlisted = null;
        Voice first = null;
        var spoken = false;
        for (var candidate : candidates) {
            if (candidate.capabilities().contains(SpeechSynthesizer.Capability.SILENT)) {
                if (settings.provider() != null) {
                    return styled(candidate.voices().getFirst(), settings);
                }
                continue;
            }
            try {
                var best = Likeness.best(wanted, preference.gender(), voice -> false, able(candidate, settings));
                if (best != null && preference.met(best) && (first == null || replaces(best, first))) {
                    return best;
                }
                if (first == null) {
                    first = best;
                }
                spoken |= settings.style() != null && Likeness.best(wanted, priced.of(candidate)) != null;
            } catch (CodedException e) {
                unlisted = e;
            }
        }
        if (first != null) {
            return first;
        }
        if (unlisted != null) {
            throw unlisted;
        }
        if (spoken) {
            throw unstyled(
                    String.valueOf(settings.style()),
                    "no voice of %s that speaks %s can be asked for it%s; GET /api/v1/tts/voices?style= lists those that can"
                            .formatted(
                                    candidates.stream()
                                            .map(SpeechSynthesizer::provider)
                                            .collect(Collectors.joining(", ")),
                                    language,
                                    settings.styleDegree() == null ? "" : " and how strong it is to be"));
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

    /** Whether it may speak for its gender alone: nobody is to pay for that, nor to hear a robot. */
    private boolean replaces(Voice voice, Voice preferred) {
        return (preferred.paid() || !voice.paid())
                && (robotic(preferred) || !robotic(voice))
                && region(voice).equals(region(preferred));
    }

    private static String region(Voice voice) {
        return ULocale.addLikelySubtags(ULocale.forLanguageTag(voice.locale())).getCountry();
    }

    private boolean robotic(Voice voice) {
        return synthesizer(voice).capabilities().contains(SpeechSynthesizer.Capability.ROBOTIC);
    }

    /**
     * What is wanted besides the language.
     *
     * @param gender null for any
     * @param sample what the voice has to be able to read
     */
    private record Preference(@Nullable String gender, String sample) {

        boolean met(Voice voice) {
            return gender == null || (gender.equalsIgnoreCase(voice.gender()) && Scripts.reads(sample, voice));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
