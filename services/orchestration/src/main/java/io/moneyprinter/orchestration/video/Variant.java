package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.orchestration.edit.Revision.Picture;
import io.moneyprinter.orchestration.job.TranslationInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video in another language, as it is accepted.
 *
 * @param estimate of its narration, with its language
 * @param input for a language model
 * @param content its script; null when a language model is still to write it
 * @param pictures one for each sentence
 */
record Variant(
        VideoRequest request,
        ContentEstimate estimate,
        TranslationInput input,
        @Nullable GeneratedContent content,
        List<Picture> pictures) {

    Variant {
        pictures = List.copyOf(pictures);
    }
}
