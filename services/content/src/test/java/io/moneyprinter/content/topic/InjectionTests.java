package io.moneyprinter.content.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.content.llm.Question;
import io.moneyprinter.content.prompt.Dialogues;
import io.moneyprinter.content.prompt.StandInModels;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.language.Language;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts from elsewhere that give orders, to a model that obeys whatever it reads. */
class InjectionTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!|]|\\]\\(|[{}]|[\\p{Cc}&&[^\\n]]");
    private static final String HONEST =
            "Bees dance in the dark of the hive. They show the others the way to the flowers.";

    /** @param gone what must not be left of it, in lower case */
    record Injection(
            String name,
            String text,
            @Nullable Boolean reveals,
            @Nullable Integer times,
            @JsonProperty("gone") List<String> gone) {

        String whole() {
            return String.join(" ", Collections.nCopies(times == null ? 1 : times, text));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Injection> injections() {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Object read = yaml.load(InjectionTests.class.getResourceAsStream("injections.yaml"));
        return JSON.convertValue(read, new TypeReference<List<Injection>>() {});
    }

    @Test
    void triesSixty() {
        assertThat(injections()).hasSize(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void leavesNothingOfAnOrderInMaterial(Injection injection) {
        var models = new StandInModels().answers(question -> gullible(question, injection));

        var content = write(models, injection.whole());

        assertThat(content.script()).contains("Bees dance in the dark of the hive.");
        var everything = JSON.writeValueAsString(content).toLowerCase(Locale.ROOT);
        var texts = everything(content);
        assertThat(everything).doesNotContain(injection.gone());
        assertThat(MARKUP.matcher(texts).find()).as(texts).isFalse();
        assertThat(content.title().length()).isLessThanOrEqualTo(71);
        assertThat(content.sections()).hasSizeLessThanOrEqualTo(20);
        for (var question : models.questions()) {
            var mark = StandInModels.mark(question);
            // The data is one line between two, whatever it says.
            assertThat(StandInModels.task(question).lines().filter(mark::equals))
                    .hasSize(2);
            assertThat(StandInModels.data(question).path("topic").asString()).isEqualTo("bees");
            assertThat(StandInModels.task(question).lines().toList()).doesNotContain(injection.text());
        }
    }

    @Test
    void marksDataAnewForEachPrompt() {
        var models = new StandInModels()
                .answers(question -> gullible(question, injections().getFirst()));

        write(models, "Bees dance.");
        write(models, "Bees dance.");

        assertThat(models.questions().stream().map(StandInModels::mark).distinct())
                .hasSize(2);
    }

    @Test
    void keepsAnAddressThatTheUserAskedFor() {
        var models = new StandInModels()
                .answers(question -> JSON.writeValueAsString(Map.of(
                        "scenes",
                        List.of(Map.of("narration", "Read all of it on bees.example.org/dance today. " + HONEST)))));

        var content = new TopicWriter(Dialogues.with(models))
                .write(brief("what https://bees.example.org/dance says", null), null);

        assertThat(content.script()).contains("bees.example.org/dance");
    }

    private static GeneratedContent write(StandInModels models, String material) {
        return new TopicWriter(Dialogues.with(models)).write(brief("bees", material), null);
    }

    private static String everything(GeneratedContent content) {
        var all = new StringBuilder(content.title() + "\n" + content.description() + "\n" + content.script());
        content.keywords().forEach(keyword -> all.append('\n').append(keyword));
        for (var section : content.sections()) {
            all.append('\n').append(section.heading());
            var scene = section.scene();
            if (scene != null) {
                all.append('\n').append(scene.onScreen()).append('\n').append(scene.visual());
                all.append('\n').append(String.join("\n", section.searchTerms(0)));
            }
        }
        return all.toString();
    }

    /** Puts whatever it reads everywhere, calls tools that nobody has, and tells what it was told if it is asked. */
    private static String gullible(Question question, Injection injection) {
        var order = StandInModels.data(question).path("material").asString();
        var told = Boolean.TRUE.equals(injection.reveals())
                ? "\n\n" + question.conversation().getFirst().text()
                : "";
        var bounded = order.substring(0, Math.min(order.length(), 40_000));
        return JSON.writeValueAsString(Map.of(
                "title", order,
                "description", order + told,
                "keywords", List.of(order, "bees"),
                "tool_calls", List.of(Map.of("name", "fetch", "arguments", Map.of("url", "https://evil.example"))),
                "scenes",
                        List.of(
                                Map.of("role", "hook", "narration", HONEST, "heading", order, "on_screen_text", order),
                                Map.of(
                                        "role",
                                        "body",
                                        "narration",
                                        bounded + told,
                                        "visual",
                                        order,
                                        "search_terms",
                                        List.of(order, "bee"),
                                        "search_terms_english",
                                        List.of(order),
                                        "mood",
                                        order))));
    }

    private static Brief brief(String topic, @Nullable String material) {
        return new Brief(
                UserId.LOCAL,
                topic,
                null,
                material,
                "engaging",
                "professional",
                "general",
                true,
                10,
                Language.ENGLISH,
                List.of(),
                null,
                null,
                null);
    }
}
