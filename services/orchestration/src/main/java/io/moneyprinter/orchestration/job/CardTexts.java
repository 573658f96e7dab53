package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.contracts.video.VideoSettings;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What the cards of a video say, apart from its script. */
public final class CardTexts {

    private CardTexts() {}

    /** By where they stand among the settings of the picture, such as {@code /intro/title}. */
    public static SequencedMap<String, String> of(VideoRequest request) {
        return of(request.videoSettings());
    }

    /** The same, where there is no request around them. */
    public static SequencedMap<String, String> of(@Nullable VideoSettings settings) {
        var texts = new LinkedHashMap<String, String>();
        var picture = settings == null ? null : settings.picture();
        if (picture != null) {
            add("/intro", picture.intro(), texts);
            add("/outro", picture.outro(), texts);
        }
        return texts;
    }

    private static void add(String pointer, @Nullable TitleCard card, Map<String, String> texts) {
        if (card != null) {
            add(pointer + "/title", card.title(), texts);
            add(pointer + "/subtitle", card.subtitle(), texts);
        }
    }

    private static void add(String pointer, @Nullable String text, Map<String, String> texts) {
        if (text != null && !text.isBlank()) {
            texts.put(pointer, text);
        }
    }

    /**
     * The same video, whose cards say something else.
     *
     * @param texts one for each that {@link #of} finds, in that order
     */
    public static VideoRequest with(VideoRequest request, List<String> texts) {
        var settings = request.videoSettings();
        var picture = settings == null ? null : settings.picture();
        if (settings == null || picture == null) {
            return request;
        }
        var next = texts.iterator();
        var intro = card(picture.intro(), next);
        var outro = card(picture.outro(), next);
        return request.withVideoSettings(settings.withPicture(new PictureSettings(
                picture.fit(),
                picture.focusX(),
                picture.focusY(),
                picture.background(),
                picture.cameraMove(),
                picture.easing(),
                picture.speed(),
                picture.transitionDuration(),
                picture.watermark(),
                intro,
                outro,
                picture.sectionCards(),
                picture.cutOnBeat())));
    }

    private static @Nullable TitleCard card(@Nullable TitleCard card, Iterator<String> next) {
        return card == null
                ? null
                : new TitleCard(text(card.title(), next), text(card.subtitle(), next), card.assetId(), card.duration());
    }

    private static @Nullable String text(@Nullable String text, Iterator<String> next) {
        return text == null || text.isBlank() ? text : next.next();
    }
}
