package io.moneyprinter.tts.voice;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who can speak here, and who should speak a text. */
@Component
public class Voices {

    private static final int NEAR_NAMES = 3;
    private static final String EDGE_ADVICE =
            "Switch on a provider that does: moneyprinter.tts.edge.enabled=true (an online service of Microsoft),"
                    + " or install the program espeak-ng.";

    private final List<SpeechSynthesizer> synthesizers;

    Voices(List<SpeechSynthesizer> synthesizers, VoiceProperties properties) {
        this.synthesizers = synthesizers.stream()
                .sorted(Comparator.comparingInt((SpeechSynthesizer one) -> rank(one.provider(), properties.providers()))
                        .thenComparing(one -> one.capabilities().contains(SpeechSynthesizer.Capability.ROBOTIC)))
                .toList();
    }

    private static int rank(String provider, List<String> order) {
        var index = order.indexOf(provider);
        return index < 0 ? order.size() : index;
    }

    /** All voices of all providers, preferred providers first. */
    public List<Voice> all() {
        return synthesizers.stream().flatMap(one -> one.voices().stream()).toList();
    }

    /** The provider of a voice that {@link #choose} returned. */
    public SpeechSynthesizer synthesizer(Voice voice) {
        return provider(voice.provider());
    }

    /**
     * Who speaks: the voice that was named, else the best match for the language among the preferred providers.
     *
     * @param language of the text, when the settings name none
     * @param sample some of the text, which the voice must be able to read
     * @throws CodedException {@code VOICE_PROVIDER_UNKNOWN}, {@code VOICE_UNKNOWN}, {@code LANGUAGE_NOT_SPOKEN} or
     *     {@code TEXT_NOT_SPEAKABLE}
     */
    public Voice choose(VoiceSettings settings, String language, String sample) {
        var candidates = settings.provider() == null ? synthesizers : List.of(provider(settings.provider()));
        var wanted = settings.language() == null ? language : settings.language();
        var voice = settings.voice() == null
                ? speaking(wanted, candidates, settings.provider() != null)
                : named(settings.voice(), candidates);
        Scripts.check(sample, voice, advice());
        return voice;
    }

    private String advice() {
        return synthesizers.stream().anyMatch(one -> one.provider().equals("edge"))
                ? "Say which language it is, or name a voice that reads it."
                : EDGE_ADVICE;
    }

    private SpeechSynthesizer provider(String name) {
        return synthesizers.stream()
                .filter(one -> one.provider().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> CodedException.ofField(
                        TtsErrorCode.VOICE_PROVIDER_UNKNOWN,
                        "/voice_settings/provider",
                        "There is no voice provider '%s' here (there are: %s).%s"
                                .formatted(
                                        name,
                                        synthesizers.stream()
                                                .map(SpeechSynthesizer::provider)
                                                .collect(Collectors.joining(", ")),
                                        switchedOff(name))));
    }

    private static String switchedOff(String name) {
        if (name.equalsIgnoreCase("espeak")) {
            return " It is there when the program espeak-ng is on the PATH, or moneyprinter.tts.espeak.program names it.";
        }
        return List.of("edge", "marytts").contains(name.toLowerCase(Locale.ROOT))
                ? " Switch it on with moneyprinter.tts.%s.enabled=true.".formatted(name.toLowerCase(Locale.ROOT))
                : "";
    }

    private static Voice named(String name, List<SpeechSynthesizer> candidates) {
        var voices = candidates.stream().flatMap(one -> one.voices().stream()).toList();
        return voices.stream()
                .filter(voice ->
                        voice.id().equalsIgnoreCase(name) || voice.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> CodedException.ofField(
                        TtsErrorCode.VOICE_UNKNOWN,
                        "/voice_settings/voice",
                        "There is no voice '%s' (near: %s).".formatted(name, String.join(", ", near(name, voices)))));
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
        for (var candidate : candidates) {
            if (candidate.capabilities().contains(SpeechSynthesizer.Capability.SILENT)) {
                if (providerIsNamed) {
                    return candidate.voices().getFirst();
                }
                continue;
            }
            var best = best(wanted, candidate.voices());
            if (best != null) {
                return best;
            }
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

    private static @Nullable Voice best(ULocale wanted, List<Voice> voices) {
        var matching = new ArrayList<Voice>();
        for (var voice : voices) {
            if (ULocale.forLanguageTag(voice.locale()).getLanguage().equals(wanted.getLanguage())) {
                matching.add(voice);
            }
        }
        // Of equals the first, as the provider lists them.
        return matching.stream()
                .max(Comparator.comparingInt(voice -> likeness(wanted, ULocale.forLanguageTag(voice.locale()))))
                .map(best -> matching.stream()
                        .filter(voice -> likeness(wanted, ULocale.forLanguageTag(voice.locale()))
                                == likeness(wanted, ULocale.forLanguageTag(best.locale())))
                        .findFirst()
                        .orElseThrow())
                .orElse(null);
    }

    private static int likeness(ULocale wanted, ULocale offered) {
        var full = ULocale.addLikelySubtags(wanted);
        var other = ULocale.addLikelySubtags(offered);
        return (full.getScript().equals(other.getScript()) ? 2 : 0)
                + (full.getCountry().equals(other.getCountry()) ? 1 : 0);
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
