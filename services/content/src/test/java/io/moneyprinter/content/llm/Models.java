package io.moneyprinter.content.llm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.content.usage.Ledger;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.testing.SettableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A chain of models, as tests configure it. */
final class Models implements AutoCloseable {

    static final String KEY = "canary-0123456789";
    static final UserId ANNA = new UserId("anna");

    static final Shape SHAPE = Shape.of("script", """
        {"type": "object", "additionalProperties": false, "required": ["title"],
         "properties": {"title": {"type": "string"}}}\
        """);

    static final Question QUESTION = new Question(
            List.of(new Turn(Speaker.SYSTEM, "You write."), new Turn(Speaker.USER, "About bees.")),
            SHAPE,
            null,
            ANNA,
            "script");

    final SettableClock clock = new SettableClock();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final List<Ledger.Entry> ledger = new ArrayList<>();
    final KeptExchanges journal = new KeptExchanges();

    private final Map<String, LlmProperties.Server> servers = new LinkedHashMap<>();
    private Duration timeout = Duration.ofSeconds(20);
    private Duration totalTimeout = Duration.ofSeconds(30);
    private Duration patience = Duration.ofSeconds(2);
    private int attempts = 2;
    private boolean afterRefusal;
    private BudgetProperties budget = new BudgetProperties(100_000, BigDecimal.ONE);
    private Chain chain;

    Models with(String name, Protocol protocol, URI address, String... keys) {
        return with(name, protocol, address, null, keys);
    }

    Models with(String name, Protocol protocol, URI address, JsonMode json, String... keys) {
        servers.put(
                name,
                new LlmProperties.Server(
                        null,
                        protocol,
                        address,
                        List.of(keys).stream().map(ApiKey::new).toList(),
                        "tiny",
                        json,
                        null,
                        null,
                        null,
                        new BigDecimal("1.50"),
                        new BigDecimal("10")));
        return this;
    }

    Models timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    Models totalTimeout(Duration totalTimeout) {
        this.totalTimeout = totalTimeout;
        return this;
    }

    Models patience(Duration patience) {
        this.patience = patience;
        return this;
    }

    Models attempts(int attempts) {
        this.attempts = attempts;
        return this;
    }

    Models afterRefusal() {
        this.afterRefusal = true;
        return this;
    }

    Models budget(long tokens, String cost) {
        this.budget = new BudgetProperties(tokens, new BigDecimal(cost));
        return this;
    }

    Chain chain() {
        if (chain == null) {
            var beans = new StaticListableBeanFactory();
            beans.addBean("meters", registry);
            chain = new Chain(
                    new LlmProperties(null, null, null, timeout, null, List.copyOf(servers.keySet()), servers),
                    new FailoverProperties(
                            attempts,
                            Duration.ofMillis(2),
                            patience,
                            totalTimeout,
                            Duration.ofMinutes(10),
                            afterRefusal),
                    budget,
                    new HealthProperties(Duration.ofMinutes(10), 10, 4, 0.5, Duration.ofSeconds(30)),
                    ledger::add,
                    journal,
                    new Meters(beans.getBeanProvider(MeterRegistry.class)),
                    clock);
        }
        return chain;
    }

    @Override
    public void close() {
        if (chain != null) {
            chain.close();
        }
    }
}
