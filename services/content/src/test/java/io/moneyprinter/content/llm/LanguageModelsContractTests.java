package io.moneyprinter.content.llm;

import static io.moneyprinter.content.llm.ModelStandIn.breakingOff;
import static io.moneyprinter.content.llm.ModelStandIn.contentType;
import static io.moneyprinter.content.llm.ModelStandIn.endingEarly;
import static io.moneyprinter.content.llm.ModelStandIn.hangingUp;
import static io.moneyprinter.content.llm.ModelStandIn.recorded;
import static io.moneyprinter.content.llm.ModelStandIn.recording;
import static io.moneyprinter.content.llm.ModelStandIn.refusing;
import static io.moneyprinter.content.llm.ModelStandIn.stalling;
import static io.moneyprinter.content.llm.ModelStandIn.stallingWithin;
import static io.moneyprinter.content.llm.Models.ANNA;
import static io.moneyprinter.content.llm.Models.KEY;
import static io.moneyprinter.content.llm.Models.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.llm.ModelStandIn.Behaviour;
import io.moneyprinter.content.usage.Ledger;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.Golden;
import io.moneyprinter.testing.web.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every provider does, whichever protocol it speaks, and however its server behaves. */
class LanguageModelsContractTests {

    private static final Path DOCS = Path.of("..", "..", "docs");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(400);

    private static ModelStandIn stranger;

    /** Bound and not listening: refused for certain, and nobody else can take the port. */
    private static Socket away;

    private final ModelStandIn server = ModelStandIn.start();
    private final ModelStandIn other = ModelStandIn.start();
    private final Models models = new Models();

