package io.moneyprinter.materials.provider.wikimedia;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a search answers, as far as we need it. Failures, too, come with status 200.
 *
 * @param more where the next page begins, null on the last one
 * @param query null when nothing is found
 */
record WikimediaPage(
        @JsonProperty("continue") @Nullable JsonNode more,
        @Nullable Query query,
        @Nullable Fault error) {

    record Fault(@Nullable String code, @Nullable String info) {}

    record Query(@Nullable List<File> pages) {}

    /**
     * A page of a file.
     *
     * @param index its rank among the results
     * @param imageinfo of photos, one element
     * @param videoinfo of videos, one element
     */
    record File(
            long pageid,
            int index,
            @Nullable String title,
            @Nullable List<Info> imageinfo,
            @Nullable List<Info> videoinfo) {}

    /**
     * About the newest version of a file.
     *
     * @param url of the original
     * @param thumburl of one that is at most as wide as was asked for
     * @param duration seconds, of videos
     * @param derivatives of videos, the original among them
     */
    record Info(
            @Nullable String url,
            @Nullable String descriptionurl,
            @Nullable String mime,
            int width,
            int height,
            double duration,
            @Nullable String thumburl,
            int thumbwidth,
            int thumbheight,
            @Nullable List<Derivative> derivatives,
            @Nullable Map<String, Metadata> extmetadata) {}

    /** @param transcodekey such as {@code 720p.vp9.webm}, null for the original */
    record Derivative(
            @Nullable String src,
            @Nullable String type,
            @Nullable String transcodekey,
            int width,
            int height) {}

    /** @param value HTML */
    record Metadata(@Nullable JsonNode value) {}
}
