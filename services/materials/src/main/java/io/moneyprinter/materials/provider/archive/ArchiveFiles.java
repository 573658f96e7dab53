package io.moneyprinter.materials.provider.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is known of one work, as far as we need it. */
record ArchiveFiles(@Nullable List<File> files) {

    /**
     * One file; numbers come with and without quotes.
     *
     * @param format such as {@code h.264}
     * @param length seconds, or {@code minutes:seconds}, or with hours before
     * @param access {@code true} when the file is not handed out
     */
    record File(
            @Nullable String name,
            @Nullable String format,
            @Nullable JsonNode width,
            @Nullable JsonNode height,
            @Nullable JsonNode length,
            @JsonProperty("private") @Nullable JsonNode access) {}
}
