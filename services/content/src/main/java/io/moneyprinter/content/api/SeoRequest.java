package io.moneyprinter.content.api;

import io.moneyprinter.content.seo.Platform;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script that will be published.
 *
 * @param script Markdown or plain text
 * @param title null to derive one
 * @param language BCP 47 of the script; null to detect it
 * @param keywords to put first
 * @param platforms null for all
 * @param local whether to take the script's own words instead of asking a model; null to ask one where there is one
 * @param provider of the language model, null for the configured ones
 */
record SeoRequest(
        @NotBlank @Size(max = 50_000) String script,
        @Nullable @Size(max = 200) String title,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 30) List<@NotNull @Size(max = 100) String> keywords,
        @Nullable @Size(min = 1, max = 20) List<@NotNull Platform> platforms,
        @Nullable Boolean local,
        @Nullable @Size(max = 60) String provider) {}
