package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptTranslation;
import io.moneyprinter.contracts.content.TextModeration;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.Translation;
import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.edit.Cut;
import io.moneyprinter.orchestration.edit.Revision.Picture;
import io.moneyprinter.orchestration.job.CardTexts;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.ShotInput;
import io.moneyprinter.orchestration.job.TranslationInput;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in which languages a video can be made, or all that stands in the way of one of them. */
@Component
class TranslationCheck {

    private final VideoRequestCheck requests;
    private final Feasibility feasibility;
    private final TranslatedVoices voices;
    private final ScriptTranslation translation;

    TranslationCheck(
            VideoRequestCheck requests,
            Feasibility feasibility,
            TranslatedVoices voices,
            ScriptTranslation translation) {
        this.requests = requests;
        this.feasibility = feasibility;
        this.voices = voices;
        this.translation = translation;
    }

    List<Variant> variants(UserId user, Job original, Cut cut, TranslationOrder order) {
        if (original.produces() == Produce.CAPTIONS && recorded(original.request())) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/translations",
                    "these are the captions of a recording of yours, which stays as it is (expected: a video with a voice)");
        }
        var errors = requests.constraints(order);
        var variants = new ArrayList<Variant>();
        var languages = new HashSet<String>();
        var voices = this.voices.of(cut);
        for (var index = 0; index < order.translations().size(); index++) {
            var pointer = "/translations/" + index;
            var wanted = order.translations().get(index);
            if (wanted != null && !errors.at(pointer)) {
                checkTexts(wanted, CardTexts.of(original.request()), pointer, errors);
            }
            if (wanted == null || errors.at(pointer)) {
                continue;
            }
            var variant = new Wish(user, original, cut, voices, wanted, pointer).variant(errors);
            if (variant != null && !languages.add(variant.estimate().language())) {
                errors.add(pointer + "/language", "'%s' is there twice".formatted(wanted.language()));
            } else if (variant != null) {
                variants.add(variant);
            }
        }
        errors.throwIfAny();
        return variants;
    }

    private static boolean recorded(VideoRequest request) {
        return SoundSettings.of(request.videoSettings()).narration() != null;
    }

    /** @param cards what the cards of the original say */
    private static void checkTexts(Translation wanted, Map<String, String> cards, String pointer, FieldErrors errors) {
        var given = given(wanted);
        given.put("/script", wanted.script());
        given.put("/title", wanted.title());
        given.forEach((field, text) -> {
            if (text == null) {
                return;
            }
            VideoRequestCheck.checkText(new VideoRequestCheck.Text(pointer + field, text), errors);
            if (text.isBlank()) {
                errors.add(pointer + field, "blank (expected: some words)");
            } else if (wanted.script() == null) {
                errors.add(pointer + field, "given without a script (expected: both, or none)");
            } else if (field.lastIndexOf('/') > 0 && !cards.containsKey(field)) {
                errors.add(pointer + field, "the video says nothing there (expected: none)");
            }
        });
        if (wanted.script() != null) {
            cards.forEach((field, text) -> {
                if (given.get(field) == null) {
                    errors.add(pointer + field, "missing (expected: '%s', translated)".formatted(text));
                }
            });
        }
    }

    /** What its cards are to say, by the names of {@link CardTexts}. */
    private static Map<String, @Nullable String> given(Translation wanted) {
        var texts = new HashMap<String, @Nullable String>();
        var intro = wanted.intro();
        var outro = wanted.outro();
        texts.put("/intro/title", intro == null ? null : intro.title());
        texts.put("/intro/subtitle", intro == null ? null : intro.subtitle());
        texts.put("/outro/title", outro == null ? null : outro.title());
        texts.put("/outro/subtitle", outro == null ? null : outro.subtitle());
        return texts;
    }

    /** One language of the order, whose own fields are in order. */
    private final class Wish {

        private final UserId user;
        private final Job original;
        private final Cut cut;
        private final TranslatedVoices.Original voices;
        private final Translation wanted;
        private final String pointer;

        Wish(UserId user, Job original, Cut cut, TranslatedVoices.Original voices, Translation wanted, String pointer) {
            this.user = user;
            this.original = original;
            this.cut = cut;
            this.voices = voices;
            this.wanted = wanted;
            this.pointer = pointer;
        }

        /** Null when there can be none. */
        @Nullable
        Variant variant(FieldErrors errors) {
            var estimate = told(() -> translation.check(asked(cut.content())), errors);
            if (estimate == null) {
                return null;
            }
            var language = estimate.language();
            var cast = voices.cast(
                    new TranslatedVoices.Wanted(
                            user,
                            language,
                            wanted.voiceSettings(),
                            Objects.requireNonNullElse(wanted.script(), ""),
                            pointer + (wanted.voiceSettings() == null ? "/language" : "/voice_settings")),
                    errors);
            var request = request(language, cast.voice());
            if (wanted.script() == null) {
                checkSettings(request, errors);
                var asked = new Variant.Asked(new TranslationInput(cast.content(), texts(), language));
                return new Variant(request, estimate, asked, pictures());
            }
            var translated = told(() -> translation.translate(asked(cast.content())), errors);
            return translated == null ? null : translated(request, translated, errors);
        }

        private Variant translated(VideoRequest request, TranslatedScript translated, FieldErrors errors) {
            var content = translated.content();
            var shown = CardTexts.with(request, translated.texts());
            checkSettings(shown, errors);
            feasibility.checkShown(Drawn.of(shown).of(content), pointer + "/script", errors);
            return new Variant(shown, ContentEstimate.of(content, null), new Variant.Given(content), pictures());
        }

        private TranslationRequest asked(GeneratedContent content) {
            var script = wanted.script();
            return new TranslationRequest(
                    user,
                    content,
                    texts(),
                    wanted.language(),
                    script == null ? null : new TranslationRequest.Given(script, wanted.title(), givenTexts()),
                    null);
        }

        /** What the content service says; null when it says what is wrong. */
        private <T> @Nullable T told(Supplier<T> question, FieldErrors errors) {
            try {
                return question.get();
            } catch (CodedException e) {
                if (e.code().kind() != ErrorKind.INVALID || e.errors().isEmpty()) {
                    throw e;
                }
                var here = e.errors().stream()
                        .map(error -> new FieldError(pointer + error.pointer(), error.detail()))
                        .toList();
                if (e.code().name().equals(TextModeration.REFUSED)) {
                    throw new CodedException(e.code(), String.valueOf(e.getMessage()), here, null, e);
                }
                here.forEach(error -> errors.add(error.pointer(), error.detail()));
                return null;
            }
        }

        private List<String> texts() {
            return List.copyOf(CardTexts.of(original.request()).values());
        }

        private List<String> givenTexts() {
            var given = given(wanted);
            return CardTexts.of(original.request()).sequencedKeySet().stream()
                    .map(field -> Objects.requireNonNull(given.get(field)))
                    .toList();
        }

        /** The original's, as far as it does not speak its language. What was written is not asked for again. */
        private VideoRequest request(String language, VoiceSettings voice) {
            var before = original.request();
            var script = wanted.script();
            return new VideoRequest(
                    wanted.title(),
                    script == null ? before.topic() : null,
                    script == null ? before.script() : script,
                    script == null ? before.article() : null,
                    language,
                    before.style(),
                    before.tone(),
                    before.targetAudience(),
                    null,
                    voice,
                    settings(before.videoSettings()),
                    before.materials(),
                    before.produce(),
                    script == null ? before.sources() : null,
                    script == null ? before.draft() : null,
                    script == null ? before.template() : null,
                    script == null ? before.variation() : null);
        }

        /** With captions and a voice of its own. An edited video has the length that its edits gave it. */
        private @Nullable VideoSettings settings(@Nullable VideoSettings before) {
            if (before == null) {
                return null;
            }
            var captions = before.captions();
            var sound = before.sound();
            return before.withDurationTarget(original.lineage().edited() ? null : before.durationTarget())
                    .withCaptions(captions == null ? null : captions.withoutSubtitles())
                    .withSound(sound == null ? null : sound.withoutNarration());
        }

        private void checkSettings(VideoRequest request, FieldErrors errors) {
            feasibility
                    .checkSettings(user, request)
                    .all()
                    .forEach(error -> errors.add(
                            pointer + error.pointer().replaceFirst("^/video_settings/picture(?=/(intro|outro)/)", ""),
                            error.detail()));
        }

        private List<Picture> pictures() {
            return cut.seen()
                    ? cut.shots().stream().map(Wish::picture).toList()
                    : cut.speeches().stream()
                            .<Picture>map(_ -> new Picture.None())
                            .toList();
        }

        private static Picture picture(Shot shot) {
            return shot.drawn() ? new Picture.Made(ShotInput.redrawn(shot, List.of())) : new Picture.Kept(shot);
        }
    }
}
