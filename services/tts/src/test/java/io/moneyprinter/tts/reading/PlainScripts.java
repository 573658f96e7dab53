package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cuts texts after full stops and question marks, with 300 ms between. */
public final class PlainScripts implements ScriptWriting {

    @Override
    public GeneratedContent generate(ContentRequest request) {
        var text = Objects.requireNonNull(request.script());
        var sentences = Arrays.stream(text.split("(?<=[.?]) +"))
                .map(sentence -> new Sentence(sentence, Duration.ofMillis(300), List.of()))
                .toList();
        return new GeneratedContent(
                text,
                "",
                "",
                List.of(),
                Objects.requireNonNullElse(request.language(), "en"),
                1,
                List.of(new Section(null, sentences)),
                Map.of());
    }

    @Override
    public ContentEstimate check(ContentRequest request) {
        throw new UnsupportedOperationException("nobody asks");
    }
}
