package io.moneyprinter.content.llm;

import static io.moneyprinter.content.llm.ModelStandIn.breakingOff;
import static io.moneyprinter.content.llm.ModelStandIn.contentType;
import static io.moneyprinter.content.llm.ModelStandIn.recorded;
import static io.moneyprinter.content.llm.ModelStandIn.recording;
import static io.moneyprinter.content.llm.ModelStandIn.refusing;
import static io.moneyprinter.content.llm.ModelStandIn.saying;
import static io.moneyprinter.content.llm.ModelStandIn.stalling;
import static io.moneyprinter.content.llm.Models.ANNA;
import static io.moneyprinter.content.llm.Models.KEY;
import static io.moneyprinter.content.llm.Models.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.journal.Work;
import io.moneyprinter.contracts.common.CircuitState;
import io.moneyprinter.contracts.content.ModelExchange;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ChainTests {

    private final ModelStandIn first = ModelStandIn.start();
    private final ModelStandIn second = ModelStandIn.start();
    private final Models models = new Models();

    @AfterEach
    void close() {
        models.close();
        first.close();
        second.close();
    }

    private Chain both() {
        return models.with("first", Protocol.OPENAI, first.address(), KEY)
                .with("second", Protocol.OPENAI, second.address(), KEY)
                .chain();
    }

    private Chain alone(String... keys) {
        return models.with("first", Protocol.OPENAI, first.address(), keys).chain();
    }

    private static CodedException failure(Chain chain, Question question) {
        return catchThrowableOfType(CodedException.class, () -> chain.answer(question));
    }

    @Test
    void triesAgainWhatMayPass() {
        first.then(refusing(500, "", "")).always(saying("{}"));

        var answer = both().answer(QUESTION);

        assertThat(answer.provider()).isEqualTo("first");
        assertThat(answer.switches()).isEmpty();
        assertThat(first.received()).hasSize(2);
        assertThat(second.received()).isEmpty();
    }

    @Test
    void waitsForWhoNamesAMomentThatIsNear() {
        first.then(refusing(429, "Retry-After: 1\r\n", "")).always(saying("{}"));
        var before = System.nanoTime();

        var chain = alone(KEY);
        advanceWhenLeftAlone(chain, "first");
        var answer = chain.answer(QUESTION);

        assertThat(answer.text()).isEqualTo("{}");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(first.received()).hasSize(2);
    }

    /** The circuits go by a clock that stands still by itself. */
    private void advanceWhenLeftAlone(Chain chain, String provider) {
        Thread.ofPlatform().daemon().start(() -> {
            while (chain.health().stream()
                    .noneMatch(one -> one.id().equals(provider) && one.state() == CircuitState.OPEN)) {
                Thread.onSpinWait();
            }
            models.clock.advance(Duration.ofSeconds(2));
        });
    }

    @Test
    void asksOnlyThoseAgainThatTimeMayHelp() {
        first.always(refusing(401, "", ""));
        second.then(refusing(429, "Retry-After: 1\r\n", "")).always(saying("{}"));
        var chain = models.patience(Duration.ofSeconds(1))
                .with("first", Protocol.OPENAI, first.address(), KEY)
                .with("second", Protocol.OPENAI, second.address(), KEY)
                .chain();
        advanceWhenLeftAlone(chain, "second");

        var answer = chain.answer(QUESTION);

        assertThat(answer.provider()).isEqualTo("second");
        assertThat(answer.switches())
                .extracting(Switched::provider, Switched::code)
                .containsExactly(tuple("first", "LLM_UNAUTHORISED"));
        assertThat(first.received()).hasSize(1);
        assertThat(second.received()).hasSize(2);
    }

    @Test
    void waitsForNobodyElsesCallWhereAnotherProviderCanAnswer() throws Exception {
        var done = new CountDownLatch(1);
        first.then(refusing(429, "Retry-After: 7\r\n", "")).always(client -> {
            awaited(done);
            saying("{}").answer(client);
        });
        second.always(saying("{}"));
        models.patience(Duration.ofSeconds(30));
        var chain = both();
        chain.answer(QUESTION);
        models.clock.advance(Duration.ofSeconds(8));
        var trying = CompletableFuture.supplyAsync(() -> chain.answer(QUESTION), Thread::startVirtualThread);
        while (first.received().size() < 2) {
            Thread.onSpinWait();
        }
        var before = System.nanoTime();

        var answer = chain.answer(QUESTION);

        assertThat(answer.provider()).isEqualTo("second");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
        // Where there is nobody else it is asked again until it is back.
        var alone = CompletableFuture.supplyAsync(() -> chain.answer(of("first")), Thread::startVirtualThread);
        assertThatThrownBy(() -> alone.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        done.countDown();
        assertThat(trying.get().provider()).isEqualTo("first");
        assertThat(alone.get().provider()).isEqualTo("first");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void namesEveryProviderAndItsReasonWhenNobodyAnswers() {
        first.always(refusing(500, "", ""));
        second.always(refusing(401, "", ""));

        var failure = failure(both(), QUESTION);

        assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_PROVIDERS_FAILED);
        assertThat(failure)
                .hasMessageContaining("first: LLM_UNAVAILABLE, first (127.0.0.1:")
                .hasMessageContaining("second: LLM_UNAUTHORISED, second (127.0.0.1:")
                .hasMessageContaining("check moneyprinter.content.llm.providers.second.api-keys");
    }

    @Test
    void leavesAProviderAloneThatFailsTooOftenUntilOneCallSucceeds() {
        first.always(refusing(500, "", ""));
        second.always(saying("{}"));
        var chain = both();
        chain.answer(QUESTION);
        chain.answer(QUESTION);
        assertThat(first.received()).hasSize(4);

        var answer = chain.answer(QUESTION);

        assertThat(first.received()).hasSize(4);
        assertThat(answer.switches().getFirst().reason()).contains("first is left alone until");
        assertThat(chain.health().getFirst().state()).isEqualTo(CircuitState.OPEN);
        models.clock.advance(Duration.ofSeconds(31));
        assertThat(chain.health().getFirst().state()).isEqualTo(CircuitState.HALF_OPEN);
        first.always(saying("{}"));
        assertThat(chain.answer(QUESTION).provider()).isEqualTo("first");
        assertThat(chain.health().getFirst().state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void usesKeysInTurn() {
        first.always(saying("{}"));
        var chain = alone("key-a", "key-b", "key-c");

        for (var i = 0; i < 4; i++) {
            chain.answer(QUESTION);
        }

        assertThat(keys(first)).containsExactly("key-a", "key-b", "key-c", "key-a");
    }

    @Test
    void letsAKeyRestThatIsRefusedWhileOthersGoOn() {
        first.then(refusing(401, "", "")).always(saying("{}"));
        var chain = alone("key-a", "key-b");

        assertThat(chain.answer(QUESTION).switches()).isEmpty();
        chain.answer(QUESTION);

        assertThat(keys(first)).containsExactly("key-a", "key-b", "key-b");
        assertThat(chain.health().getFirst().keysResting()).isEqualTo(1);
        models.clock.advance(Duration.ofMinutes(11));
        chain.answer(QUESTION);
        assertThat(keys(first)).endsWith("key-a");
    }

    @Test
    void asksTheNextWhenEveryKeyRests() {
        first.then(refusing(429, "Retry-After: 60\r\n", ""))
                .then(refusing(429, "Retry-After: 20\r\n", ""))
                .always(saying("{}"));
        second.always(saying("{}"));
        var chain = models.with("first", Protocol.OPENAI, first.address(), "key-a", "key-b")
                .with("second", Protocol.OPENAI, second.address())
                .chain();

        assertThat(chain.answer(QUESTION).provider()).isEqualTo("second");
        assertThat(chain.health().getFirst().retryAfter())
                .isEqualTo(models.clock.instant().plusSeconds(20));
        models.clock.advance(Duration.ofSeconds(21));
        assertThat(chain.answer(QUESTION).provider()).isEqualTo("first");
        assertThat(keys(first)).containsExactly("key-a", "key-b", "key-b");
    }

    private static List<String> keys(ModelStandIn server) {
        return server.received().stream()
                .map(request -> request.head()
                        .lines()
                        .filter(line -> line.startsWith("Authorization: Bearer "))
                        .findFirst()
                        .orElse("")
                        .replace("Authorization: Bearer ", ""))
                .toList();
    }

    @Test
    void asksOnlyForWhatTheServerIsConfiguredToTake() {
        first.always(saying("{}"));
        second.always(saying("{}"));
        var chain = models.with("first", Protocol.OPENAI, first.address(), JsonMode.OBJECT)
                .with("second", Protocol.OPENAI, second.address(), JsonMode.NONE)
                .chain();

        chain.answer(QUESTION);
        chain.answer(new Question(QUESTION.conversation(), QUESTION.shape(), List.of("second"), null, null));

        assertThat(first.received().getFirst().body()).contains("json_object", "JSON schema");
        assertThat(second.received().getFirst().body())
                .contains("JSON schema")
                .doesNotContain("response_format")
                .satisfies(body -> assertThat(body.split("\"role\"", -1)).hasSize(3));
    }

    @Test
    void asksThoseThatTheRequestNamesInTheirOrder() {
        first.always(saying("{\"by\":1}"));
        second.then(refusing(401, "", "")).always(saying("{\"by\":2}"));
        var chain = both();

        var answer = chain.answer(of("second", "first"));

        assertThat(answer.text()).isEqualTo("{\"by\":1}");
        assertThat(answer.switches()).extracting(Switched::provider).containsExactly("second");
        assertThat(failure(chain, of("nobody")))
                .hasMessageContaining("first, second")
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.LLM_PROVIDER_UNKNOWN);
    }

    private static Question of(String... providers) {
        return new Question(QUESTION.conversation(), QUESTION.shape(), List.of(providers), null, null);
    }

    @Test
    void saysExactlyWhatToSetWhereThereIsNoModel() {
        assertThat(catchThrowableOfType(
                        CodedException.class, () -> models.chain().require(null)))
                .hasMessageContaining("MONEYPRINTER_CONTENT_LLM_BASE_URL")
                .hasMessageContaining("MONEYPRINTER_CONTENT_LLM_MODEL")
                .hasMessageContaining("MONEYPRINTER_CONTENT_LLM_API_KEY")
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.LLM_NOT_CONFIGURED);
    }

    @Test
    void endsAfterTheTimeForAllProviders() {
        first.always(stalling());
        second.always(stalling());
        models.timeout(Duration.ofMillis(600)).totalTimeout(Duration.ofMillis(900));
        var before = System.nanoTime();

        var failure = failure(both(), QUESTION);

        assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_TIMED_OUT);
        assertThat(failure).hasMessageContaining("first: LLM_UNAVAILABLE");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        // The second was cut short by us, which is no fault of its own.
        assertThat(models.chain().health())
                .filteredOn(provider -> provider.configured())
                .extracting(ModelProvider::id, ModelProvider::calls)
                .containsExactly(tuple("first", 1), tuple("second", 0));
    }

    @Test
    void spendsNoMoreThanTheBudget() {
        first.always(refusing(
                200, "", recording(Protocol.OPENAI, false).replace("{\\\"title\\\":\\\"Why bees dance\\\"}", "")));
        second.always(saying("{}"));
        models.budget(38, "1");

        var failure = failure(both(), QUESTION);

        assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_BUDGET_SPENT);
        assertThat(failure)
                .hasMessageContaining("38 tokens")
                .hasMessageContaining("moneyprinter.content.llm.budget.tokens");
        assertThat(first.received()).hasSize(1);
        assertThat(second.received()).isEmpty();
    }

    @Test
    void doesNotEvenAskForMoreThanTheBudget() {
        first.always(saying("{}"));
        var long_ = new Question(List.of(new Turn(Speaker.USER, "bee ".repeat(3000))), null, null, null, null);

        var failure = failure(
                models.budget(100_000, "0.002")
                        .with("first", Protocol.OPENAI, first.address())
                        .chain(),
                long_);

        assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_BUDGET_SPENT);
        assertThat(failure).hasMessageContaining("0.003000").hasMessageContaining("budget.cost");
        assertThat(first.received()).isEmpty();
    }

    @Test
    void startsOverWhenAnAnswerBreaksOff() {
        first.always(breakingOff(contentType(Protocol.OPENAI, true), recording(Protocol.OPENAI, true)));
        second.always(recorded(Protocol.OPENAI, true));
        var told = new ArrayList<String>();

        var answer = both().stream(QUESTION, told::add, () -> told.add("<again>"));

        assertThat(answer.provider()).isEqualTo("second");
        assertThat(String.join("", told)).contains("<again>").endsWith("<again>" + ModelStandIn.TEXT);
    }

    @Test
    void endsWithAnAnswerThatBreaksOffWhereNothingCanBeTakenBack() {
        first.always(breakingOff(contentType(Protocol.OPENAI, true), recording(Protocol.OPENAI, true)));
        second.always(recorded(Protocol.OPENAI, true));
        var chain = both();
        var told = new ArrayList<String>();

        var failure = catchThrowableOfType(CodedException.class, () -> chain.stream(QUESTION, told::add));

        assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_UNAVAILABLE);
        assertThat(told).isNotEmpty();
        assertThat(first.received()).hasSize(1);
        assertThat(second.received()).isEmpty();
    }

    @Test
    void stopsWhenNobodyListensAnyMore() {
        first.always(recorded(Protocol.OPENAI, true));
        var chain = both();
        var told = new AtomicInteger();

        var failure = catchThrowableOfType(
                CodedException.class,
                () -> chain.stream(QUESTION, piece -> {
                    told.incrementAndGet();
                    throw new IllegalStateException("the browser has gone");
                }));

        assertThat(failure.code()).isEqualTo(CommonErrorCode.CANCELLED);
        assertThat(told).hasValue(1);
        assertThat(second.received()).isEmpty();
        assertThat(chain.health().getFirst().lastErrorCode()).isNull();
    }

    @Test
    void endsWhenTheWorkIsCancelled() throws InterruptedException {
        first.always(stalling());
        var chain = both();
        var code = new AtomicReference<ErrorCode>();
        var thread =
                Thread.ofVirtual().start(() -> code.set(failure(chain, QUESTION).code()));
        while (first.received().isEmpty()) {
            Thread.onSpinWait();
        }

        thread.interrupt();
        thread.join(Duration.ofSeconds(5));

        assertThat(code).hasValue(CommonErrorCode.CANCELLED);
        assertThat(second.received()).isEmpty();
    }

    @Test
    void tellsNobodyAKey() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        first.then(refusing(401, "", "{\"error\":{\"message\":\"Incorrect API key provided: %s\"}}".formatted(KEY)))
                .then(refusing(500, "", "{\"error\":{\"message\":\"what is %s\"}}".formatted(KEY)))
                .always(refusing(200, "", "<p>%s</p>".formatted(KEY)));
        second.always(saying("{}"));
        var chain = both();
        try {
            for (var i = 0; i < 3; i++) {
                chain.answer(QUESTION);
            }
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }

        assertThat(models.journal.entries).hasSizeGreaterThan(4);
        assertThat(models.journal.entries.toString())
                .contains("LLM_UNAUTHORISED")
                .doesNotContain(KEY);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("LLM_UNAUTHORISED"));
        assertThat(log.list.stream()
                        .map(event -> event.getFormattedMessage()
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                        .collect(Collectors.joining("\n")))
                .doesNotContain(KEY);
        assertThat(MockMvcTester.create(MockMvcBuilders.standaloneSetup(new ProviderController(chain))
                                .build())
                        .get()
                        .uri("/api/v1/content/providers"))
                .hasStatusOk()
                .bodyText()
                .contains("first")
                .doesNotContain(KEY);
    }

    @Test
    void writesDownEveryCallForWhoeverIsCharged() {
        first.then(refusing(500, "", "{\"error\":{\"message\":\"oops\"}}"))
                .then(refusing(429, "Retry-After: 60\r\n", "{\"error\":{\"message\":\"slow down\"}}"));
        second.always(saying("{\"title\": \"The key is %s\"}".formatted(KEY)));
        var chain = both();

        var answer = Work.named("video-1/content/0", () -> chain.answer(QUESTION));
        chain.judge(answer, List.of("it is too short"));

        assertThat(models.journal.owners).containsExactly(ANNA, ANNA, ANNA);
        assertThat(models.journal.entries)
                .extracting(ModelExchange::provider, ModelExchange::code, ModelExchange::answer)
                .containsExactly(
                        tuple("first", "LLM_UNAVAILABLE", null),
                        tuple("first", "LLM_THROTTLED", null),
                        tuple("second", null, "{\"title\": \"The key is ***\"}"));
        assertThat(models.journal.entries.get(1).reason()).contains("slow down");
        assertThat(models.journal.faults)
                .containsExactly(Map.entry(models.journal.entries.getLast().exchangeId(), List.of("it is too short")));
        var last = models.journal.entries.getLast();
        assertThat(last.work()).isEqualTo("video-1/content/0");
        assertThat(last.purpose()).isEqualTo("script");
        assertThat(last.model()).isEqualTo("tiny-1");
        assertThat(last.question())
                .containsExactly(
                        new ModelExchange.Turn("system", "You write."), new ModelExchange.Turn("user", "About bees."));
        assertThat(last.inputTokens()).isEqualTo(10);
        assertThat(last.outputTokens()).isEqualTo(20);
        assertThat(last.estimatedCost()).isEqualByComparingTo("0.000215");
        assertThat(last.askedAt()).isEqualTo(models.clock.instant());
        assertThat(last.seconds()).isBetween(0.0, 20.0);
    }

    @Test
    void writesDownWhatCameBeforeAnAnswerBrokeOffAndTheInstructionsOfWeakerModes() {
        var stream = recording(Protocol.OPENAI, true);
        first.then(refusing(400, "", "{\"error\":{\"message\":\"no schemas here\"}}"))
                .then(breakingOff(contentType(Protocol.OPENAI, true), stream))
                .always(recorded(Protocol.OPENAI, true));
        var chain = models.with("first", Protocol.OPENAI, first.address(), KEY).chain();

        chain.stream(QUESTION, piece -> {}, () -> {});

        assertThat(models.journal.entries)
                .extracting(ModelExchange::code)
                .containsExactly("LLM_REQUEST_REJECTED", "LLM_UNAVAILABLE", null);
        assertThat(models.journal.entries.get(1).answer())
                .isNotEmpty()
                .startsWith("{")
                .doesNotContain("}");
        assertThat(models.journal.entries.getLast().answer()).isEqualTo(ModelStandIn.TEXT);
        assertThat(models.journal.entries.get(0).question().getFirst().text()).isEqualTo("You write.");
        assertThat(models.journal.entries.get(1).question().getFirst().text())
                .startsWith("You write.")
                .contains("JSON schema");
    }

    @Test
    void writesNothingDownForNobody() {
        first.always(saying("{}"));

        var answer = both().answer(of("first"));

        assertThat(models.journal.entries).isEmpty();
        assertThat(answer.exchangeId()).isNull();
    }

    @Test
    void listsEveryProviderAndHowItIsDoing() {
        first.always(refusing(429, "Retry-After: 60\r\n", ""));
        second.always(saying("{}"));
        var chain = both();
        chain.answer(QUESTION);

        var listed = chain.health();

        assertThat(listed.getFirst().id()).isEqualTo("first");
        assertThat(listed.getFirst().state()).isEqualTo(CircuitState.OPEN);
        assertThat(listed.getFirst().lastErrorCode()).isEqualTo("LLM_THROTTLED");
        assertThat(listed.getFirst().retryAfter())
                .isEqualTo(models.clock.instant().plusSeconds(60));
        assertThat(listed.get(1).state()).isEqualTo(CircuitState.CLOSED);
        assertThat(listed.get(1).model()).isEqualTo("tiny");
        assertThat(listed.get(1).place()).isEqualTo(2);
        assertThat(listed.get(1).latencyP50()).isNotNull();
        assertThat(listed)
                .filteredOn(provider -> !provider.configured())
                .extracting(ModelProvider::id)
                .contains("openai", "anthropic", "local", "llama-cpp");
        assertThat(models.registry
                        .get("moneyprinter.content.llm.switches")
                        .tag("from", "first")
                        .tag("to", "second")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
