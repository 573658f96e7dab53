package io.moneyprinter.materials.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of an asset. Null leaves what was said before, an empty text takes it back.
 *
 * @param tags all of them, in place of those before
 * @param sourceUrl {@code http} or {@code https}
 */
record AssetChange(
        @Nullable @Size(max = 255) String filename,
        @Nullable @Size(max = 60) String category,

        @Nullable @Size(max = 50)
        List<@NotNull(message = "missing (expected: some words)") @Size(max = 60) String> tags,

        @Nullable @Size(max = 2_000) String description,

        @JsonProperty("is_favourite") @Nullable Boolean isFavourite,

        @Nullable @Size(max = 100) String licence,
        @Nullable @Size(max = 500) String attribution,
        @Nullable @Size(max = 2_000) String sourceUrl) {

    /** @throws CodedException {@code FIELD_INVALID} */
    Asset of(Asset asset) {
        var name = filename == null ? "" : Assets.shownName(filename);
        return new Asset(
                asset.assetId(),
                name.isEmpty() ? asset.filename() : name,
                asset.fileType(),
                asset.mimeType(),
                asset.fileSize(),
                asset.width(),
                asset.height(),
                asset.duration(),
                said(category, asset.category()),
                tags == null ? asset.tags() : distinct(tags),
                said(description, asset.description()),
                asset.processingStatus(),
                asset.isPublic(),
                asset.isDeleted(),
                isFavourite == null ? asset.isFavourite() : isFavourite,
                said(licence, asset.licence()),
                said(attribution, asset.attribution()),
                address(asset.sourceUrl()),
                asset.traits(),
                asset.createdAt(),
                asset.updatedAt(),
                asset.cdnUrl(),
                asset.thumbnailUrl(),
                asset.original());
    }

    private @Nullable String address(@Nullable String before) {
        var address = said(sourceUrl, before);
        if (address != null && !address.matches("https?://[^\\s<>\"]+")) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/source_url", "no address (expected: https://…)");
        }
        return address;
    }

    private static @Nullable String said(@Nullable String now, @Nullable String before) {
        if (now == null) {
            return before;
        }
        var text = visible(now);
        return text.isEmpty() ? null : text;
    }

    /** Those that differ only in case are the same. */
    private static List<String> distinct(List<String> tags) {
        var kept = new LinkedHashMap<String, String>();
        for (var tag : tags) {
            var text = visible(tag);
            if (!text.isEmpty()) {
                kept.putIfAbsent(text.toLowerCase(Locale.ROOT), text);
            }
        }
        return List.copyOf(kept.values());
    }

    /** On one line, and without characters that do something instead of showing something. */
    private static String visible(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]", "")
                .strip();
    }
}
