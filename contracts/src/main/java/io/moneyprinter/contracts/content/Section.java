package io.moneyprinter.contracts.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the script under one heading; {@code heading} is null before the first one. Headings are not spoken. */
public record Section(@Nullable String heading, List<Sentence> sentences) {

    public Section {
        sentences = List.copyOf(sentences);
    }
}
