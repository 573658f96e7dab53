package io.moneyprinter.content.moderation;

import static io.moneyprinter.content.llm.ModelStandIn.hangingUp;
import static io.moneyprinter.content.llm.ModelStandIn.refusing;
import static io.moneyprinter.content.llm.ModelStandIn.stalling;
import static io.moneyprinter.content.llm.ModelStandIn.stallingWithin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.llm.ModelStandIn;
import io.moneyprinter.content.moderation.ModerationProperties.WhenDown;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.ApiKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What the moderation endpoint is asked, and what is made of its answers, however it behaves. */
class HttpModeratorTests {

    private static final String KEY = "canary-0123456789";
    private static final String OTHER_KEY = "canary-9876543210";

    private static final String CLEAN = "{\"flagged\": false, \"categories\": {}, \"category_scores\": {}}";
    private static final String VIOLENT = """
            {"flagged": true,
             "categories": {"harassment": false, "violence/graphic": true, "violence": true},
             "category_scores": {"harassment": 0.2, "violence/graphic": 0.71, "violence": 0.98},
             "category_applied_input_types": {"violence": ["text"]}}""";

    private final ModelStandIn server = ModelStandIn.start();
    private final List<String> meter = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(20);
    private HttpModerator moderator;

    @AfterEach
    void close() {
        if (moderator != null) {
            moderator.close();
        }
        server.close();
    }

    private HttpModerator moderator(String... keys) {
        moderator = new HttpModerator(
                server.address(),
                new ModerationProperties(
                        server.address(),
                        List.of(keys).stream().map(ApiKey::new).toList(),
                        "omni-moderation-latest",
                        WhenDown.FAIL_CLOSED,
                        timeout,
                        2,
                        Duration.ofMillis(2),
                        Duration.ofSeconds(2),
                        Map.of()),
                Clock.systemUTC(),
                (provider, code, latency) -> meter.add(code));
        return moderator;
    }

    private static String results(String... results) {
        return "{\"id\": \"modr-1\", \"model\": \"omni-moderation-latest\", \"results\": [%s]}"
                .formatted(String.join(", ", results));
    }

    private ModelStandIn answers(String... results) {
        return server.then(refusing(200, "Content-Type: application/json\r\n", results(results)));
    }

