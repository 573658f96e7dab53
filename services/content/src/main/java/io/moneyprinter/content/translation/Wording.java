package io.moneyprinter.content.translation;

import io.moneyprinter.contracts.tts.SpeechText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said and shown in another language.
 *
 * @param title null to derive it
 * @param description null to derive it
 * @param keywords to put before those that are derived
 * @param headings one for each section, null where it has none
 * @param sentences one for each sentence
 * @param texts one for each text that was asked for
 * @param shown one for each of {@link Shown}, or none, where what is shown is what is said
 */
record Wording(
        @Nullable String title,
        @Nullable String description,
        List<String> keywords,
        List<@Nullable String> headings,
        List<SpeechText> sentences,
        List<String> texts,
        List<String> shown) {

    Wording {
        keywords = List.copyOf(keywords);
        headings = Collections.unmodifiableList(new ArrayList<>(headings));
        sentences = List.copyOf(sentences);
        texts = List.copyOf(texts);
        shown = List.copyOf(shown);
    }
}
