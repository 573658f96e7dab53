package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.BrandKits;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.ShownTexts;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.job.Music;
import io.moneyprinter.orchestration.step.ContentRequests;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.problem.ReceivedErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the other services, before anything is accepted, whether they could do what is wanted. */
@Component
class Feasibility {

    private static final int SAMPLE = 2_000;
    private static final Set<Asset.Type> PICTURES = Set.of(Asset.Type.IMAGE, Asset.Type.VIDEO);
    private static final Set<Asset.Type> DOCUMENTS = Set.of(Asset.Type.DOCUMENT);

    private final VideoRequestCheck requests;
    private final WordingCheck wording;
    private final MaterialLibrary materials;
    private final BrandKits brands;
    private final ScriptWriting scripts;
    private final SpeechSynthesis speech;
    private final VideoRendering rendering;

    Feasibility(
            VideoRequestCheck requests,
            WordingCheck wording,
            MaterialLibrary materials,
            BrandKits brands,
            ScriptWriting scripts,
            SpeechSynthesis speech,
            VideoRendering rendering) {
        this.rendering = rendering;
        this.requests = requests;
        this.wording = wording;
        this.materials = materials;
        this.brands = brands;
        this.scripts = scripts;
        this.speech = speech;
    }

    /**
     * What can be made.
     *
     * @param request with the very version of the draft or the template that it names, and what its brand says now
     * @param voice that would speak; null for a recording
     */
    record Feasible(
            VideoRequest request,
            ContentEstimate estimate,
            @Nullable Voice voice) {}

    /** Throws with everything that is wrong, as far as it can be told at once. */
    Feasible check(UserId user, VideoRequest asked) {
        var errors = requests.check(asked);
        var request = branded(user, asked, errors);
        checkAssets(user, request, errors);
        checkDocuments(user, request, errors);
        errors.throwIfAny();
        wording.check(request);
        var estimate = estimate(user, request);
        checkDrawn(request, estimate, errors);
        errors.throwIfAny();
        return new Feasible(
                settled(request, estimate.version()),
                estimate,
                SoundSettings.of(request.videoSettings()).narration() == null ? voice(user, request, estimate) : null);
    }

    /** What is named without a version may change before it is needed. */
    private static VideoRequest settled(VideoRequest request, @Nullable Integer version) {
        if (version == null) {
            return request;
        }
        var draft = request.draft();
        var template = request.template();
        return request.withDraft(draft == null ? null : draft.withVersion(version))
                .withTemplate(template == null ? null : template.withVersion(version));
    }

