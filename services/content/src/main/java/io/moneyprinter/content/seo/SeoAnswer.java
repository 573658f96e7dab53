package io.moneyprinter.content.seo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer that a language model is asked for. Anything may be missing or wrong until it is checked. */
record SeoAnswer(@Nullable List<@Nullable One> platforms) {

    /** What is to stand on one platform. */
    record One(
            @Nullable String platform,
            @Nullable String title,
            @Nullable String description,
            @Nullable List<@Nullable String> hashtags,
            @Nullable List<@Nullable String> keywords) {}
}
