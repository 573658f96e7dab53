package io.moneyprinter.content.topic;

import static io.moneyprinter.content.prompt.StandInModels.data;
import static io.moneyprinter.content.prompt.StandInModels.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.llm.Question;
import io.moneyprinter.content.prompt.Dialogues;
import io.moneyprinter.content.prompt.StandInModels;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Shingles;
import io.moneyprinter.problem.CodedException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VariationsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StandInModels models = new StandInModels();
    private final Variations variations = new Variations(new TopicWriter(Dialogues.with(models)));

    @Test
    void differInHookOrderAndToneAndAreNotAlike() {
        models.answers(question -> script("v" + models.questions().size()));

        var result = variations.write(brief(), 3);

        assertThat(result.refused()).isEmpty();
        var all = result.variations();
        assertThat(all).hasSize(3);
        assertThat(all)
                .extracting(Variations.Variation::hook)
                .doesNotHaveDuplicates()
                .startsWith("question");
        assertThat(all).extracting(Variations.Variation::order).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(Variations.Variation::tone)
                .doesNotHaveDuplicates()
                .startsWith("professional");
        for (var one : all) {
            for (var other : all) {
                if (one != other) {
                    assertThat(Shingles.of(one.content().script(), Language.ENGLISH)
                                    .likeness(Shingles.of(other.content().script(), Language.ENGLISH)))
                            .isLessThanOrEqualTo(one.likeness())
                            .isLessThanOrEqualTo(Variations.MOST_ALIKE);
                }
            }
        }
        assertThat(models.questions().stream().map(VariationsTests::order).distinct())
                .hasSize(3);
        assertThat(data(models.questions().getLast()).path("avoid").size()).isEqualTo(2);
    }

    @Test
    void asksAgainWhenOneSaysWhatAnotherSays() {
        models.says(script("same")).says(script("same")).says(script("other"));

        var result = variations.write(brief(), 2);

        assertThat(result.variations()).hasSize(2);
        assertThat(models.questions()).hasSize(3);
        assertThat(task(models.questions().getLast())).contains("use other words");
    }

    @Test
    void refusesOneThatStaysTheSameAndSaysWhy() {
        models.answers(question -> script("same"));

        var result = variations.write(brief(), 2);

        assertThat(result.variations()).hasSize(1);
        assertThat(result.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("VARIATION_TOO_ALIKE");
            assertThat(refused.reason()).startsWith("1.00 like another one");
        });
    }

    @Test
    void keepsWhatIsWrittenWhenTheModelFailsLater() {
        models.says(script("one")).says("no").says("no").says(script("three"));

        var result = variations.write(brief(), 3);

        assertThat(result.variations()).hasSize(2);
        assertThat(result.refused())
                .extracting(Variations.Refused::code)
                .containsExactly(ContentErrorCode.LLM_ANSWER_UNUSABLE.name());
    }

    @Test
    void failsWhenNotEvenTheFirstIsWritten() {
        models.answers(question -> "no");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> variations.write(brief(), 3))
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.LLM_ANSWER_UNUSABLE);
    }

    private static String order(Question question) {
        return task(question)
                .lines()
                .filter(line -> line.startsWith("Tell it in this order"))
                .findFirst()
                .orElseThrow();
    }

    /** Words that only this one has. */
    private static String script(String name) {
        var sentences = IntStream.range(0, 6)
                .mapToObj(i -> "The %s%s bees %s%s over the hive."
                        .formatted(name, "abcdef".charAt(i), name, "ghijkl".charAt(i)))
                .toList();
        return JSON.writeValueAsString(
                Map.of("title", "Bees", "scenes", List.of(Map.of("narration", String.join(" ", sentences)))));
    }

    private static Brief brief() {
        return new Brief(
                UserId.LOCAL,
                "bees",
                null,
                null,
                "engaging",
                "professional",
                "general",
                true,
                15,
                Language.ENGLISH,
                List.of(),
                null,
                null,
                null);
    }
}
