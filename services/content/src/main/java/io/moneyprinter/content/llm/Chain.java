package io.moneyprinter.content.llm;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.journal.Journal;
import io.moneyprinter.content.usage.Ledger;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.service.provider.FailureCodes;
import io.moneyprinter.service.provider.KeyRing;
import io.moneyprinter.service.provider.ProviderHealth;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the model that should answer, or else the next one that can. */
@Component
class Chain implements LanguageModels, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Chain.class);

    private static final String NOT_CONFIGURED = "a language model is needed, and none is configured: set"
            + " MONEYPRINTER_CONTENT_LLM_BASE_URL to any OpenAI-compatible server (for Ollama: http://localhost:11434/v1),"
            + " MONEYPRINTER_CONTENT_LLM_MODEL to one of its models and, if it asks for one,"
            + " MONEYPRINTER_CONTENT_LLM_API_KEY; docs/language-models.md has more ways; a script or an article works"
            + " without a model";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** A provider that is asked at the very moment it named may say no once more. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private static final FailureCodes CODES = new FailureCodes(
            ContentErrorCode.LLM_THROTTLED,
            ContentErrorCode.LLM_UNAVAILABLE,
            Set.of(
                    CommonErrorCode.CANCELLED,
                    ContentErrorCode.LLM_REFUSED,
                    ContentErrorCode.LLM_REQUEST_REJECTED,
                    ContentErrorCode.LLM_TIMED_OUT));

    private static final Set<ErrorCode> KEY_REFUSED =
            Set.of(ContentErrorCode.LLM_UNAUTHORISED, ContentErrorCode.LLM_QUOTA_SPENT);

    /** Nobody else could do better. */
    private static final Set<ErrorCode> FINAL =
            Set.of(CommonErrorCode.CANCELLED, ContentErrorCode.LLM_BUDGET_SPENT, ContentErrorCode.LLM_TIMED_OUT);

    private final FailoverProperties failover;
    private final BudgetProperties budget;
    private final Ledger ledger;
    private final Journal journal;
    private final Secrets secrets;
    private final Clock clock;
    private final Meters meters;
    private final List<String> chain;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final HttpClient http;

    Chain(
            LlmProperties properties,
            FailoverProperties failover,
            BudgetProperties budget,
            HealthProperties health,
            Ledger ledger,
            Journal journal,
            Meters meters,
            Clock clock) {
        this.failover = failover;
        this.budget = budget;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.meters = meters;
        // Small servers stumble over the offer of HTTP/2 that goes along without TLS.
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var keyRules = new KeyRing.Rules(CODES.throttled(), KEY_REFUSED, health.rest(), failover.refusedKeyRest());
        var catalog = Catalog.of(properties);
        this.chain = catalog.chain();
        this.secrets = Secrets.of(catalog);
        catalog.providers()
                .forEach((name, settings) -> links.put(
                        name,
                        new Link(
                                new Provider(settings, new KeyRing(settings.keys(), keyRules, clock), http),
                                new ProviderHealth(name, health.settings(), CODES, clock, meters::asked))));
    }

    private record Link(Provider provider, ProviderHealth health) {

        String name() {
            return provider.settings().name();
        }
    }

    @Override
    public Answer answer(Question question) {
        return first(question, null);
    }

    @Override
    public Answer stream(Question question, Consumer<String> pieces) {
        return first(question, new Telling(pieces, null));
    }

    @Override
    public Answer stream(Question question, Consumer<String> pieces, Runnable startOver) {
        return first(question, new Telling(pieces, startOver));
    }

    private Answer first(Question question, @Nullable Telling telling) {
        var asked = links(question.providers());
        var transcript = new Transcript(question, journal, secrets, clock);
        var spending = new Spending(question, budget, failover.totalTimeout(), ledger, meters, transcript);
        var failed = new LinkedHashMap<String, CodedException>();
        var patience = failover.patience();
        while (true) {
            var answer = firstOf(asked, question, spending, telling, failed);
            if (answer != null) {
                return answer;
            }
            var back = soonest(failed);
            if (back == null || back.compareTo(patience) > 0 || back.compareTo(spending.left()) >= 0) {
                throw failure(failed);
            }
            pause(back.plus(MARGIN));
            patience = patience.minus(back);
            // Who declined or refused the key would do so again, perhaps for money.
            asked = asked.stream()
                    .filter(link -> Objects.requireNonNull(failed.get(link.name()))
                            .code()
                            .kind()
                            .retryable())
                    .toList();
            asked.forEach(link -> failed.remove(link.name()));
        }
    }

    /** Null when nobody answers. */
    private @Nullable Answer firstOf(
            List<Link> asked,
            Question question,
            Spending spending,
            @Nullable Telling telling,
            Map<String, CodedException> failed) {
        for (var link : asked) {
            try {
                var said = persistently(link, question, spending, telling);
                return new Answer(
                        said.text(),
                        link.name(),
                        said.model(),
                        spending.tokens(),
                        spending.cost(),
                        switches(link.name(), failed),
                        spending.transcript().latest(),
                        said.cut() ? link.provider().settings().limitProperty() : null);
            } catch (CodedException e) {
                if (ends(e, telling)) {
                    throw e.code() == ContentErrorCode.LLM_TIMED_OUT ? late(e, failed) : e;
                }
                failed.put(link.name(), e);
            }
        }
        return null;
    }

    private boolean ends(CodedException failure, @Nullable Telling telling) {
        return FINAL.contains(failure.code())
                || (failure.code() == ContentErrorCode.LLM_REFUSED && !failover.afterRefusal())
                || (telling != null && !telling.startOver());
    }

    private Said persistently(Link link, Question question, Spending spending, @Nullable Telling telling) {
        var pause = failover.pause();
        for (var attempt = 1; ; attempt++) {
            spending.check(link.provider().settings());
            var start = System.nanoTime();
            try {
                return link.health().ask(() -> ask(link.provider(), question, spending, telling));
            } catch (CodedException e) {
                // Who was given all its time and named another moment, or none, will not do better now.
                var late = System.nanoTime() - start
                        >= link.provider().settings().timeout().toNanos();
                if (attempt >= failover.attempts()
                        || late
                        || e.retryAfter() != null
                        || !e.code().kind().retryable()
                        || FINAL.contains(e.code())
                        || (telling != null && !telling.startOver())) {
                    throw e;
                }
                pause(jittered(pause));
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static Said ask(Provider provider, Question question, Spending spending, @Nullable Telling telling) {
        try {
            return provider.ask(question, spending::left, spending, telling);
        } catch (CodedException e) {
            // A provider that was given less than its own time is not to blame for being late.
            spending.checkTime();
            throw e;
        }
    }

    @Override
    public void judge(Answer answer, List<String> faults) {
        var kept = answer.exchangeId();
        if (kept != null && !faults.isEmpty()) {
            journal.judge(kept, faults.stream().map(secrets::hidden).toList());
        }
    }

    private List<Switched> switches(String to, Map<String, CodedException> failed) {
        return failed.entrySet().stream()
                .map(entry -> {
                    var from = entry.getKey();
                    var code = entry.getValue().code().name();
                    var reason = reason(entry.getValue());
                    log.warn("{} answers instead of {}: {} {}", to, from, code, reason);
                    meters.switched(from, to, code);
                    return new Switched(from, code, reason);
                })
                .toList();
    }

    private List<Link> links(@Nullable List<String> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            require(null);
            return chain.stream()
                    .map(name -> Objects.requireNonNull(links.get(name)))
                    .toList();
        }
        wanted.forEach(this::require);
        return wanted.stream()
                .distinct()
                .map(name -> Objects.requireNonNull(links.get(name)))
                .toList();
    }

    @Override
    public void require(@Nullable String provider) {
        if (links.isEmpty()) {
            throw new CodedException(ContentErrorCode.LLM_NOT_CONFIGURED, NOT_CONFIGURED);
        }
        if (provider != null && !links.containsKey(provider)) {
            throw new CodedException(
                    ContentErrorCode.LLM_PROVIDER_UNKNOWN,
                    "'%s' is no language model that is configured here (expected: one of %s)"
                            .formatted(provider, String.join(", ", links.keySet())));
        }
    }

    @Override
    public List<ModelProvider> health() {
        var absent = Arrays.stream(Preset.values()).map(Preset::id).filter(id -> !links.containsKey(id));
        return Stream.concat(
                        Stream.concat(chain.stream(), links.keySet().stream().filter(name -> !chain.contains(name)))
                                .map(name -> present(Objects.requireNonNull(links.get(name)))),
                        absent.map(Chain::absent))
                .toList();
    }

    private ModelProvider present(Link link) {
        var settings = link.provider().settings();
        var health = link.health();
        var recently = health.recently();
        var place = chain.indexOf(settings.name());
        return new ModelProvider(
                settings.name(),
                health.state(),
                true,
                settings.model(),
                place < 0 ? null : place + 1,
                settings.keys().size(),
                link.provider().keysResting(),
                recently.calls(),
                recently.latency(0.5),
                recently.latency(0.95),
                recently.errorRate(),
                health.lastErrorCode(),
                health.lastErrorAt(),
                health.restsUntil(),
                settings.price().input(),
                settings.price().output());
    }

    private static ModelProvider absent(String name) {
        return new ModelProvider(
                name, null, false, null, null, 0, 0, 0, null, null, null, null, null, null, null, null);
    }

    private static CodedException failure(Map<String, CodedException> failed) {
        var failures = List.copyOf(failed.values());
        var first = failures.getFirst();
        if (failures.size() == 1
                || failures.stream().allMatch(failure -> failure.code().kind() == ErrorKind.INVALID)) {
            return first;
        }
        return new CodedException(
                ContentErrorCode.LLM_PROVIDERS_FAILED,
                "No language model answered. " + told(failed),
                List.of(),
                soonest(failed),
                first);
    }

    private static CodedException late(CodedException failure, Map<String, CodedException> failed) {
        return failed.isEmpty()
                ? failure
                : new CodedException(failure.code(), reason(failure) + ". " + told(failed), failure);
    }

    private static String told(Map<String, CodedException> failed) {
        return failed.entrySet().stream()
                .map(entry -> "%s: %s, %s"
                        .formatted(entry.getKey(), entry.getValue().code().name(), reason(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    /** When somebody can be asked again; null when nobody said so. */
    private static @Nullable Duration soonest(Map<String, CodedException> failed) {
        return failed.values().stream()
                .map(CodedException::retryAfter)
                .filter(wait -> wait != null && wait.isPositive())
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String reason(CodedException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.code().meaning());
    }

    private static Duration jittered(Duration pause) {
        var nanos = pause.toNanos();
        return Duration.ofNanos(
                nanos / 2 + (nanos == 0 ? 0 : RandomGenerator.getDefault().nextLong(nanos)));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
