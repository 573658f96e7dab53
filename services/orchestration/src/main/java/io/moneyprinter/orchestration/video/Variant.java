package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.orchestration.edit.Revision.Picture;
import io.moneyprinter.orchestration.job.TranslationInput;
import java.util.List;

/**
 * A video in another language, as it is accepted.
 *
 * @param estimate of its narration, with its language
 * @param pictures one for each sentence
 */
record Variant(VideoRequest request, ContentEstimate estimate, Words words, List<Picture> pictures) {

    Variant {
        pictures = List.copyOf(pictures);
    }

    /** Where its script comes from. */
    sealed interface Words {}

    /** From whoever asked for it. */
    record Given(GeneratedContent content) implements Words {}

    /** From a language model, which is still to write it. */
    record Asked(TranslationInput input) implements Words {}
}
