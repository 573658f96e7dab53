package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.orchestration.job.ShotInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What edits have made of a version.
 *
 * @param takes one for each sentence of the content
 */
public record Revision(VideoRequest request, GeneratedContent content, List<Take> takes) {

    public Revision {
        takes = List.copyOf(takes);
    }

    /**
     * A sentence of the new version.
     *
     * @param speech what was spoken before; null when it is to be spoken anew
     */
    public record Take(@Nullable Speech speech, Picture picture) {}

    /** What a sentence shows. */
    public sealed interface Picture {

        /** Nothing, as before. */
        record None() implements Picture {}

        /** What it showed before. */
        record Kept(Shot shot) implements Picture {}

        /** Something else. */
        record Made(ShotInput input) implements Picture {}
    }
}
