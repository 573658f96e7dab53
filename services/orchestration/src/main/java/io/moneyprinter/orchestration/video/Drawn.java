package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a script are drawn into the film. Titles of cards are settings, and are not meant here.
 *
 * @param captions whether what is spoken is written below
 * @param cards whether sections have cards with their headings
 * @param designs whether pictures may be drawn by us, of any words there are
 */
record Drawn(boolean captions, boolean cards, boolean designs) {

    private static final Drawn NOTHING = new Drawn(false, false, false);

    static Drawn of(VideoRequest request) {
        if (request.produced() != Produce.VIDEO) {
            return NOTHING;
        }
        var settings = Objects.requireNonNullElse(request.videoSettings(), VideoSettings.DEFAULT);
        var picture = settings.picture();
        var materials = request.materials();
        var sources = materials == null ? null : materials.sources();
        return new Drawn(
                !Boolean.FALSE.equals(settings.includeSubtitles())
                        && CaptionSettings.orDefault(settings.captions()).subtitles() == null,
                picture != null && Boolean.TRUE.equals(picture.sectionCards()),
                sources == null || sources.contains(MaterialSource.DESIGNED));
    }

    boolean title() {
        return designs;
    }

    boolean sentences() {
        return captions || designs;
    }

    /** Those that are drawn. */
    List<String> of(List<String> titles, List<String> headings, List<String> sentences) {
        var texts = new ArrayList<String>();
        if (title()) {
            texts.addAll(titles);
        }
        if (cards || designs) {
            texts.addAll(headings);
        }
        if (sentences()) {
            texts.addAll(sentences);
        }
        return texts;
    }

    List<String> of(GeneratedContent content) {
        var headings = new ArrayList<String>();
        var sentences = new ArrayList<String>();
        for (var section : content.sections()) {
            add(section.heading(), headings);
            for (var sentence : section.sentences()) {
                add(sentence.text(), sentences);
                add(sentence.caption(), sentences);
            }
        }
        return of(List.of(content.title()), headings, sentences);
    }

    private static void add(@Nullable String text, List<String> texts) {
        if (text != null) {
            texts.add(text);
        }
    }
}