    @Test
    void asksInTheProtocolAndFindsWhatIsFlaggedWithTheSurestCategoryFirst() {
        answers(CLEAN, VIOLENT);

        var finding = moderator(KEY).find(List.of("Bees dance.", "Bees \"fight\"."), "en");

        assertThat(finding).isEqualTo(new Finding(1, List.of("violence", "violence/graphic"), null));
        var request = server.received().getFirst();
        assertThat(request.head())
                .startsWith("POST /v1/moderations ")
                .contains("Authorization: Bearer " + KEY, "Content-Type: application/json");
        assertThat(JsonMapper.shared().readTree(request.body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"model": "omni-moderation-latest", "input": ["Bees dance.", "Bees \\"fight\\"."]}"""));
        assertThat(meter).containsExactly("OK");
    }

    @Test
    void findsNothingInWhatIsCleanAndNeedsNoKey() {
        answers(CLEAN);

        assertThat(moderator().find(List.of("Bees dance."), null)).isNull();
        assertThat(server.received().getFirst().head()).doesNotContain("Authorization");
    }

    @Test
    void saysThatSomethingIsUnwantedWhereTheServerNamesNoCategory() {
        answers("{\"flagged\": true}");

        assertThat(moderator().find(List.of("Bees"), null)).isEqualTo(new Finding(0, List.of("unwanted"), null));
    }

    @Test
    void cutsLongTextsAndNamesTheOneThatThePieceIsOf() {
        server.always(client -> {
            var body = server.received().getLast().body();
            var inputs = JsonMapper.shared().readTree(body).path("input");
            refusing(
                            200,
                            "",
                            results(inputs.valueStream()
                                    .map(input -> input.asString().contains("needle") ? VIOLENT : CLEAN)
                                    .toArray(String[]::new)))
                    .answer(client);
        });
        var words = "word ".repeat(40_000);
        var unbroken = "🐝".repeat(3_000);

        var finding = moderator().find(List.of("short", words + "needle", unbroken), null);

        assertThat(finding.text()).isEqualTo(1);
        var inputs = server.received().stream()
                .flatMap(request -> JsonMapper.shared()
                        .readTree(request.body())
                        .path("input")
                        .valueStream())
                .map(input -> input.asString())
                .toList();
        assertThat(inputs).allSatisfy(input -> assertThat(input).hasSizeLessThanOrEqualTo(4_000));
        assertThat(server.received()).hasSize(2);
        assertThat(String.join("", inputs)).isEqualTo("short" + words + "needle" + unbroken);
        assertThat(inputs).noneMatch(input -> Character.isLowSurrogate(input.charAt(0)));
    }

    /** The ways in which it fails. */
    enum Misbehaviour {
        THROTTLE(ContentErrorCode.MODERATION_THROTTLED, 2),
        THROTTLE_FOR_30_S(ContentErrorCode.MODERATION_THROTTLED, 1),
        BREAK(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        STALL(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        STALL_WITHIN(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        HANG_UP(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        SEND_GARBAGE(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        SEND_A_WEB_PAGE(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        JUDGE_TOO_MANY(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        SAY_NOTHING_OF_FLAGS(ContentErrorCode.MODERATION_UNAVAILABLE, 2),
        REFUSE_THE_KEY(ContentErrorCode.MODERATION_MISCONFIGURED, 1),
        REDIRECT(ContentErrorCode.MODERATION_MISCONFIGURED, 1),
        KNOW_NO_SUCH_MODEL(ContentErrorCode.MODERATION_MISCONFIGURED, 1);

        private final ContentErrorCode code;
        private final int asked;

        Misbehaviour(ContentErrorCode code, int asked) {
            this.code = code;
            this.asked = asked;
        }

        private ModelStandIn.Behaviour behaviour() {
            return switch (this) {
                case THROTTLE -> refusing(429, "", "{\"error\":{\"message\":\"slow down, %s\"}}".formatted(KEY));
                case THROTTLE_FOR_30_S -> refusing(429, "Retry-After: 30\r\n", "");
                case BREAK -> refusing(500, "", "{\"error\":{\"message\":\"oops %s\"}}".formatted(KEY));
                case STALL -> stalling();
                case STALL_WITHIN -> stallingWithin("", results(CLEAN, CLEAN));
                case HANG_UP -> hangingUp();
                case SEND_GARBAGE -> refusing(200, "", "{\"results\": [");
                case SEND_A_WEB_PAGE -> refusing(200, "", "<h1>Sign in</h1>");
                case JUDGE_TOO_MANY -> refusing(200, "", results(CLEAN, CLEAN, CLEAN));
                case SAY_NOTHING_OF_FLAGS -> refusing(200, "", results("{}", "{\"flagged\": \"no\"}"));
                case REFUSE_THE_KEY -> refusing(401, "", "{\"error\":{\"message\":\"wrong key %s\"}}".formatted(KEY));
                case REDIRECT -> refusing(307, "Location: http://127.0.0.1:1/\r\n", "");
                case KNOW_NO_SUCH_MODEL -> refusing(404, "", "{\"error\":{\"message\":\"no such model\"}}");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysSoWhereThereIsNoAnswer(Misbehaviour misbehaviour) {
        server.always(misbehaviour.behaviour());
        if (misbehaviour == Misbehaviour.STALL || misbehaviour == Misbehaviour.STALL_WITHIN) {
            timeout = Duration.ofMillis(300);
        }
        var moderation = new Moderation(List.of(moderator(KEY)), WhenDown.FAIL_OPEN);
        var before = System.nanoTime();

        var failure = catchThrowableOfType(
                CodedException.class, () -> moderator.find(List.of("Bees dance.", "They do."), null));
        var asked = server.received().size();
        var took = Duration.ofNanos(System.nanoTime() - before);
        var log = logged(() -> {
            try {
                moderation.checkWritten("Bees dance.", "en");
            } catch (CodedException misconfigured) {
                assertThat(misconfigured.code()).isEqualTo(ContentErrorCode.MODERATION_MISCONFIGURED);
            }
        });

        assertThat(log).doesNotContain(KEY);
        assertThat(failure.code()).isEqualTo(misbehaviour.code);
        assertThat(asked).isEqualTo(misbehaviour.asked);
        assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY);
        assertThat(failure).hasMessageContaining("127.0.0.1");
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(failure.retryAfter())
                .isEqualTo(misbehaviour == Misbehaviour.THROTTLE_FOR_30_S ? Duration.ofSeconds(30) : null);
    }

    /** All that is logged meanwhile, to the last detail. */
    private static String logged(Runnable work) {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            work.run();
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        return log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void asksAgainWhatMayPass() {
        server.then(refusing(503, "", "")).then(refusing(200, "", results(VIOLENT)));

        assertThat(moderator(KEY).find(List.of("Bees fight."), null)).isNotNull();
        assertThat(meter).containsExactly("MODERATION_UNAVAILABLE", "OK");
    }

    @Test
    void waitsForWhoNamesAMomentThatIsNear() {
        server.then(refusing(429, "Retry-After: 1\r\n", "")).then(refusing(200, "", results(CLEAN)));
        var before = System.nanoTime();

        assertThat(moderator(KEY).find(List.of("Bees dance."), null)).isNull();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(900));
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void takesAnotherKeyWhereOneIsRefused() {
        server.then(refusing(401, "", "")).then(refusing(200, "", results(CLEAN)));

        assertThat(moderator(KEY, OTHER_KEY).find(List.of("Bees dance."), null)).isNull();

        assertThat(server.received().stream()
                        .flatMap(request -> request.head().lines())
                        .filter(line -> line.startsWith("Authorization"))
                        .collect(Collectors.toList()))
                .containsExactly("Authorization: Bearer " + KEY, "Authorization: Bearer " + OTHER_KEY);
    }

    @Test
    void isLeftAloneWhileItIsDown() {
        server.always(refusing(500, "", ""));
        moderator(KEY);

        var failures = IntStream.range(0, 6)
                .mapToObj(i ->
                        catchThrowableOfType(CodedException.class, () -> moderator.find(List.of("Bees dance."), null)))
                .toList();

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure.code()).isEqualTo(ContentErrorCode.MODERATION_UNAVAILABLE));
        assertThat(server.received()).hasSize(4);
    }

    @Test
    void endsWhenTheWorkIsCancelled() throws InterruptedException, IOException {
        server.always(stalling());
        moderator(KEY);
        var failure = new AtomicReference<CodedException>();
        var thread = Thread.ofVirtual()
                .start(() -> failure.set(
                        catchThrowableOfType(CodedException.class, () -> moderator.find(List.of("Bees"), null))));
        while (server.received().isEmpty()) {
            Thread.onSpinWait();
        }

        thread.interrupt();
        thread.join(Duration.ofSeconds(5));

        assertThat(failure.get().code()).isEqualTo(CommonErrorCode.CANCELLED);
    }
}
