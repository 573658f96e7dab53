package io.moneyprinter.tts.voice;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who speaks when somebody cannot: of every further provider the voice that is most like the first. */
@Component
public class Fallbacks {

    private final Voices voices;

    Fallbacks(Voices voices) {
        this.voices = voices;
    }

    /**
     * The voices to be asked, in order; a further one is looked for when its turn has come, as its provider may have to
     * be asked for its list. The first is the narrator of the video as long as it is there, else the one that was
     * chosen. Providers that the video has left already come last: they may have recovered.
     *
     * @throws CodedException as {@link Voices#choose} does, for the first
     */
    public Stream<Voice> of(SpeechRequest request) {
        var first = first(request);
        if (silent(voices.synthesizer(first))) {
            return Stream.of(first);
        }
        var named = request.voiceSettings().fallbacks() != null;
        var further = others(request, first).stream()
                .filter(provider -> named || !silent(provider))
                .map(provider -> like(first, provider, request))
                .flatMap(Optional::stream);
        return Stream.concat(Stream.of(first), further);
    }

    private Voice first(SpeechRequest request) {
        var settings = request.voiceSettings();
        var narrator = request.narrator();
        var present = narrator == null ? null : find(request.userId(), narrator);
        if (present == null) {
            return voices.choose(request.userId(), settings, request.language(), request.text());
        }
        voices.check(request.text(), present);
        return present;
    }

    /** Null when its provider is switched off meanwhile, or has it no longer. */
    private @Nullable Voice find(UserId user, Narrator narrator) {
        var all = CloneName.is(narrator.voice())
                ? voices.ownedBy(user).stream()
                : voices.synthesizers().stream()
                        .filter(one -> one.provider().equals(narrator.provider()))
                        .flatMap(one -> voices.of(one).stream());
        return all.filter(voice -> voice.provider().equals(narrator.provider()))
                .filter(voice -> voice.id().equals(narrator.voice()))
                .findFirst()
                .orElse(null);
    }

    private List<SpeechSynthesizer> others(SpeechRequest request, Voice first) {
        var former = request.narrator() == null
                ? List.<String>of()
                : request.narrator().former();
        return order(request).stream()
                .filter(one -> !one.provider().equals(first.provider()))
                .sorted(Comparator.comparingInt(one -> former.indexOf(one.provider())))
                .toList();
    }

    private List<SpeechSynthesizer> order(SpeechRequest request) {
        var named = request.voiceSettings().fallbacks();
        var present = voices.preferredBy(request.userId());
        if (named == null) {
            return present;
        }
        // Checked when the request was accepted; what was switched off since is left out.
        return named.stream()
                .flatMap(name -> present.stream().filter(one -> one.provider().equalsIgnoreCase(name)))
                .distinct()
                .toList();
    }

    private Optional<Voice> like(Voice first, SpeechSynthesizer provider, SpeechRequest request) {
        var offered = voices.of(provider);
        if (silent(provider)) {
            return Optional.of(offered.getFirst());
        }
        return Optional.ofNullable(Likeness.best(
                        wanted(first, request), first.gender(), styled(first, provider, request), offered))
                .filter(best -> Scripts.reads(request.text(), best));
    }

    /** Whoever can be asked for the style that is wanted; when none is, whoever is said to sound like the first. */
    private static Predicate<Voice> styled(Voice first, SpeechSynthesizer provider, SpeechRequest request) {
        var style = request.voiceSettings().style();
        return style == null
                ? voice -> voice.styles().stream().anyMatch(first::hasStyle)
                : voice -> provider.hasStyle(voice, style);
    }

    /** The locale of the first voice, unless it speaks a language that is not its own. */
    private static ULocale wanted(Voice first, SpeechRequest request) {
        var settings = request.voiceSettings();
        var wanted = ULocale.forLanguageTag(Objects.requireNonNullElse(settings.language(), request.language()));
        var own = ULocale.forLanguageTag(first.locale());
        return own.getLanguage().equals(wanted.getLanguage()) ? own : wanted;
    }

    private static boolean silent(SpeechSynthesizer provider) {
        return provider.capabilities().contains(SpeechSynthesizer.Capability.SILENT);
    }

    /** Whether the voice can be asked for that style. */
    public boolean canSpeak(Voice voice, String style) {
        return voices.synthesizer(voice).hasStyle(voice, style);
    }

    /** Whether the voice can be asked how strong a style is to be. */
    public boolean takesDegrees(Voice voice) {
        return Voices.takesDegrees(voices.synthesizer(voice));
    }

    /**
     * Whether the providers that are named as fallbacks are here.
     *
     * @throws CodedException {@code VOICE_PROVIDER_UNKNOWN}
     */
    public void check(VoiceSettings settings) {
        var named = Objects.requireNonNullElse(settings.fallbacks(), List.<String>of());
        for (var index = 0; index < named.size(); index++) {
            voices.provider(named.get(index), "/voice_settings/fallbacks/" + index);
        }
    }
}
