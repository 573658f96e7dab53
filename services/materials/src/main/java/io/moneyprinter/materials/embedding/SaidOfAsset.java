package io.moneyprinter.materials.embedding;

import io.moneyprinter.materials.words.FileTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an owner says of a file, as a text of which a model can say what it means. */
final class SaidOfAsset {

    private SaidOfAsset() {}

    /** Empty where nothing is said. What a camera calls a file says nothing. */
    static String text(
            @Nullable String name, List<String> tags, @Nullable String category, @Nullable String description) {
        var parts = new ArrayList<String>();
        parts.add(name == null ? "" : FileTitle.of(name));
        parts.add(String.join(", ", tags));
        parts.add(category == null ? "" : category);
        parts.add(description == null ? "" : description);
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(". "));
    }
}
