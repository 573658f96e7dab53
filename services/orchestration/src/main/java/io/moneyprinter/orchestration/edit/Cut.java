package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.Speech;
import java.util.List;

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

    private static boolean seen(VideoRequest request) {
        return request.produced() == Produce.VIDEO;
    }

    boolean seen() {
        return seen(request);
    }

    int size() {
        return speeches.size();
    }
}
