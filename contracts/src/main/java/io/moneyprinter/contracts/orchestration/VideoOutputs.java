package io.moneyprinter.contracts.orchestration;

import java.util.List;

/**
 * The conversions of a video, or its extracts.
 *
 * @param outputs newest first
 */
public record VideoOutputs(List<VideoOutput> outputs) {

    public VideoOutputs {
        outputs = List.copyOf(outputs);
    }
}
