package io.moneyprinter.materials.provider.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a search answers, as far as we need it. */
record ArchivePage(@Nullable Response response) {

    record Response(
            @JsonProperty("numFound") int numFound,
            @Nullable List<Work> docs) {}

    /** What is said of a work is a text, or a list of them. */
    record Work(
            @Nullable String identifier,
            @Nullable JsonNode title,
            @Nullable JsonNode creator,
            @Nullable JsonNode licenseurl) {}
}
