package io.moneyprinter.content.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.template.TemplateText.DefaultsText;
import io.moneyprinter.content.template.TemplateText.PartText;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.testing.database.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplatesTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("content");

    private final Templates templates =
            new Templates(new JdbcTemplates(DATABASE.dataSource(), new TemplateProperties(3, 2)));
    private final UserId somebody = new UserId("user-" + UUID.randomUUID());
    private final UserId another = new UserId("user-" + UUID.randomUUID());

    @Test
    void hasALibraryThatIsWholeAndValid() {
        var all = templates.of(somebody);

        assertThat(all)
                .extracting(Template::id)
                .containsExactly(
                        "before-after",
                        "explainer",
                        "how-to",
                        "listicle",
                        "myth-vs-fact",
                        "news",
                        "product",
                        "quiz",
                        "quote",
                        "story");
        assertThat(all).allSatisfy(template -> {
            assertThat(template.own()).isFalse();
            assertThat(template.sections().getFirst().role()).isEqualTo(Scene.Role.HOOK);
            var steps = Outline.of(template, 100, true);
            assertThat(steps.stream().mapToInt(Outline.Step::seconds).sum()).isEqualTo(100);
            assertThat(Outline.of(template, 60, false))
                    .extracting(Outline.Step::role)
                    .doesNotContain(Scene.Role.HOOK);
        });
    }

    @Test
    void letsUsersPutTheirOwnInThePlaceOfTheLibrarysForThemselvesOnly() {
        var own = templates.put(somebody, "story", text("Our story"));

        assertThat(own.version()).isEqualTo(1);
        assertThat(templates.find(somebody, "story", null)).isEqualTo(own);
        assertThat(templates.of(somebody)).hasSize(10).contains(own);
        assertThat(templates.find(another, "story", null).name()).isEqualTo("Story");

        templates.delete(somebody, "story");

        assertThat(templates.find(somebody, "story", null).name()).isEqualTo("Story");
        assertNotFound(() -> templates.delete(somebody, "story"));
    }

    @Test
    void keepsTheLatestVersions() {
        templates.put(somebody, "mine", text("One"));
        templates.put(somebody, "mine", text("Two"));
        templates.put(somebody, "mine", text("Three"));

        assertThat(templates.find(somebody, "mine", null).name()).isEqualTo("Three");
        assertThat(templates.find(somebody, "mine", 2).name()).isEqualTo("Two");
        assertNotFound(() -> templates.find(somebody, "mine", 1));
        assertNotFound(() -> templates.find(another, "mine", null));
    }

    @Test
    void keepsNoMoreThanItMay() {
        for (var id : List.of("a", "b", "c")) {
            templates.put(somebody, id, text(id));
        }

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> templates.put(somebody, "d", text("d")))
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.TEMPLATES_FULL);
        assertNotFound(() -> templates.find(somebody, "d", null));
        assertThat(templates.put(somebody, "c", text("again")).version()).isEqualTo(2);
    }

    @Test
    void saysEverythingThatIsWrongWithATemplate() {
        var wrong = new TemplateText(
                " ",
                null,
                "What it is.",
                List.of(
                        new PartText("one", Scene.Role.BODY, "Say it", 0.5),
                        new PartText("two", Scene.Role.HOOK, null, 0.9),
                        new PartText("three", Scene.Role.CALL_TO_ACTION, "Ask", -1.0)),
                List.of("bang"),
                "",
                new DefaultsText("news", null),
                "x".repeat(2_001));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> templates.put(somebody, "mine", wrong))
                .satisfies(failure -> assertThat(failure.errors())
                        .extracting(FieldError::pointer)
                        .containsExactlyInAnyOrder(
                                "/name",
                                "/sections/1/purpose",
                                "/sections/1/role",
                                "/sections/2/share",
                                "/sections",
                                "/hooks/0",
                                "/call_to_action",
                                "/defaults/tone",
                                "/prompt"));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> templates.put(somebody, "No Such Id", text("x")))
                .satisfies(failure -> assertThat(failure.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/id"));
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.TEMPLATE_NOT_FOUND);
    }

    private static TemplateText text(String name) {
        return new TemplateText(
                name,
                7,
                "What it is.",
                List.of(
                        new PartText("open", Scene.Role.HOOK, "Open it", 0.3),
                        new PartText("tell", null, "Tell it", 0.7)),
                List.of("question"),
                "",
                new DefaultsText("minimal", "calm"),
                "Be brief.");
    }
}
