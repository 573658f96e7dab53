package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.VideoId;
import java.util.List;

/**
 * A video in other languages.
 *
 * @param videoId of the original
 */
public record VideoTranslations(VideoId videoId, List<VideoTranslation> translations) {

    public VideoTranslations {
        translations = List.copyOf(translations);
    }
}