    /** The same with what the brand that it names says now: the brand may be another one before it is needed. */
    VideoRequest branded(UserId user, VideoRequest request, FieldErrors errors) {
        var settings = request.videoSettings();
        if (settings == null) {
            return request;
        }
        var brand = settings.brand();
        if (brand == null || brand.brandId() == null || brand.colours() != null || errors.at("/video_settings/brand")) {
            return request;
        }
        try {
            var kept = brands.brand(user, brand.brandId()).brand();
            return request.withVideoSettings(settings.withBrand(brand.orElse(kept)));
        } catch (CodedException e) {
            if (e.code().kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
            errors.add(
                    "/video_settings/brand/brand_id",
                    "no brand %s (expected: one of yours)".formatted(brand.brandId()));
            return request;
        }
    }

    /** What is wrong with the settings of a request that was accepted before they were changed. */
    FieldErrors checkSettings(UserId user, VideoRequest request) {
        var errors = requests.check(request);
        checkAssets(user, request, errors);
        return errors;
    }

    /** Whether there is a voice that can speak this, now. */
    void checkVoice(
            UserId user, VoiceSettings voice, String language, String text, String pointer, FieldErrors errors) {
        voice(new VoiceChoice(user, voice, language, shortened(text)), pointer, errors);
    }

    /** Who would speak, now; null when nobody can. */
    @Nullable
    Voice voice(VoiceChoice choice, String pointer, FieldErrors errors) {
        try {
            return speech.choose(choice);
        } catch (CodedException e) {
            var field = atField(e, pointer);
            if (field.code().kind() != ErrorKind.INVALID) {
                throw e;
            }
            field.errors().forEach(error -> errors.add(pointer, error.detail()));
            return null;
        }
    }

    void checkPicture(UserId user, AssetId asset, String pointer, FieldErrors errors) {
        checkAsset(user, asset, pointer, PICTURES, errors);
    }

    private void checkDrawn(VideoRequest request, ContentEstimate estimate, FieldErrors errors) {
        var drawn = Drawn.of(request);
        var spoken = estimate.spoken();
        var title = request.title();
        if (title != null && drawn.title()) {
            checkShown(List.of(title), "/title", errors);
        }
        if (spoken != null) {
            var derived = title == null ? List.of(estimate.title()) : List.<String>of();
            checkShown(drawn.of(derived, estimate.headings(), List.of(spoken)), source(request), errors);
        }
    }

    /** Whether what is to be read in the film can be drawn. */
    void checkShown(List<String> texts, String pointer, FieldErrors errors) {
        var missing = rendering.undrawable(new ShownTexts(texts));
        if (!missing.isEmpty()) {
            errors.add(
                    pointer,
                    missing.stream()
                            .limit(20)
                            .map(character -> "%s (U+%04X)".formatted(character, character.codePointAt(0)))
                            .collect(Collectors.joining(", ", "no font can draw these characters: ", "")));
        }
    }

    private void checkAssets(UserId user, VideoRequest request, FieldErrors errors) {
        var wanted = request.materials();
        var ids = wanted == null ? null : wanted.assetIds();
        if (ids != null && !errors.at("/materials/asset_ids")) {
            for (var index = 0; index < ids.size(); index++) {
                checkAsset(user, ids.get(index), "/materials/asset_ids/" + index, PICTURES, errors);
            }
        }
        if (!errors.at("/video_settings/music")) {
            var music = Music.asset(request.videoSettings());
            if (music != null) {
                checkAsset(user, music, "/video_settings/music", Set.of(Asset.Type.AUDIO), errors);
            }
        }
        var narration = SoundSettings.of(request.videoSettings()).narration();
        if (narration != null) {
            checkAsset(user, narration, "/video_settings/sound/narration", Set.of(Asset.Type.AUDIO), errors);
        }
        checkLoudness(SoundSettings.of(request.videoSettings()), errors);
        checkPictures(user, request, errors);
        checkOutput(request, errors);
    }

    private void checkDocuments(UserId user, VideoRequest request, FieldErrors errors) {
        var sources = Objects.requireNonNullElse(request.sources(), List.<Source>of());
        for (var index = 0; index < sources.size(); index++) {
            var document =
                    sources.get(index) == null ? null : sources.get(index).assetId();
            if (document != null) {
                checkAsset(user, document, "/sources/%d/asset_id".formatted(index), DOCUMENTS, errors);
            }
        }
    }

    private void checkPictures(UserId user, VideoRequest request, FieldErrors errors) {
        var settings = request.videoSettings();
        var brand = settings == null ? null : settings.brand();
        if (brand != null && brand.logoAssetId() != null && !errors.at("/video_settings/brand")) {
            var pointer = "/video_settings/brand/logo_asset_id";
            checkAsset(user, brand.logoAssetId(), pointer, Set.of(Asset.Type.IMAGE), errors);
        }
        var picture = settings == null ? null : settings.picture();
        if (picture == null) {
            return;
        }
        var watermark = picture.watermark();
        if (watermark != null && !errors.at("/video_settings/picture/watermark")) {
            var pointer = "/video_settings/picture/watermark/asset_id";
            checkAsset(user, watermark.assetId(), pointer, Set.of(Asset.Type.IMAGE), errors);
        }
        checkCard(user, picture.intro(), "/video_settings/picture/intro", errors);
        checkCard(user, picture.outro(), "/video_settings/picture/outro", errors);
    }

    private void checkCard(UserId user, @Nullable TitleCard card, String pointer, FieldErrors errors) {
        if (card == null) {
            return;
        }
        var asset = card.assetId();
        if (asset != null) {
            checkAsset(user, asset, pointer + "/asset_id", PICTURES, errors);
        } else if (card.title() == null || card.title().isBlank()) {
            errors.add(pointer, "neither a title nor an asset (expected: one of them)");
        }
    }

    /** What the video service says to the settings: output, limits of the platform, captions, effects, cards. */
    private void checkOutput(VideoRequest request, FieldErrors errors) {
        var settings = request.videoSettings();
        if (settings == null || errors.at("/video_settings")) {
            return;
        }
        try {
            rendering.profile(settings);
        } catch (CodedException e) {
            if (e.code().kind() != ErrorKind.INVALID || e.errors().isEmpty()) {
                throw e;
            }
            e.errors().forEach(error -> errors.add(error.pointer(), error.detail()));
        }
    }

    /** Closer together, sound would have to be distorted until nothing of it moves. */
    private static void checkLoudness(SoundSettings sound, FieldErrors errors) {
        var loudness = Objects.requireNonNullElse(sound.loudness(), SoundSettings.USUAL_LOUDNESS);
        var truePeak = Objects.requireNonNullElse(sound.truePeak(), SoundSettings.USUAL_TRUE_PEAK);
        if (truePeak - loudness < SoundSettings.LEAST_PEAK_TO_LOUDNESS) {
            errors.add(
                    "/video_settings/sound/loudness",
                    "loudness: %s LUFS with peaks of at most %s dBTP (expected: at most %s LUFS with such peaks)"
                            .formatted(loudness, truePeak, truePeak - SoundSettings.LEAST_PEAK_TO_LOUDNESS));
        }
    }

    private void checkAsset(UserId user, AssetId id, String pointer, Set<Asset.Type> types, FieldErrors errors) {
        try {
            var type = materials.asset(user, id).fileType();
            if (!types.contains(type)) {
                errors.add(
                        pointer,
                        "asset %s is %s (expected: %s)"
                                .formatted(id, type, types.stream().sorted().toList()));
            }
        } catch (CodedException e) {
            if (e.code().kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
            errors.add(pointer, "no asset %s (expected: one of yours)".formatted(id));
        }
    }

    private ContentEstimate estimate(UserId user, VideoRequest request) {
        try {
            return scripts.check(ContentRequests.of(user, request, null));
        } catch (CodedException e) {
            throw atField(e, source(request));
        }
    }

    private Voice voice(UserId user, VideoRequest request, ContentEstimate estimate) {
        try {
            return speech.choose(new VoiceChoice(
                    user,
                    Objects.requireNonNullElse(request.voiceSettings(), VoiceSettings.DEFAULT),
                    estimate.language(),
                    sample(request, estimate)));
        } catch (CodedException e) {
            throw atField(e, "/voice_settings/voice");
        }
    }

    private static String source(VideoRequest request) {
        if (request.topic() != null) {
            return "/topic";
        }
        if (request.script() != null) {
            return "/script";
        }
        if (request.article() != null) {
            return "/article";
        }
        return request.draft() == null ? "/sources" : "/draft";
    }

    /** What will be spoken, or at least what about. */
    static String sample(VideoRequest request, ContentEstimate estimate) {
        var subject = Objects.requireNonNullElse(request.topic(), estimate.title());
        var text = Objects.requireNonNullElse(estimate.spoken(), subject);
        return shortened(text);
    }

    /** As much of a text as says in which letters it is written. */
    static String shortened(String text) {
        return text.substring(0, Math.min(SAMPLE, text.length()));
    }

    /** The same failure, as one of the request; what may pass by itself is left as it is. */
    private static CodedException atField(CodedException failure, String pointer) {
        var kind = failure.code().kind();
        if (kind != ErrorKind.INVALID && kind != ErrorKind.NOT_FOUND && kind != ErrorKind.CONFLICT) {
            return failure;
        }
        var message =
                Objects.requireNonNullElse(failure.getMessage(), failure.code().meaning());
        var errors = failure.errors().isEmpty() ? List.of(new FieldError(pointer, message)) : failure.errors();
        return new CodedException(
                kind == ErrorKind.INVALID
                        ? failure.code()
                        : new ReceivedErrorCode(failure.code().name(), ErrorKind.INVALID),
                message,
                errors,
                null,
                failure);
    }
}
