package io.moneyprinter.materials.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.FailureCodes;
import io.moneyprinter.service.provider.HealthSettings;
import io.moneyprinter.service.provider.ProviderHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows what texts mean: asks in batches, not again for what it was asked lately, and not while whoever knows is ill. */
@Component
final class Embedder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Embedder.class);

    private static final String CALLS = "moneyprinter.materials.embeddings.calls";
    private static final String NAME = "embeddings";

    /** Models read some hundreds of words, and refuse or cut what is longer. */
    private static final int LONGEST = 500;

    private static final int REMEMBERED = 10_000;

    private static final FailureCodes CODES = new FailureCodes(
            MaterialsErrorCode.EMBEDDING_THROTTLED,
            MaterialsErrorCode.EMBEDDING_UNAVAILABLE,
            Set.of(CommonErrorCode.CANCELLED, MaterialsErrorCode.EMBEDDING_REFUSED));

    private final EmbeddingProperties properties;
    private final @Nullable EmbeddingModel model;
    private final ProviderHealth health;
    private final Map<String, Embedding> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > REMEMBERED;
        }
    };

    private volatile @Nullable Scale scale;

    Embedder(
            EmbeddingProperties properties,
            ObjectProvider<EmbeddingModel> models,
            Clock clock,
            ObjectProvider<MeterRegistry> registry) {
        this.properties = properties;
        this.model = model(properties, models.getIfAvailable());
        this.health = new ProviderHealth(
                NAME,
                HealthSettings.usual(properties.rest()),
                CODES,
                clock,
                (provider, code, latency) -> registry.ifAvailable(
                        meters -> meters.timer(CALLS, "code", code).record(latency)));
    }

    private static @Nullable EmbeddingModel model(EmbeddingProperties properties, @Nullable EmbeddingModel other) {
        if (other == null) {
            return properties.isConfigured() ? new EmbeddingServer(properties) : null;
        }
        if (properties.isConfigured()) {
            throw EmbeddingProperties.SETTINGS.wrong(
                    properties.baseUrl() == null ? "api-key" : "base-url",
                    "set",
                    "nothing, where a directory with a model is set up: it is a server or a directory");
        }
        return other;
    }

    /** @param dimensions of all vectors of the model */
    record Scale(Calibration calibration, int dimensions) {}

    boolean isConfigured() {
        return model != null;
    }

    private EmbeddingModel model() {
        return Objects.requireNonNull(model, "nobody is set up who says what texts mean");
    }

    /** @throws CodedException {@code EMBEDDING_…} where it cannot be used */
    String description() {
        return model().description();
    }

    /**
     * What vectors are kept under.
     *
     * @throws CodedException {@code EMBEDDING_…} where it cannot be used
     */
    String vectors() {
        return properties.vectors(model().name());
    }

    /**
     * What cosines of the model are worth.
     *
     * @throws CodedException {@code EMBEDDING_…}, also where the model does not know what means the same
     */
    Scale scale(Duration patience) {
        var known = scale;
        if (known != null) {
            return known;
        }
        var wanted = ask(
                properties.queryPrefix(),
                Calibration.PAIRS.stream().map(Calibration.Pair::wanted).toList(),
                () -> patience);
        var found = ask(
                properties.textPrefix(),
                Calibration.PAIRS.stream().map(Calibration.Pair::found).toList(),
                () -> patience);
        try {
            var calibration = Calibration.of(wanted, found);
            log.info(
                    "embeddings of {} have {} dimensions; unrelated texts are below {}, equal ones at {}",
                    model().name(),
                    found.getFirst().dimensions(),
                    calibration.unrelated(),
                    calibration.same());
            var measured = new Scale(calibration, found.getFirst().dimensions());
            scale = measured;
            return measured;
        } catch (IllegalArgumentException e) {
            throw new CodedException(
                    MaterialsErrorCode.EMBEDDING_UNAVAILABLE,
                    "the model %s does not tell what means the same: %s".formatted(model().name(), e.getMessage()),
                    e);
        }
    }

    /** What is looked for; somebody waits. */
    Map<String, Embedding> queries(Collection<String> texts) {
        return known(properties.queryPrefix(), texts);
    }

    /** What may be found; somebody waits. */
    Map<String, Embedding> texts(Collection<String> texts) {
        return known(properties.textPrefix(), texts);
    }

    /** What may be found; nobody waits, and nobody asks soon again. */
    List<Embedding> inBackground(List<String> texts) {
        return ask(properties.textPrefix(), texts, properties::timeout);
    }

    private Map<String, Embedding> known(String prefix, Collection<String> texts) {
        var known = new HashMap<String, Embedding>();
        var unknown = new ArrayList<String>();
        synchronized (remembered) {
            for (var text : Set.copyOf(texts)) {
                var embedding = remembered.get(prefix + text);
                if (embedding != null) {
                    known.put(text, embedding);
                } else if (!text.isBlank()) {
                    unknown.add(text);
                }
            }
        }
        // Whoever takes few texts at a time has no more time for all of them than a server.
        var patience = properties.queryTimeout();
        var deadline = Deadline.after(patience.multipliedBy(1 + unknown.size() / properties.batch()));
        var found = ask(prefix, unknown, () -> Collections.min(List.of(patience, deadline.left())));
        synchronized (remembered) {
            for (var i = 0; i < unknown.size(); i++) {
                known.put(unknown.get(i), found.get(i));
                remembered.put(prefix + unknown.get(i), found.get(i));
            }
        }
        return known;
    }

    private List<Embedding> ask(String prefix, List<String> texts, Supplier<Duration> patience) {
        var found = new ArrayList<Embedding>();
        var most = model().batch();
        for (var from = 0; from < texts.size(); from += most) {
            var batch = texts.subList(from, Math.min(texts.size(), from + most)).stream()
                    .map(text -> prefix + cut(text))
                    .toList();
            found.addAll(health.ask(() -> asLong(model().embed(batch, patience.get()))));
        }
        return found;
    }

    /** A model does not change its dimensions; a server may change its model. */
    private List<Embedding> asLong(List<Embedding> answer) {
        var known = scale;
        if (known != null && answer.getFirst().dimensions() != known.dimensions()) {
            throw new CodedException(
                    MaterialsErrorCode.EMBEDDING_UNAVAILABLE,
                    "the embeddings server answers with %d dimensions (expected: %d, as before); start again, or give %s another name, where the model is another one"
                            .formatted(
                                    answer.getFirst().dimensions(),
                                    known.dimensions(),
                                    EmbeddingProperties.SETTINGS.name("model")));
        }
        return answer;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
