package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.EditRequest;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.orchestration.edit.Cut;
import io.moneyprinter.orchestration.edit.Draft;
import io.moneyprinter.orchestration.edit.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes edits, or says all that stands in their way at once. */
@Component
class EditCheck {

    private final VideoRequestCheck requests;
    private final Feasibility feasibility;
    private final WordingCheck wording;

    EditCheck(VideoRequestCheck requests, Feasibility feasibility, WordingCheck wording) {
        this.requests = requests;
        this.feasibility = feasibility;
        this.wording = wording;
    }

    Revision revise(UserId user, Cut cut, EditRequest request) {
        var errors = requests.constraints(request);
        var draft = new Draft(cut);
        for (var index = 0; index < request.edits().size(); index++) {
            var pointer = "/edits/" + index;
            checkWords(request.edits().get(index), pointer, errors);
            if (!errors.at(pointer)) {
                apply(user, draft, request.edits().get(index), pointer, errors);
            }
        }
        errors.throwIfAny();
        wording.check(cut.content().language(), request.edits());
        var revision = draft.finish();
        checkVoices(user, request.edits(), revision, errors);
        errors.throwIfAny();
        return revision;
    }

    private void apply(UserId user, Draft draft, Edit edit, String pointer, FieldErrors errors) {
        var before = draft.request();
        draft.apply(edit, pointer, errors::add);
        if (edit instanceof Edit.ReplaceClip clip) {
            feasibility.checkPicture(user, clip.assetId(), pointer + "/asset_id", errors);
        }
        checkShown(edit, draft.request(), pointer, errors);
        if (errors.at(pointer)
                || Objects.equals(before.videoSettings(), draft.request().videoSettings())) {
            return;
        }
        var settings = new FieldErrors();
        draft.settle(feasibility.branded(user, draft.request(), settings));
        Stream.concat(settings.all().stream(), feasibility.checkSettings(user, draft.request()).all().stream())
                .forEach(error -> errors.add(field(edit, pointer, error.pointer()), error.detail()));
        checkRevealed(draft, before, pointer, errors);
        if (errors.at(pointer)) {
            draft.settle(before);
        }
    }

    /** What was not drawn before the settings changed. */
    private void checkRevealed(Draft draft, VideoRequest before, String pointer, FieldErrors errors) {
        var revealed = Drawn.of(draft.request()).of(draft.content());
        revealed.removeAll(Drawn.of(before).of(draft.content()));
        if (!revealed.isEmpty()) {
            feasibility.checkShown(revealed, pointer, errors);
        }
    }

    private void checkShown(Edit edit, VideoRequest request, String pointer, FieldErrors errors) {
        var drawn = Drawn.of(request);
        var words = switch (edit) {
            case Edit.Words spoken when drawn.sentences() -> spoken.text();
            case Edit.EditCaption caption when drawn.captions() -> caption.text();
            default -> "";
        };
        if (!words.isBlank() && !errors.at(pointer)) {
            feasibility.checkShown(List.of(words), pointer + "/text", errors);
        }
    }

    /** Where the edit says what the video's settings now hold. */
    private static String field(Edit edit, String pointer, String setting) {
        return switch (edit) {
            case Edit.Settings _ -> pointer + setting;
            case Edit.CaptionStyle _, Edit.MusicBed _ -> pointer + setting.replaceFirst("^/video_settings", "");
            case Edit.ReplaceClip _,
                    Edit.OtherShot _,
                    Edit.LockShot _,
                    Edit.EditCaption _,
                    Edit.Trim _,
                    Edit.Reorder _,
                    Edit.Voice _,
                    Edit.Words _ -> pointer;
        };
    }

    private static void checkWords(@Nullable Edit edit, String pointer, FieldErrors errors) {
        switch (edit) {
            case Edit.Words words ->
                VideoRequestCheck.checkText(new VideoRequestCheck.Text(pointer + "/text", words.text()), errors);
            case Edit.EditCaption caption ->
                VideoRequestCheck.checkText(new VideoRequestCheck.Text(pointer + "/text", caption.text()), errors);
            case Edit.OtherShot other
            when other.searchTerms() != null ->
                other.searchTerms()
                        .forEach(term -> VideoRequestCheck.checkText(
                                new VideoRequestCheck.Text(pointer + "/search_terms", term), errors));
            case Edit.Voice voice
            when voice.voiceSettings() != null ->
                VideoRequestCheck.checkLanguage(
                        pointer + "/voice_settings/language",
                        voice.voiceSettings().language(),
                        errors);
            case null, default -> {}
        }
    }

    /** Every voice that is to speak has to be able to read what it is given. */
    private void checkVoices(UserId user, List<Edit> edits, Revision revision, FieldErrors errors) {
        var sentences = revision.content().sentences();
        var fallback = Objects.requireNonNullElse(revision.request().voiceSettings(), VoiceSettings.DEFAULT);
        var spoken = IntStream.range(0, sentences.size())
                .filter(index -> revision.takes().get(index).speech() == null)
                .mapToObj(sentences::get)
                .collect(Collectors.groupingBy(
                        sentence -> Objects.requireNonNullElse(sentence.voice(), fallback),
                        LinkedHashMap::new,
                        Collectors.mapping(sentence -> sentence.text(), Collectors.joining(" "))));
        spoken.forEach((voice, text) ->
                feasibility.checkVoice(user, voice, revision.content().language(), text, blamed(edits, voice), errors));
    }

    /** The latest edit that asks for this voice, else the latest one that has anything spoken. */
    private static String blamed(List<Edit> edits, VoiceSettings wanted) {
        var words = "";
        for (var index = edits.size() - 1; index >= 0; index--) {
            var pointer = "/edits/" + index;
            if (edits.get(index) instanceof Edit.Voice voice
                    && voice.voiceSettings().equals(wanted)) {
                return pointer + "/voice_settings";
            }
            if (edits.get(index) instanceof Edit.Words && words.isEmpty()) {
                words = pointer + "/text";
            }
        }
        return words;
    }
}
