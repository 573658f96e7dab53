package io.moneyprinter.content.topic;

import static io.moneyprinter.content.prompt.StandInModels.data;
import static io.moneyprinter.content.prompt.StandInModels.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.content.llm.Question;
import io.moneyprinter.content.prompt.Dialogues;
import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.content.prompt.StandInModels;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.language.Readability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every wish of a request is seen in what the model is told and in what comes of it, with a model that does as it is told. */
class WishesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StandInModels models = new StandInModels().answers(WishesTests::obedient);
    private final TopicWriter writer = new TopicWriter(Dialogues.with(models));

    @Test
    void opensWithAHookOnlyWhereOneIsWanted() {
        var with = write(brief());
        var without = write(brief(new Change("hook", false)));

        assertThat(told(0)).contains("The first scene has the role hook and opens with a question");
        assertThat(told(1)).contains("There is no scene of the role hook");
        assertThat(roles(with)).startsWith(Scene.Role.HOOK);
        assertThat(roles(without)).doesNotContain(Scene.Role.HOOK);
        assertThat(with.script()).startsWith("Did you ever wonder about bees?");
        assertThat(with.metadata()).containsEntry("hook", "question");
        assertThat(without.metadata()).doesNotContainKey("hook");
    }

    @Test
    void endsAsTheStyleDoes() {
        var engaging = write(brief());
        var news = write(brief(new Change("style", "news")));

        assertThat(told(0)).contains("gives a reason to stay").contains("role call_to_action: a question");
        assertThat(told(1)).contains("says first what has happened").contains("no scene of the role call_to_action");
        assertThat(roles(engaging)).endsWith(Scene.Role.CALL_TO_ACTION);
        assertThat(roles(news)).doesNotContain(Scene.Role.CALL_TO_ACTION);
        assertThat(news.script()).startsWith("Hardly anybody knows this about bees.");
    }

    @Test
    void handsAStyleThatIsUnknownToTheModelAsData() {
        write(brief(new Change("style", "like a sea shanty")));

        assertThat(data(models.questions().getFirst()).path("style").asString()).isEqualTo("like a sea shanty");
        assertThat(told(0)).contains("Style: as \"style\" of the data names it.");
    }

    @Test
    void looksAndSoundsLikeTheTone() {
        var serious = write(brief(new Change("tone", "serious")));
        var excited = write(brief(new Change("tone", "enthusiastic")));

        assertThat(told(0)).contains("Tone: grave");
        assertThat(told(1)).contains("Tone: excited");
        assertThat(scene(serious).mood()).isEqualTo(Scene.Mood.SERIOUS);
        assertThat(scene(excited).mood()).isEqualTo(Scene.Mood.ENERGETIC);
        assertThat(scene(serious).shotLength()).isGreaterThan(scene(excited).shotLength());
    }

    @Test
    void speaksToTheAudienceInSentencesThatItCanFollow() {
        var children = write(brief(new Change("audience", "children")));
        var experts = write(brief(new Change("audience", "experts")));

        // The model forgets about sentences at first, and is told.
        assertThat(models.questions()).hasSize(3);
        assertThat(models.questions().get(1).conversation().getLast().text()).contains("none has more than 12");
        assertThat(told(0)).contains("children of eight");
        assertThat(told(2)).contains("exact terms");
        assertThat(longest(children)).isLessThanOrEqualTo(12);
        assertThat(longest(experts)).isGreaterThan(15);
    }

    @Test
    void saysTheKeywords() {
        var content = write(brief(new Change("keywords", List.of("waggle dance", "pollen"))));

        assertThat(told(0)).contains("Each of the \"keywords\" of the data is spoken");
        assertThat(content.script()).contains("waggle dance", "pollen");
        assertThat(content.keywords()).startsWith("waggle dance", "pollen");
        assertThat(write(brief()).script()).doesNotContain("waggle dance");
    }

    @Test
    void isInTheLanguageAskedFor() {
        var german = write(brief(new Change("language", new Language("de"))));

        assertThat(told(0)).contains("German (de)");
        assertThat(german.language()).isEqualTo("de");
        assertThat(LanguageDetector.detect(german.script()).code()).isEqualTo("de");
        assertThat(scene(german).searchTerms()).containsExactly("Biene");
        assertThat(scene(german).searchTermsEnglish()).containsExactly("bee");
    }

    @Test
    void tellsLengthsInWhatTheLanguageIsMeasuredIn() {
        write(brief(new Change("language", new Language("ko"))));
        var korean = told(0);
        models.startOver();
        models.answers(WishesTests::obedient);
        write(brief(new Change("language", new Language("th"))));

        assertThat(korean).contains("15 seconds, about 63 characters");
        assertThat(told(0)).contains("15 seconds, about 38 words");
    }

    /** Does what it reads, in German if it must, and writes long sentences until somebody complains. */
    private static String obedient(Question question) {
        var task = task(question);
        var german = task.contains("German (de)");
        var complained = question.conversation().size() > 2;
        var scenes = new ArrayList<Map<String, Object>>();
        for (var hook : Manners.all().hooks().entrySet()) {
            if (task.contains("role hook and opens with " + hook.getValue())) {
                scenes.add(scene("hook", opening(hook.getKey(), german)));
            }
        }
        var body = german
                ? "Die Bienen tanzen auf der Wabe, und die anderen sehen ihnen dabei zu. Sie zeigen damit den Weg zu den Blumen."
                : "Bees dance on the comb in the dark and the others follow each of their steps with great care. "
                        + "They learn where the flowers are.";
        if (complained) {
            body = "Bees dance on the comb. The others follow. They learn where the flowers are.";
        }
        for (var keyword : data(question).path("keywords")) {
            body += " It has to do with %s.".formatted(keyword.asString());
        }
        scenes.add(scene("body", body));
        if (!task.contains("no scene of the role call_to_action")) {
            scenes.add(scene("call_to_action", german ? "Was hast du gesehen?" : "What have you seen?"));
        }
        return JSON.writeValueAsString(Map.of("title", "Bees", "scenes", scenes));
    }

    private static String opening(String hook, boolean german) {
        if (german) {
            return "Weißt du, was die Bienen tun?";
        }
        return switch (hook) {
            case "question" -> "Did you ever wonder about bees?";
            case "surprise" -> "Hardly anybody knows this about bees.";
            default -> "This is how it opens with a " + hook + ".";
        };
    }

    private static Map<String, Object> scene(String role, String narration) {
        var scene = new LinkedHashMap<String, Object>();
        scene.put("role", role);
        scene.put("narration", narration);
        scene.put("search_terms", List.of(narration.contains("Die ") || narration.contains("du") ? "Biene" : "bee"));
        scene.put("search_terms_english", List.of("bee"));
        return scene;
    }

    private GeneratedContent write(Brief brief) {
        return writer.write(brief, null);
    }

    private String told(int question) {
        return task(models.questions().get(question));
    }

    private static Scene scene(GeneratedContent content) {
        return Objects.requireNonNull(content.sections().getFirst().scene());
    }

    private static List<Scene.Role> roles(GeneratedContent content) {
        return content.sections().stream()
                .map(section -> Objects.requireNonNull(section.scene()).role())
                .toList();
    }

    private static int longest(GeneratedContent content) {
        return Readability.of(
                        content.sentences().stream().map(Sentence::text).toList(), new Language(content.language()))
                .longestSentence();
    }

    private record Change(String what, Object value) {}

    private static Brief brief(Change... changes) {
        var given = new LinkedHashMap<String, Object>();
        for (var change : changes) {
            given.put(change.what(), change.value());
        }
        @SuppressWarnings("unchecked")
        var keywords = (List<String>) given.getOrDefault("keywords", List.of());
        return new Brief(
                UserId.LOCAL,
                "bees",
                null,
                null,
                (String) given.getOrDefault("style", "engaging"),
                (String) given.getOrDefault("tone", "professional"),
                (String) given.getOrDefault("audience", "general"),
                (Boolean) given.getOrDefault("hook", true),
                15,
                (Language) given.getOrDefault("language", Language.ENGLISH),
                keywords,
                null,
                null,
                null);
    }
}
