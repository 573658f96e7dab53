package io.moneyprinter.contracts.orchestration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a user's videos, newest first.
 *
 * @param nextCursor give it back to get the next ones, null at the end
 */
public record VideoPage(List<VideoView> videos, @Nullable String nextCursor) {

    public VideoPage {
        videos = List.copyOf(videos);
    }
}
