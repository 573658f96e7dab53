package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.orchestration.edit.Cut;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who speaks a video in another language: for each voice of the original one of the same gender, where there is one. */
@Component
class TranslatedVoices {

    private final Feasibility feasibility;
    private final SpeechSynthesis speech;

    TranslatedVoices(Feasibility feasibility, SpeechSynthesis speech) {
        this.feasibility = feasibility;
        this.speech = speech;
    }

    /**
     * Who speaks what.
     *
     * @param voice of the whole video
     * @param content the original's, whose sentences know the voices of the translation
     */
    record Cast(VoiceSettings voice, GeneratedContent content) {}

    /**
     * The language of a translation.
     *
     * @param voice null to choose by the original
     * @param sample what is to be spoken, empty where nobody knows yet
     * @param pointer the field that is wrong when nobody can speak it
     */
    record Wanted(UserId user, String language, @Nullable VoiceSettings voice, String sample, String pointer) {}

    Original of(Cut cut) {
        return new Original(cut);
    }

    /** A video that is translated, once or into several languages. */
    final class Original {

        private final Cut cut;
        private @Nullable Map<String, String> genders;

        private Original(Cut cut) {
            this.cut = cut;
        }

        Cast cast(Wanted wanted, FieldErrors errors) {
            var general = Objects.requireNonNullElse(cut.request().voiceSettings(), VoiceSettings.DEFAULT);
            var narrator = gender(narrator(cut));
            if (wanted.voice() != null) {
                return new Cast(named(wanted.voice(), narrator, wanted, errors), spokenBy(Map.of(), cut.content()));
            }
            var voice = chosen(general, narrator, wanted, errors);
            var others = new HashMap<VoiceSettings, VoiceSettings>();
            speakers(cut).forEach((settings, said) -> {
                var other = chosen(settings, gender(said), wanted, errors);
                if (!other.equals(voice)) {
                    others.put(settings, other);
                }
            });
            return new Cast(voice, spokenBy(others, cut.content()));
        }

        private @Nullable String gender(Speech said) {
            if (genders == null) {
                genders = genders();
            }
            return genders.get(said.provider() + "|" + said.voice());
        }
    }

    /** What whoever speaks the video has said; where nobody does, whoever begins. */
    private static Speech narrator(Cut cut) {
        var sentences = cut.content().sentences();
        return IntStream.range(0, sentences.size())
                .filter(index -> sentences.get(index).voice() == null)
                .mapToObj(cut.speeches()::get)
                .findFirst()
                .orElse(cut.speeches().getFirst());
    }

    /** What those have said who speak single sentences. */
    private static Map<VoiceSettings, Speech> speakers(Cut cut) {
        var speakers = new LinkedHashMap<VoiceSettings, Speech>();
        var sentences = cut.content().sentences();
        for (var index = 0; index < sentences.size(); index++) {
            var settings = sentences.get(index).voice();
            if (settings != null) {
                speakers.putIfAbsent(settings, cut.speeches().get(index));
            }
        }
        return speakers;
    }

    private Map<String, String> genders() {
        var genders = new HashMap<String, String>();
        for (var voice : speech.voices()) {
            if (voice.gender() != null) {
                genders.put(voice.provider() + "|" + voice.id(), voice.gender());
            }
        }
        return genders;
    }

    /** As the original is spoken, as far as the language has that: its provider and its style give way first. */
    private VoiceSettings chosen(VoiceSettings original, @Nullable String gender, Wanted wanted, FieldErrors errors) {
        var alike = with(original, original.provider(), null, wanted.language());
        var tries = Stream.of(
                        alike,
                        alike.withStyle(null),
                        with(alike, null, null, wanted.language()),
                        with(alike, null, null, wanted.language()).withStyle(null))
                .distinct()
                .toList();
        for (var settings : tries) {
            var silently = settings.equals(tries.getLast()) ? errors : new FieldErrors();
            var voice = choose(settings, gender, wanted, silently);
            if (voice != null) {
                return spokenBy(voice, settings);
            }
        }
        return alike;
    }

    private VoiceSettings named(VoiceSettings given, @Nullable String gender, Wanted wanted, FieldErrors errors) {
        var language = Objects.requireNonNullElse(given.language(), wanted.language());
        var settings = with(given, given.provider(), given.voice(), language);
        var voice = choose(settings, gender, wanted, errors);
        return voice == null ? settings : spokenBy(voice, settings);
    }

    private @Nullable Voice choose(VoiceSettings settings, @Nullable String gender, Wanted wanted, FieldErrors errors) {
        return feasibility.voice(
                new VoiceChoice(
                        wanted.user(), settings, wanted.language(), Feasibility.shortened(wanted.sample()), gender),
                wanted.pointer(),
                errors);
    }

    /** By this voice and no other; silence has only one. */
    private static VoiceSettings spokenBy(Voice voice, VoiceSettings settings) {
        return VoiceSettings.NO_VOICE.equals(settings.provider())
                ? settings
                : with(settings, voice.provider(), voice.id(), settings.language());
    }

    private static VoiceSettings with(
            VoiceSettings settings, @Nullable String provider, @Nullable String voice, @Nullable String language) {
        return new VoiceSettings(
                provider,
                voice,
                language,
                settings.rate(),
                settings.pitch(),
                settings.volume(),
                settings.fallbacks(),
                settings.allowMixedVoices(),
                settings.style(),
                settings.styleDegree());
    }

    private static GeneratedContent spokenBy(Map<VoiceSettings, VoiceSettings> voices, GeneratedContent content) {
        var sections = content.sections().stream()
                .map(section -> section.withSentences(section.sentences().stream()
                        .map(sentence -> spokenBy(voices, sentence))
                        .toList()))
                .toList();
        return content.withSections(sections);
    }

    private static Sentence spokenBy(Map<VoiceSettings, VoiceSettings> voices, Sentence sentence) {
        return sentence.withVoice(sentence.voice() == null ? null : voices.get(sentence.voice()));
    }
}
