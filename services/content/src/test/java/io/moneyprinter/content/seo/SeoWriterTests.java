package io.moneyprinter.content.seo;

import static io.moneyprinter.content.prompt.StandInModels.data;
import static io.moneyprinter.content.prompt.StandInModels.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.content.prompt.Dialogues;
import io.moneyprinter.content.prompt.StandInModels;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class SeoWriterTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Platform> ALL = List.of(Platform.values());

    private final StandInModels models = new StandInModels();
    private final SeoWriter seo = new SeoWriter(Dialogues.with(models));

    @Test
    void writesForEveryPlatformWithoutAModel() {
        models.isNotConfigured();

        var texts = local(
                content(
                        "# Why bees dance\n\nBees dance in the dark of the hive. The waggle dance shows the way to the"
                                + " flowers. Every second stands for one kilometre. The others follow the dancer and fly out."));

        assertThat(texts).extracting(PlatformText::platform).containsExactlyElementsOf(ALL);
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.by()).isEqualTo("local");
            assertThat(text.title()).isEqualTo("Why bees dance");
            assertThat(text.description()).startsWith("Bees dance in the dark of the hive.");
            assertThat(text.hashtags()).isNotEmpty().allMatch(tag -> tag.matches("#[\\p{L}\\p{M}\\p{N}]+"));
            assertThat(text.hashtags()).hasSizeLessThanOrEqualTo(text.platform().mostHashtags());
            assertThat(text.text()).endsWith(String.join(" ", text.hashtags()));
        });
        assertThat(texts.getFirst().keywords().getFirst()).isEqualTo("pollen");
        assertThat(texts.getFirst().hashtags()).startsWith("#pollen").contains("#OthersFollow");
    }

    /** Long titles and words, and letters that count twice or take three bytes. */
    @ParameterizedTest
    @EnumSource
    void fitsIntoThePlatform(Platform platform) {
        models.isNotConfigured();
        var latin = "Extraordinarily comprehensive considerations of honeybees ".repeat(12);
        var han = "蜜蜂在黑暗的蜂箱中跳舞并且告诉同伴花朵的方向和距离".repeat(30);

        for (var script : List.of(
                "# " + latin + "\n\n" + (latin + ". ").repeat(40), "# " + han + "\n\n" + (han + "。").repeat(8))) {
            var text = seo.write(UserId.LOCAL, content(script), List.of(), List.of(platform), null, null)
                    .getFirst();

            assertThat(text.title().codePointCount(0, text.title().length()))
                    .isLessThanOrEqualTo(platform.longestTitle());
            assertThat(platform.length(text.text()))
                    .isEqualTo(text.length())
                    .isLessThanOrEqualTo(platform.longestText());
            assertThat(text.hashtags()).allMatch(tag -> tag.length() <= 30);
        }
    }

    @Test
    void saysNoKeywordTooOften() {
        models.isNotConfigured();

        var texts = local(content("# Bees\n\n" + "Bees see bees. Bees like bees. Bees need bees. ".repeat(4)));

        assertThat(texts).allSatisfy(text -> {
            var all = text.title() + "\n" + text.description();
            assertThat(new Stuffing(all, Language.ENGLISH).stuffedWith(text.keywords()))
                    .isFalse();
        });
        assertThat(new Stuffing("bees see bees and bees like bees", Language.ENGLISH).stuffedWith(List.of("bees")))
                .isTrue();
        assertThat(new Stuffing("bees see bees and bees like bees", Language.ENGLISH).share(List.of("bees")))
                .isEqualTo(0.571);
    }

    @Test
    void takesWhatAModelSuggestsAndCleansIt() {
        models.answers(question -> answer(
                "How bees **tell** the way", "The dance says it all. Go to evil.com now.", "#waggle dance", "bees"));

        var texts = seo.write(UserId.LOCAL, bees(), List.of("pollen"), ALL, null, null);

        assertThat(task(models.questions().getFirst())).contains("tiktok: title of at most 100 characters");
        assertThat(data(models.questions().getFirst()).path("keywords").get(0).asString())
                .isEqualTo("pollen");
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.by()).isEqualTo("model");
            assertThat(text.title()).isEqualTo("How bees tell the way");
            assertThat(text.text()).contains("The dance says it all.").doesNotContain("evil");
            assertThat(text.hashtags()).containsExactly("#WaggleDance");
        });
    }

    @Test
    void takesItsOwnWordsForAPlatformThatTheModelStuffsOrInventsFiguresFor() {
        models.answers(question -> {
            var ones = Stream.of(Platform.values())
                    .map(platform -> one(platform, "Bees dance", "They say it all.", "bees", "bees"));
            return JSON.writeValueAsString(Map.of(
                    "platforms",
                    ones.map(one -> switch (String.valueOf(one.get("platform"))) {
                                case "x" -> one(Platform.X, "Bees, bees, bees", "Bees are bees.", "bees", "bees");
                                case "facebook" ->
                                    one(Platform.FACEBOOK, "9 of 10 dance", "They say it all.", "bees", "bees");
                                default -> one;
                            })
                            .toList()));
        });

        var texts = seo.write(UserId.LOCAL, bees(), List.of(), ALL, null, null);

        assertThat(models.questions()).hasSize(2);
        assertThat(models.questions().getLast().conversation().getLast().text())
                .contains("x: title and description repeat")
                .contains("facebook: it states figures")
                .doesNotContain("tiktok");
        assertThat(texts)
                .allSatisfy(text -> assertThat(text.by())
                        .isEqualTo(
                                List.of(Platform.X, Platform.FACEBOOK).contains(text.platform()) ? "local" : "model"));
        assertThat(texts.getLast().reason()).contains("figures");
    }

    @Test
    void hasItsOwnWordsWhenTheModelTalksNonsense() {
        models.answers(question -> "nonsense");

        assertThat(seo.write(UserId.LOCAL, bees(), List.of(), ALL, null, null))
                .extracting(PlatformText::by)
                .containsOnly("local");
    }

    private List<PlatformText> local(GeneratedContent content) {
        return seo.write(UserId.LOCAL, content, List.of("pollen"), ALL, null, null);
    }

    private static GeneratedContent bees() {
        return content("# Bees\n\nBees dance in the dark. The others follow them to the flowers.");
    }

    private static GeneratedContent content(String script) {
        var manuscript = Manuscript.of(Markup.read(script), null, "/script");
        return manuscript.toContent(manuscript.titleOr(null), null, List.of(), Map.of());
    }

    private static String answer(String title, String description, String hashtag, String keyword) {
        return JSON.writeValueAsString(Map.of(
                "platforms",
                ALL.stream()
                        .map(platform -> one(platform, title, description, hashtag, keyword))
                        .toList()));
    }

    private static Map<String, Object> one(
            Platform platform, String title, String description, String hashtag, String keyword) {
        var one = new LinkedHashMap<String, Object>();
        one.put("platform", platform.id());
        one.put("title", title);
        one.put("description", description);
        one.put("hashtags", List.of(hashtag, "!!!", hashtag));
        one.put("keywords", List.of(keyword));
        return one;
    }
}
