package io.moneyprinter.content.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bees dance. They do it in the dark.",
                "Bees dance.\n\nThey do it in the dark.\n\n## Why\n\nNobody knows. Or do they?",
                "Bees dance. [pause 2s] They [emphasis]do[/emphasis] it.\n\n## Why\n\nNobody knows. [pause 1500ms]\n\n## End\n\nYes.",
                "Bees dance, [pause 1s] and they do it in the dark, where [pause 300ms] nobody can see them at all.",
                "Bees dance in the dark, and they do so for a very long time, and the others follow each of their steps, and then they fly.",
                "蜜蜂跳舞。它们在黑暗中跳舞。\n\n谁知道为什么？"
            })
    void readsAsItWasWritten(String script) {
        var content = content(script);
        var narrations = Narration.of(content.sections(), new io.moneyprinter.language.Language(content.language()));

        var again = new ArrayList<String>();
        for (var i = 0; i < narrations.size(); i++) {
            again.add("## Heading " + i + "\n\n" + narrations.get(i));
        }

        assertThat(sentences(content(String.join("\n\n", again)))).isEqualTo(sentences(content));
    }

    @Test
    void keepsTheItemsOfAListApart() {
        var content = content("- Bees\n- Wasps and hornets\n- Ants");
        var again = content(Narration.of(content.sections(), io.moneyprinter.language.Language.ENGLISH)
                .getFirst());

        assertThat(again.sentences()).extracting(Sentence::text).containsExactly("Bees", "Wasps and hornets", "Ants");
    }

    private static List<String> sentences(GeneratedContent content) {
        return content.sentences().stream()
                .map(sentence -> sentence.script() + " " + sentence.pauseAfter())
                .toList();
    }

    private static GeneratedContent content(String script) {
        return Manuscript.of(Markup.read(script), null, "/script").toContent("Title", null, List.of(), Map.of());
    }
}