    @BeforeAll
    static void start(@TempDir Path work) throws IOException {
        stranger = ModelStandIn.start(SelfSigned.context(work));
        away = new Socket();
        away.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterAll
    static void stop() throws IOException {
        stranger.close();
        away.close();
    }

    @AfterEach
    void close() {
        models.close();
        server.close();
        other.close();
    }

    /** The ways in which servers have been seen to fail, and what we say then. */
    enum Misbehaviour {
        THROTTLE_FOR_7_S("429 with `Retry-After: 7`", ContentErrorCode.LLM_THROTTLED, 1, Duration.ofSeconds(7)),
        THROTTLE("429 without a word about when", ContentErrorCode.LLM_THROTTLED, 2),
        BREAK("500, as often as it is asked", ContentErrorCode.LLM_UNAVAILABLE, 2),
        CLOSE_FOR_30_S("503 with `Retry-After: 30`", ContentErrorCode.LLM_UNAVAILABLE, 1, Duration.ofSeconds(30)),
        STALL("nothing, for longer than `timeout`", ContentErrorCode.LLM_UNAVAILABLE, 1),
        STALL_WITHIN("half of an answer, then nothing", ContentErrorCode.LLM_UNAVAILABLE, 1),
        HANG_UP("hangs up without a word", ContentErrorCode.LLM_UNAVAILABLE, 2),
        BREAK_OFF("half of an answer, then hangs up", ContentErrorCode.LLM_UNAVAILABLE, 2),
        END_EARLY("half of an answer, as if that were all", ContentErrorCode.LLM_UNAVAILABLE, 2),
        SEND_GARBAGE("something that is no JSON", ContentErrorCode.LLM_UNAVAILABLE, 2),
        SEND_A_WEB_PAGE("a web page", ContentErrorCode.LLM_UNAVAILABLE, 2),
        SAY_NOTHING("an answer without a word in it", ContentErrorCode.LLM_UNAVAILABLE, 2),
        REDIRECT("a redirect, which the key must not follow", ContentErrorCode.LLM_UNAVAILABLE, 2),
        REFUSE_THE_KEY("401", ContentErrorCode.LLM_UNAUTHORISED, 1),
        WANT_MONEY("402", ContentErrorCode.LLM_QUOTA_SPENT, 1),
        SAY_THAT_CREDIT_IS_SPENT("429 with `insufficient_quota`", ContentErrorCode.LLM_QUOTA_SPENT, 1),
        KNOW_NO_SUCH_MODEL("404", ContentErrorCode.LLM_MODEL_UNKNOWN, 1),
        BE_A_STRANGER("a certificate of nobody we know", ContentErrorCode.LLM_UNAVAILABLE, 2),
        BE_AWAY("nothing: nobody listens", ContentErrorCode.LLM_UNAVAILABLE, 2);

        private final String fault;
        private final ContentErrorCode code;
        private final int asked;
        private final @Nullable Duration retryAfter;

        Misbehaviour(String fault, ContentErrorCode code, int asked) {
            this(fault, code, asked, null);
        }

        Misbehaviour(String fault, ContentErrorCode code, int asked, @Nullable Duration retryAfter) {
            this.fault = fault;
            this.code = code;
            this.asked = asked;
            this.retryAfter = retryAfter;
        }

        /** Of how many of its questions the server hears a word. */
        int heard() {
            return this == BE_A_STRANGER || this == BE_AWAY ? 0 : asked;
        }

        /** What is said of it at least. */
        String reason() {
            return switch (this) {
                case BE_A_STRANGER -> "certificate";
                case BE_AWAY -> "there is no connection to it";
                default -> "";
            };
        }

        Duration patience() {
            return this == STALL || this == STALL_WITHIN ? IMPATIENCE : PATIENCE;
        }
    }

    private static Behaviour behaviour(Misbehaviour misbehaviour, Protocol protocol, boolean streamed, URI elsewhere) {
        var type = contentType(protocol, streamed);
        var whole = recording(protocol, streamed);
        return switch (misbehaviour) {
            case THROTTLE_FOR_7_S -> refusing(429, "Retry-After: 7\r\n", error("slow down"));
            case THROTTLE -> refusing(429, "", error("slow down"));
            case BREAK -> refusing(500, "", error("oops"));
            case CLOSE_FOR_30_S -> refusing(503, "Retry-After: 30\r\n", "closed");
            case STALL -> stalling();
            case STALL_WITHIN -> stallingWithin(type, whole);
            case HANG_UP -> hangingUp();
            case BREAK_OFF -> breakingOff(type, whole);
            case END_EARLY -> endingEarly(type, whole);
            case SEND_GARBAGE ->
                refusing(200, type, protocol == Protocol.OLLAMA || !streamed ? "{\"what\": is this}" : """
                    event: content_block_delta
                    data: {"what": is this}

                    """);
            case SEND_A_WEB_PAGE -> refusing(200, "Content-Type: text/html\r\n", "<!doctype html>\n<h1>Sign in</h1>\n");
            case SAY_NOTHING ->
                refusing(
                        200,
                        type,
                        whole.replace("{\\\"title\\\":\\\"Why bees dance\\\"}", "")
                                .replace("{\\\"title\\\":", "")
                                .replace("\\\"Why bees", "")
                                .replace(" dance\\\"}", ""));
            case REDIRECT -> refusing(307, "Location: %s\r\n".formatted(elsewhere), "");
            case REFUSE_THE_KEY -> refusing(401, "", error("Incorrect API key provided: " + KEY));
            case WANT_MONEY -> refusing(402, "", error("pay for " + KEY + " first"));
            case SAY_THAT_CREDIT_IS_SPENT ->
                refusing(
                        429,
                        "",
                        "{\"error\":{\"message\":\"You exceeded your quota\",\"code\":\"insufficient_quota\"}}");
            case KNOW_NO_SUCH_MODEL -> refusing(404, "", error("no such model"));
            case BE_A_STRANGER, BE_AWAY -> recorded(protocol, streamed);
        };
    }

    /** Where the server is that misbehaves so. */
    private URI address(Misbehaviour misbehaviour, Protocol protocol) {
        return switch (misbehaviour) {
            case BE_A_STRANGER -> stranger.address(protocol);
            case BE_AWAY -> URI.create("http://127.0.0.1:" + away.getLocalPort());
            default -> server.address(protocol);
        };
    }

    private ModelStandIn asked(Misbehaviour misbehaviour) {
        return misbehaviour == Misbehaviour.BE_A_STRANGER ? stranger : server;
    }

    private int calls(String provider) {
        return models.chain().health().stream()
                .filter(one -> one.id().equals(provider))
                .findFirst()
                .orElseThrow()
                .calls();
    }

    private static String error(String message) {
        return "{\"error\":{\"message\":\"%s\"}}".formatted(message);
    }

    private static Stream<Arguments> matrix() {
        return Arrays.stream(Misbehaviour.values())
                .flatMap(misbehaviour -> Arrays.stream(Protocol.values())
                        .flatMap(protocol -> Stream.of(false, true)
                                .map(streamed -> Arguments.of(misbehaviour, protocol, streamed))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void leavesTheAnswerToAnother(Misbehaviour misbehaviour, Protocol protocol, boolean streamed) {
        var successor = Protocol.values()[(protocol.ordinal() + misbehaviour.ordinal()) % Protocol.values().length];
        asked(misbehaviour).always(behaviour(misbehaviour, protocol, streamed, other.address(protocol)));
        other.always(recorded(successor, streamed));
        models.with("first", protocol, address(misbehaviour, protocol), KEY)
                .with("second", successor, other.address(successor), KEY)
                .timeout(misbehaviour.patience());
        var told = new StringBuilder();

        var answer = streamed
                ? models.chain().stream(QUESTION, told::append, () -> told.setLength(0))
                : models.chain().answer(QUESTION);

        assertThat(answer.text()).isEqualTo(ModelStandIn.TEXT);
        assertThat(answer.provider()).isEqualTo("second");
        assertThat(answer.switches())
                .extracting(Switched::provider, Switched::code)
                .containsExactly(tuple("first", misbehaviour.code.name()));
        assertThat(answer.switches().getFirst().reason())
                .contains("first", misbehaviour.reason())
                .doesNotContain(KEY);
        assertThat(told.toString()).isEqualTo(streamed ? ModelStandIn.TEXT : "");
        assertThat(calls("first")).isEqualTo(misbehaviour.asked);
        assertThat(asked(misbehaviour).received()).hasSize(misbehaviour.heard());
        assertThat(other.received()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void saysWhatIsWrongWhereThereIsNobodyElse(Misbehaviour misbehaviour, Protocol protocol, boolean streamed) {
        asked(misbehaviour).always(behaviour(misbehaviour, protocol, streamed, other.address(protocol)));
        models.with("only", protocol, address(misbehaviour, protocol), KEY)
                .timeout(misbehaviour.patience())
                .patience(Duration.ZERO);
        var before = System.nanoTime();

        var failure = catchThrowableOfType(CodedException.class, () -> {
            if (streamed) {
                models.chain().stream(QUESTION, piece -> {}, () -> {});
            } else {
                models.chain().answer(QUESTION);
            }
        });

        assertThat(failure.code()).isEqualTo(misbehaviour.code);
        assertThat(failure).hasMessageContaining(misbehaviour.reason());
        assertThat(calls("only")).isEqualTo(misbehaviour.asked);
        assertThat(failure.retryAfter()).isEqualTo(misbehaviour.retryAfter);
        assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
    }

    @Test
    void isWrittenDown() {
        var rows = Arrays.stream(Misbehaviour.values())
                .map(fault -> "| %s | `%s` | %s |"
                        .formatted(
                                fault.fault,
                                fault.code.name(),
                                fault.retryAfter != null
                                        ? "once, then left alone for %d s".formatted(fault.retryAfter.toSeconds())
                                        : (fault.asked == 1 ? "once" : "twice")
                                                + (fault.heard() == 0 ? ", and no word is sent" : "")))
                .collect(Collectors.joining("\n"));
        Golden.assertMatches(DOCS.resolve("model-faults.md"), """
            # Model faults: what can go wrong with a language model, and who answers then

            This page is written by `LanguageModelsContractTests`, which runs every row against a stand-in on a real socket, in each of the protocols %s, for answers that come whole and for answers that are streamed. Whatever a server does, the next provider of the chain answers (`leavesTheAnswerToAnother`), with the code and the reason in `switches`; where there is no other, the caller gets that code (`saysWhatIsWrongWhereThereIsNobodyElse`).

            | the server sends | code | asked |
            | --- | --- | --- |
            %s
            """.formatted(
                Arrays.stream(Protocol.values())
                        .map(protocol -> "`%s`".formatted(protocol.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", ")),
                rows));
    }

    @ParameterizedTest
    @EnumSource
    void asksInTheProtocol(Protocol protocol) {
        server.always(recorded(protocol, false));
        models.with("first", protocol, server.address(protocol), KEY);

        var answer = models.chain().answer(QUESTION);

        assertThat(answer.text()).isEqualTo(ModelStandIn.TEXT);
        assertThat(answer.model()).isEqualTo(model(protocol));
        assertThat(answer.tokens()).isEqualTo(new Tokens(26, 12));
        assertThat(answer.cost()).isEqualByComparingTo("0.000159");
        assertThat(answer.switches()).isEmpty();
        var request = server.received().getFirst();
        assertThat(request.head()).startsWith("POST " + path(protocol, false)).contains(header(protocol));
        assertThat(request.body().replaceAll("\\s", ""))
                .contains("Youwrite.", "Aboutbees.", schema(protocol))
                .doesNotContain("temperature", KEY);
    }

    private static String model(Protocol protocol) {
        return switch (protocol) {
            case OPENAI -> "gpt-4.1-2025-04-14";
            case ANTHROPIC -> "claude-sonnet-4-5-20250929";
            case GEMINI -> "gemini-2.5-flash";
            case MISTRAL -> "mistral-small-latest";
            case OLLAMA -> "llama3.2";
        };
    }

    private static String path(Protocol protocol, boolean streamed) {
        return switch (protocol) {
            case OPENAI, MISTRAL -> "/v1/chat/completions ";
            case ANTHROPIC -> "/v1/messages ";
            case GEMINI ->
                streamed
                        ? "/v1beta/models/tiny:streamGenerateContent?alt=sse "
                        : "/v1beta/models/tiny:generateContent ";
            case OLLAMA -> "/api/chat ";
        };
    }

    private static String header(Protocol protocol) {
        return switch (protocol) {
            case OPENAI, MISTRAL, OLLAMA -> "Authorization: Bearer " + KEY;
            case ANTHROPIC -> "x-api-key: " + KEY;
            case GEMINI -> "x-goog-api-key: " + KEY;
        };
    }

    /** Where each protocol has the schema. */
    private static String schema(Protocol protocol) {
        return switch (protocol) {
            case OPENAI, MISTRAL -> "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{";
            case ANTHROPIC -> "\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{";
            case GEMINI -> "\"responseJsonSchema\":{";
            case OLLAMA -> "\"format\":{\"type\":\"object\"";
        };
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheAnswerAsItComes(Protocol protocol) {
        server.always(recorded(protocol, true));
        models.with("first", protocol, server.address(protocol), KEY);
        var pieces = new ArrayList<String>();

        var answer = models.chain().stream(QUESTION, pieces::add);

        assertThat(pieces).containsExactly("{\"title\":", "\"Why bees", " dance\"}");
        assertThat(answer.text()).isEqualTo(ModelStandIn.TEXT);
        assertThat(answer.model()).isEqualTo(model(protocol));
        assertThat(answer.tokens()).isEqualTo(new Tokens(26, 12));
        assertThat(server.received().getFirst().head()).startsWith("POST " + path(protocol, true));
    }

    @ParameterizedTest
    @EnumSource
    void asksInThePromptWhereTheServerHoldsNoModelToAShape(Protocol protocol) {
        server.then(refusing(400, "", error("unknown field"))).always(recorded(protocol, false));
        if (protocol != Protocol.ANTHROPIC) {
            // It is asked for any JSON object in between, which Anthropic's has no way to say.
            server.then(refusing(400, "", error("unknown field")));
        }
        models.with("first", protocol, server.address(protocol), KEY);

        var first = models.chain().answer(QUESTION);
        server.received().clear();
        var second = models.chain().answer(QUESTION);

        assertThat(first.text()).isEqualTo(ModelStandIn.TEXT);
        assertThat(second.text()).isEqualTo(ModelStandIn.TEXT);
        // What the server does not take is not tried again.
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().getFirst().body())
                .contains("follows this JSON schema", "additionalProperties")
                .doesNotContain("json_schema", "json_object", "responseJsonSchema", "\"format\"");
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatIsPaidForOnce(Protocol protocol) {
        server.then(behaviour(Misbehaviour.SAY_NOTHING, protocol, false, server.address()))
                .always(recorded(protocol, false));
        models.with("first", protocol, server.address(protocol), KEY);

        var answer = models.chain().answer(QUESTION);

        assertThat(answer.tokens()).isEqualTo(new Tokens(52, 24));
        assertThat(models.ledger)
                .extracting(
                        Ledger.Entry::userId,
                        Ledger.Entry::provider,
                        Ledger.Entry::model,
                        Ledger.Entry::purpose,
                        Ledger.Entry::inputTokens,
                        Ledger.Entry::outputTokens)
                .containsExactly(
                        tuple(ANNA, "first", model(protocol), "script", 26L, 12L),
                        tuple(ANNA, "first", model(protocol), "script", 26L, 12L));
        assertThat(models.registry
                        .get("moneyprinter.content.llm.tokens")
                        .tag("kind", "output")
                        .counter()
                        .count())
                .isEqualTo(24);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void namesTheSettingThatHasCutAnAnswer(Protocol protocol, boolean streamed) {
        var whole = recording(protocol, streamed);
        var cut = whole.replaceAll("\"(?:end_turn|STOP|stop)\"", "\"" + cut(protocol) + "\"");
        server.always(refusing(200, contentType(protocol, streamed), cut));
        models.with("first", protocol, server.address(protocol), KEY);

        var answer = streamed
                ? models.chain().stream(QUESTION, piece -> {})
                : models.chain().answer(QUESTION);

        assertThat(cut).isNotEqualTo(whole);
        assertThat(answer.text()).isEqualTo(ModelStandIn.TEXT);
        assertThat(answer.cutBy()).isEqualTo("moneyprinter.content.llm.providers.first.max-output-tokens");
    }

    private static Stream<Arguments> protocols() {
        return Arrays.stream(Protocol.values())
                .flatMap(protocol -> Stream.of(false, true).map(streamed -> Arguments.of(protocol, streamed)));
    }

    private static String cut(Protocol protocol) {
        return switch (protocol) {
            case OPENAI, MISTRAL, OLLAMA -> "length";
            case ANTHROPIC -> "max_tokens";
            case GEMINI -> "MAX_TOKENS";
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"OPENAI", "ANTHROPIC", "GEMINI"})
    void tellsAModelThatDeclinesFromOneThatFails(Protocol protocol) {
        server.always(refusing(200, contentType(protocol, false), declining(protocol)));
        other.always(recorded(protocol, false));
        models.with("first", protocol, server.address(protocol), KEY)
                .with("second", protocol, other.address(protocol), KEY);

        assertThat(catchThrowableOfType(
                                CodedException.class, () -> models.chain().answer(QUESTION))
                        .code())
                .isEqualTo(ContentErrorCode.LLM_REFUSED);
        assertThat(other.received()).isEmpty();
    }

    private static String declining(Protocol protocol) {
        var answer = recording(protocol, false);
        return switch (protocol) {
            case OPENAI -> answer.replace("\"refusal\": null", "\"refusal\": \"I cannot help with that.\"");
            case ANTHROPIC -> answer.replace("end_turn", "refusal");
            case GEMINI ->
                "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{\"promptTokenCount\":26}}";
            case MISTRAL, OLLAMA -> throw new IllegalArgumentException("has no way to say so: " + protocol);
        };
    }

    @Test
    void goesOnWithAnotherWhenAModelDeclinesWhereThatIsConfigured() {
        server.always(refusing(200, "", declining(Protocol.OPENAI)));
        other.always(recorded(Protocol.OPENAI, false));
        models.with("first", Protocol.OPENAI, server.address())
                .with("second", Protocol.OPENAI, other.address())
                .afterRefusal();

        assertThat(models.chain().answer(QUESTION).switches())
                .extracting(Switched::code)
                .isEqualTo(List.of("LLM_REFUSED"));
    }
}
