package io.moneyprinter.content.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.content.ContentConfiguration;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.draft.Drafts;
import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.content.prompt.StandInModels;
import io.moneyprinter.content.source.OnePaper;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.ModelExchanges;
import io.moneyprinter.contracts.content.ScriptTranslation;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.contracts.content.Variation;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The whole service as it is configured, without HTTP. */
class ScriptControllerTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("content");

    private static final String BEES = """
            # How bees dance

            Bees dance to tell the others where the flowers are. The dance shows the direction and the distance of the
            flowers, and the others feel it in the dark. One second of waggling means about one kilometre of flight
            over the meadows.\
            """;

    private static final String ANSWER = """
            {"title": "Bees", "scenes": [
              {"role": "hook", "narration": "Hardly anybody knows why bees dance for pollen."},
              {"role": "body", "narration": "They dance in the dark of the hive. Read it all on evil.example today."},
              {"role": "call_to_action", "narration": "The dance shows all others the way to the flowers."}]}""";

    private final StandInModels models = new StandInModels();

    @TempDir
    Path work;

    @Test
    void readsAScript() {
        service(writing -> {
            var content = writing.generate(request(null, "# Bees\n\nBees dance. They do.", null, null, null));

            assertThat(content.title()).isEqualTo("Bees");
            assertThat(content.sentences()).hasSize(2);
            assertThat(content.metadata()).containsEntry("source", "script");
        });
    }

    @Test
    void givesTheSameAnswerToTheSameScript() {
        service(writing -> {
            var request = request(null, "Bees dance. They waggle in the dark of the hive.", null, null, null);

            assertThat(writing.generate(request)).isEqualTo(writing.generate(request));
        });
    }

    @Test
    void estimatesAScriptWithoutWritingIt() {
        service(writing -> {
            var estimate =
                    writing.check(request(null, "Die Bienen tanzen, und das ist nicht einfach.", null, null, null));

            assertThat(estimate.language()).isEqualTo("de");
            assertThat(estimate.sentences()).isEqualTo(1);
            assertThat(estimate.estimatedDuration()).isEqualTo(4);
            assertThat(estimate.characters()).isEqualTo(45);
            assertThat(estimate.headings()).isEmpty();
            assertThat(estimate.version()).isNull();
            assertThat(writing.check(request(null, "# Bienen\n\n## Der Tanz\n\nSie tanzen.", null, null, null))
                            .headings())
                    .containsExactly("Der Tanz");
        });
    }

    @Test
    void knowsTheWordsOfTextsWhenItEstimatesThem() {
        service(writing -> {
            for (var request : List.of(
                    request(null, "# Bees\n\nBees dance. They do.", null, null, null),
                    request(null, null, BEES, null, null),
                    request(Source.ofText(BEES, "Bees")))) {
                assertThat(writing.check(request).content()).isEqualTo(writing.generate(request));
            }
        });
    }

    @Test
    void takesADraftAsItIsInTheVersionThatWasNamedOrTheLatest() {
        runner().run(context -> {
            var writing = context.getBean(ScriptWriting.class);
            var drafts = context.getBean(Drafts.class);
            var old = writing.generate(request(null, "# Bees\n\nBees dance. They do.", null, null, null));
            var id = drafts.create(UserId.LOCAL, old).id();
            var latest = drafts.update(
                    UserId.LOCAL,
                    id,
                    null,
                    writing.generate(request(null, "Wasps sting. [pause 2s] So do bees.", null, null, null)));

            var estimate = writing.check(draft(new Edition(id, null)));
            var first = writing.generate(draft(new Edition(id, 1)));

            assertThat(estimate.version()).isEqualTo(2);
            assertThat(estimate.content().sections()).isEqualTo(latest.content().sections());
            assertThat(first.sections()).isEqualTo(old.sections());
            assertThat(first.title()).isEqualTo("Bees");
            assertThat(first.keywords()).startsWith("pollen").containsAll(old.keywords());
            assertThat(first.metadata())
                    .containsEntry("source", "script")
                    .containsEntry("draft", id)
                    .containsEntry("draft_version", "1");

            assertRefused(writing, draft(new Edition(id, 3)), ContentErrorCode.DRAFT_NOT_FOUND, null);
            var foreign = drafts.create(new UserId("somebody"), old).id();
            assertRefused(writing, draft(new Edition(foreign, null)), ContentErrorCode.DRAFT_NOT_FOUND, null);
            assertRefused(
                    writing,
                    request(null, null, null, "de", null).withDraft(new Edition(id, null)),
                    CommonErrorCode.FIELD_INVALID,
                    "/language");
            assertRefused(
                    writing,
                    request("bees", null, null, null, null).withDraft(new Edition(id, null)),
                    CommonErrorCode.FIELD_INVALID,
                    "/draft");
        });
    }

    @Test
    void writesATopicByATemplateAndInAVariation() {
        told(ANSWER, writing -> {
            var topic = request("bees", null, null, null, "video-1").withDurationTarget(14);

            var content = writing.generate(topic.withTemplate(new Edition("explainer", null)));
            writing.generate(topic.withVariation(new Variation("myth", "result_first")));

            assertThat(content.metadata())
                    .containsEntry("template", "explainer")
                    .containsEntry("style", "educational")
                    .containsEntry("target_audience", "general");
            assertThat(writing.check(topic.withTemplate(new Edition("explainer", null)))
                            .version())
                    .isEqualTo(Integer.valueOf(content.metadata().get("template_version")));
            assertThat(task(0)).contains("These scenes, in this order").doesNotContain("Tell it in this order");
            assertThat(task(1))
                    .contains("opens with what many believe and what is wrong")
                    .contains("Tell it in this order: the result first")
                    .doesNotContain("These scenes");
        });
    }

    @Test
    void tellsOfTextsByATemplateAndCitesThem() {
        told(ANSWER, writing -> {
            var elsewhere = BEES.replace("How bees dance", "How bees dance on evil.example");
            var request = request(Source.ofText(elsewhere, "The dance"))
                    .withDurationTarget(15)
                    .withTemplate(new Edition("explainer", null));

            var estimate = writing.check(request);
            var content = writing.generate(request);

            assertThat(estimate.content()).isNull();
            assertThat(estimate.title()).isEqualTo("How bees dance on");
            assertThat(content.citations()).extracting(Citation::title).containsExactly("The dance");
            assertThat(content.description()).endsWith("Sources:\n– The dance");
            assertThat(content.metadata()).containsEntry("source", "material").containsEntry("template", "explainer");
            var data = StandInModels.data(models.questions().getFirst());
            assertThat(data.path("topic").asString()).isEqualTo("How bees dance on");
            assertThat(data.path("material").asString()).contains("One second of waggling");
            assertThat(content.script()).contains("They dance in the dark").doesNotContain("evil");
        });
    }

    @Test
    void refusesToTellWhatItCannot() {
        told(ANSWER, writing -> {
            var topic = request("bees", null, null, null, null);
            var script = request(null, "Bees dance.", null, null, null);
            assertThat(assertRefused(
                            writing,
                            topic.withTemplate(new Edition("no-such", null)),
                            ContentErrorCode.TEMPLATE_NOT_FOUND,
                            "/template"))
                    .contains("no-such", "before-after (1), explainer", "story");
            assertRefused(
                    writing,
                    topic.withTemplate(new Edition("story", 99)),
                    ContentErrorCode.TEMPLATE_NOT_FOUND,
                    "/template");
            assertThat(assertRefused(
                            writing,
                            topic.withVariation(new Variation("shout", null)),
                            CommonErrorCode.FIELD_INVALID,
                            "/variation/hook"))
                    .contains("contrast, myth, promise");
            assertRefused(
                    writing,
                    topic.withVariation(new Variation(null, "backwards")),
                    CommonErrorCode.FIELD_INVALID,
                    "/variation/order");
            assertRefused(
                    writing,
                    script.withTemplate(new Edition("story", null)),
                    CommonErrorCode.FIELD_INVALID,
                    "/template");

            models.isNotConfigured();
            assertRefused(
                    writing,
                    request(null, null, BEES, null, null).withTemplate(new Edition("story", null)),
                    ContentErrorCode.LLM_NOT_CONFIGURED,
                    "/template");
        });
    }

    @Test
    void refusesATopicWhereThereIsNoModel() {
        service(writing -> assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> writing.check(request("bees", null, null, null, null)))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_NOT_CONFIGURED);
                    assertThat(failure.errors()).extracting(FieldError::pointer).containsExactly("/topic");
                }));
    }

    @Test
    void refusesNoneOrSeveralOfTopicScriptAndArticle() {
        service(writing -> {
            for (var request :
                    List.of(request(null, null, null, null, null), request("bees", "Bees.", null, null, null))) {
                assertThatExceptionOfType(CodedException.class)
                        .isThrownBy(() -> writing.check(request))
                        .satisfies(failure -> assertThat(failure.code()).isEqualTo(CommonErrorCode.FIELD_INVALID));
            }
        });
    }

    @Test
    void summarisesSeveralTextsTogetherAndCitesThem() {
        var hives = """
            Beekeepers keep about one hundred million hives in the world. A hive of honey bees eats twenty kilograms of
            honey in a winter. Most of its workers live for only six weeks in the summer.\
            """;

        service(writing -> {
            var content =
                    writing.generate(request(Source.ofText(BEES, null), Source.ofText(hives, "Hives in numbers")));

            assertThat(content.script()).contains("where the flowers are", "one hundred million hives");
            assertThat(content.title()).isEqualTo("How bees dance");
            assertThat(content.citations())
                    .extracting(Citation::title)
                    .containsExactly("How bees dance", "Hives in numbers");
            assertThat(content.description()).endsWith("\n\nSources:\n– How bees dance\n– Hives in numbers");
            assertThat(content.metadata()).containsEntry("source", "sources");
        });
    }

    @Test
    void refusesTextsInSeveralLanguages() {
        var german = "Die Bienen tanzen im Dunkeln, und die anderen spüren den Tanz mit ihren Fühlern.";
        var english = "The bees dance in the dark, and the others feel the dance with their antennae.";

        service(writing -> assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> writing.check(request(Source.ofText(german, null), Source.ofText(english, null))))
                .withMessageContaining("de, en")
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ContentErrorCode.SOURCE_LANGUAGES_DIFFER)));
    }

    @Test
    void refusesALanguageThatIsNone() {
        service(writing -> assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> writing.check(request(null, "Bees.", null, "not a language", null)))
                .satisfies(failure -> assertThat(failure.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/language")));
    }

    @Test
    void paysAModelOnceForOnePieceOfWork() throws IOException {
        var calls = new AtomicInteger();
        var server = model(calls);
        try {
            runner(
                            "moneyprinter.content.llm.base-url=http://127.0.0.1:%d/v1"
                                    .formatted(server.getAddress().getPort()),
                            "moneyprinter.content.llm.model=tiny",
                            "moneyprinter.content.llm.api-key=sk-test")
                    .run(context -> {
                        var writing = context.getBean(ScriptWriting.class);

                        var first = writing.generate(request("bees", null, null, null, "video-1"));
                        var again = writing.generate(request("bees", null, null, null, "video-1"));
                        assertThat(calls).hasValue(1);
                        assertThat(again).isEqualTo(first);

                        writing.generate(request("bees", null, null, null, "video-2"));
                        writing.generate(request("bees", null, null, null, null));
                        assertThat(calls).hasValue(3);
                    });
        } finally {
            server.stop(0);
        }
    }

    @Test
    void keepsWhatModelsWereAskedWithTheVideoAndNeverAKey() throws IOException {
        var calls = new AtomicInteger();
        var server = model(calls);
        try {
            runner(
                            "moneyprinter.content.llm.base-url=http://127.0.0.1:%d/v1"
                                    .formatted(server.getAddress().getPort()),
                            "moneyprinter.content.llm.model=tiny",
                            "moneyprinter.content.llm.api-key=canary-0123456789")
                    .run(context -> {
                        var about = "bees, and canary-0123456789, which somebody pasted";
                        context.getBean(ScriptWriting.class)
                                .generate(request(about, null, null, null, "video-7/content/0"));

                        var kept = context.getBean(ModelExchanges.class)
                                .exchanges(UserId.LOCAL, "video-7", 10, null)
                                .exchanges();
                        assertThat(kept).hasSize(1);
                        assertThat(kept.getFirst().question().getLast().text()).contains("bees, and ***, which");
                        assertThat(kept.getFirst().answer()).contains("Bienen tanzen.");
                        assertThat(DATABASE.jdbc()
                                        .sql("SELECT e::text FROM content.exchange AS e")
                                        .query(String.class)
                                        .list())
                                .isNotEmpty()
                                .allSatisfy(row -> assertThat(row).doesNotContain("canary"));
                    });
        } finally {
            server.stop(0);
        }
    }

    @Test
    void asksNobodyAboutATopicThatIsNotWantedAndPaysOnceForAScriptThatIsNot() throws IOException {
        var list = Files.write(work.resolve("list.txt"), List.of("[weapons]", "pollen bomb"));
        models.answers(question -> ANSWER.replace("dance for pollen", "dance on a pollen-bomb"));
        runner("moneyprinter.content.moderation.word-lists.any=" + list)
                .withBean("standIn", LanguageModels.class, () -> models, bean -> bean.setPrimary(true))
                .run(context -> {
                    var writing = context.getBean(ScriptWriting.class);

                    for (var unwanted : List.of(
                            request("Pollen\nbombs and a pollen bomb", null, null, null, "video-1"),
                            request(null, "Take a pollen-bomb.", null, null, null),
                            request(null, null, BEES + " A pollen bomb is what bees fear and love most.", null, null)
                                    .withTemplate(new Edition("explainer", null)))) {
                        var pointer = unwanted.topic() != null
                                ? "/topic"
                                : unwanted.script() != null ? "/script" : "/article";
                        assertThat(assertRefused(writing, unwanted, ContentErrorCode.MODERATION_REFUSED, pointer))
                                .contains("refused as weapons by the word list any ('pollen bomb')");
                        assertThatExceptionOfType(CodedException.class).isThrownBy(() -> writing.generate(unwanted));
                    }
                    assertThat(models.questions()).isEmpty();

                    var wanted = request("bees", null, null, null, "video-2").withDurationTarget(14);
                    writing.check(wanted);
                    for (var i = 0; i < 2; i++) {
                        assertThatExceptionOfType(CodedException.class)
                                .isThrownBy(() -> writing.generate(wanted))
                                .withMessageContaining("what the language model wrote is refused as weapons")
                                .satisfies(failure ->
                                        assertThat(failure.code()).isEqualTo(ContentErrorCode.MODERATION_REFUSED));
                    }
                    assertThat(models.questions()).hasSize(1);
                });
    }

    @Test
    void paysAModelOnceForOneTranslation() throws IOException {
        var calls = new AtomicInteger();
        var server = model(calls);
        try {
            runner(
                            "moneyprinter.content.llm.base-url=http://127.0.0.1:%d/v1"
                                    .formatted(server.getAddress().getPort()),
                            "moneyprinter.content.llm.model=tiny",
                            "moneyprinter.content.llm.api-key=sk-test")
                    .run(context -> {
                        var translation = context.getBean(ScriptTranslation.class);
                        var written = context.getBean(ScriptWriting.class)
                                .generate(request(null, "Bees dance.", null, null, null));
                        var order = new TranslationRequest(
                                UserId.LOCAL, written, List.of(), "de", null, "video-1/content/0");

                        var first = translation.translate(order);

                        assertThat(translation.translate(order)).isEqualTo(first);
                        assertThat(calls).hasValue(1);
                    });
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isConfiguredByTheVariablesThatTheErrorNames() {
        var variables = new SystemEnvironmentPropertySource(
                "variables",
                Map.of(
                        "MONEYPRINTER_CONTENT_LLM_BASE_URL", "http://127.0.0.1:1/v1",
                        "MONEYPRINTER_CONTENT_LLM_API_KEY", "sk-test",
                        "MONEYPRINTER_CONTENT_LLM_MODEL", "tiny"));

        runner().withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(variables))
                .run(context -> assertThat(context.getBean(ScriptWriting.class)
                                .check(request("bees", null, null, null, null))
                                .estimatedDuration())
                        .isEqualTo(60));
    }

    @Test
    void guessesHowMuchATopicGivesToSpeakByItsLanguage() {
        runner(
                        "moneyprinter.content.llm.base-url=http://127.0.0.1:1/v1",
                        "moneyprinter.content.llm.model=tiny",
                        "moneyprinter.content.llm.api-key=sk-test")
                .run(context -> {
                    var writing = context.getBean(ScriptWriting.class);

                    assertThat(writing.check(request("bees", null, null, "en", null))
                                    .characters())
                            .isEqualTo(900);
                    assertThat(writing.check(request("蜜蜂", null, null, "zh-TW", null))
                                    .characters())
                            .isEqualTo(252);
                });
    }

    @Test
    void takesAnEmptyAddressForNone() {
        runner("moneyprinter.content.llm.base-url=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void doesNotStartWithHalfAModel() {
        runner("moneyprinter.content.llm.base-url=http://127.0.0.1:1/v1")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("moneyprinter.content.llm.model"));
    }

    /** @param answer of the model, whatever it is asked */
    private void told(String answer, Consumer<ScriptWriting> test) {
        models.answers(question -> answer);
        runner().withBean("standIn", LanguageModels.class, () -> models, bean -> bean.setPrimary(true))
                .run(context -> test.accept(context.getBean(ScriptWriting.class)));
    }

    private String task(int question) {
        return StandInModels.task(models.questions().get(question));
    }

    /** What it says. */
    private static String assertRefused(ScriptWriting writing, ContentRequest request, ErrorCode code, String pointer) {
        return assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> writing.check(request))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    if (pointer != null) {
                        assertThat(failure.errors())
                                .extracting(FieldError::pointer)
                                .contains(pointer);
                    }
                })
                .actual()
                .getMessage();
    }

    private static ContentRequest draft(Edition draft) {
        return new ContentRequest(
                        UserId.LOCAL, null, null, null, null, null, 60, null, List.of("pollen"), null, true, null, null)
                .withDraft(draft);
    }

    private void service(Consumer<ScriptWriting> test) {
        runner().run(context -> test.accept(context.getBean(ScriptWriting.class)));
    }

    private ApplicationContextRunner runner(String... properties) {
        return new ApplicationContextRunner()
                .withUserConfiguration(ContentConfiguration.class)
                .withBean(MaterialLibrary.class, () -> new OnePaper(UserId.LOCAL))
                .withBean(ObjectStore.class, () -> new LocalObjectStore(work, Clock.systemUTC()))
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataSource.class, DATABASE::dataSource)
                .withBean(JsonMapper.class, Json::strict)
                .withPropertyValues(properties);
    }

    private static HttpServer model(AtomicInteger calls) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            var draft =
                    "{\\\"title\\\":\\\"Bees %d\\\",\\\"sections\\\":[{\\\"text\\\":\\\"%s\\\",\\\"sentences\\\":[\\\"Bienen tanzen.\\\"]}]}"
                            .formatted(calls.incrementAndGet(), "Bees dance in the dark. ".repeat(30));
            var body = "{\"model\":\"tiny\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"%s\"}}]}"
                    .formatted(draft)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return server;
    }

    private static ContentRequest request(String topic, String script, String article, String language, String key) {
        return new ContentRequest(
                UserId.LOCAL, null, topic, script, article, null, 60, language, List.of(), null, true, null, key);
    }

    private static ContentRequest request(Source... sources) {
        return request(null, null, null, null, null).withSources(List.of(sources));
    }
}
