package io.moneyprinter.contracts.tts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of several texts.
 *
 * @param results one for each text, in order
 */
public record SynthesizedBatch(List<BatchResult> results) {

    public SynthesizedBatch {
        results = List.copyOf(results);
    }

    /**
     * What became of one text.
     *
     * @param speech null when it failed
     * @param problem null when it was spoken
     */
    public record BatchResult(
            @Nullable SynthesizedSpeech speech, @Nullable BatchProblem problem) {}

    /**
     * Why a text was not spoken.
     *
     * @param code stable, for programs
     * @param detail for people
     * @param retryable whether the same text may be spoken later
     */
    public record BatchProblem(String code, String detail, boolean retryable) {}
}
