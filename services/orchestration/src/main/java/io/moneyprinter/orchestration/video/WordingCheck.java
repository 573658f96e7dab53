package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.ModerationRequest;
import io.moneyprinter.contracts.content.ModerationRequest.FieldText;
import io.moneyprinter.contracts.content.TextModeration;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.job.CardTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has what is shown or spoken beside the script looked at: cards, subtitles of the user's own, and edits. */
@Component
class WordingCheck {

    private final TextModeration moderation;

    WordingCheck(TextModeration moderation) {
        this.moderation = moderation;
    }

    /** @throws io.moneyprinter.problem.CodedException {@code MODERATION_REFUSED}, or where nobody can say */
    void check(VideoRequest request) {
        ask(request.language(), texts(request.videoSettings(), "/video_settings"));
    }

    /** @throws io.moneyprinter.problem.CodedException {@code MODERATION_REFUSED}, or where nobody can say */
    void check(String language, List<Edit> edits) {
        var texts = new ArrayList<FieldText>();
        for (var index = 0; index < edits.size(); index++) {
            texts.addAll(texts(edits.get(index), "/edits/" + index));
        }
        ask(language, texts);
    }

    private void ask(@Nullable String language, List<FieldText> texts) {
        if (!texts.isEmpty()) {
            moderation.check(new ModerationRequest(language, texts));
        }
    }

    private static List<FieldText> texts(Edit edit, String pointer) {
        return switch (edit) {
            case Edit.Words words -> List.of(new FieldText(pointer + "/text", words.text()));
            case Edit.EditCaption caption -> List.of(new FieldText(pointer + "/text", caption.text()));
            case Edit.CaptionStyle style -> texts(style.captions(), pointer + "/captions");
            case Edit.Settings settings -> texts(settings.videoSettings(), pointer + "/video_settings");
            case Edit.ReplaceClip _,
                    Edit.OtherShot _,
                    Edit.LockShot _,
                    Edit.MusicBed _,
                    Edit.Trim _,
                    Edit.Reorder _,
                    Edit.Voice _ -> List.of();
        };
    }

    private static List<FieldText> texts(@Nullable VideoSettings settings, String pointer) {
        var texts = new ArrayList<FieldText>();
        if (settings != null) {
            CardTexts.of(settings)
                    .forEach((field, text) -> texts.add(new FieldText(pointer + "/picture" + field, text)));
            texts.addAll(texts(settings.captions(), pointer + "/captions"));
        }
        return texts;
    }

    private static List<FieldText> texts(@Nullable CaptionSettings captions, String pointer) {
        var subtitles = captions == null ? null : captions.subtitles();
        return subtitles == null || subtitles.isBlank()
                ? List.of()
                : List.of(new FieldText(pointer + "/subtitles", subtitles));
    }
}
