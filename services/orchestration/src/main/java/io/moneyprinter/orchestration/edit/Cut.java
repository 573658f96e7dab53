package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Pacing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A finished version of a video, as far as edits touch it.
 *
 * @param request with the settings of this version
 * @param speeches one for each sentence
 * @param shots one for each sentence; none where nothing is seen
 */
public record Cut(VideoRequest request, GeneratedContent content, List<Speech> speeches, List<Shot> shots) {

    public Cut {
        speeches = List.copyOf(speeches);
        shots = List.copyOf(shots);
        var sentences = content.sentences().size();
        if (speeches.size() != sentences || shots.size() != (seen(request) ? sentences : 0)) {
            throw new IllegalArgumentException(
                    "%d speeches, %d shots (expected: %d)".formatted(speeches.size(), shots.size(), sentences));
        }
    }

    /**
     * As it is heard and seen: without the sentences that were left out to fit its length, and with its pauses.
     *
     * @param content as it was written, like {@code speeches} and {@code shots}
     */
    public static Cut of(
            VideoRequest request, GeneratedContent content, List<Speech> speeches, List<Shot> shots, Pacing pacing) {
        return new Cut(request, fitted(content, pacing), kept(speeches, pacing), kept(shots, pacing));
    }

    private static GeneratedContent fitted(GeneratedContent content, Pacing pacing) {
        if (pacing.leftOut().isEmpty() && pacing.pauses() == 1) {
            return content;
        }
        var sections = new ArrayList<Section>();
        var first = 0;
        for (var section : content.sections()) {
            var sentences = new ArrayList<Sentence>();
            for (var i = 0; i < section.sentences().size(); i++) {
                var sentence = section.sentences().get(i);
                if (!pacing.leftOut().contains(first + i)) {
                    sentences.add(sentence.withPauseAfter(pacing.pause(sentence.pauseAfter())));
                }
            }
            sections.add(section.withSentences(sentences));
            first += section.sentences().size();
        }
        return content.withSections(sections);
    }

    private static <T> List<T> kept(List<T> all, Pacing pacing) {
        return IntStream.range(0, all.size())
                .filter(index -> !pacing.leftOut().contains(index))
                .mapToObj(all::get)
                .toList();
    }

    private static boolean seen(VideoRequest request) {
        return request.produced() == Produce.VIDEO;
    }

    /** Whether there are shots. */
    public boolean seen() {
        return seen(request);
    }

    int size() {
        return speeches.size();
    }
}
