package io.moneyprinter.materials.embedding;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.words.Relevance;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Compares what is looked for with what texts and files mean. Where no model is set up, or it does not answer, nothing
 * means anything, and words decide alone: nothing here fails because of it.
 */
@Component
public final class Meanings {

    /** How late a change of a file may be seen. */
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Meanings.class);

    private final EmbeddingProperties properties;
    private final Embedder embedder;
    private final JdbcEmbeddings rows;
    private final OwnerVectors owners;

    @Autowired
    Meanings(EmbeddingProperties properties, Embedder embedder, JdbcEmbeddings rows, PgvectorDirections directions) {
        this(properties, embedder, rows, directions, TRUSTED);
    }

    Meanings(
            EmbeddingProperties properties,
            Embedder embedder,
            JdbcEmbeddings rows,
            PgvectorDirections directions,
            Duration trusted) {
        this.properties = properties;
        this.embedder = embedder;
        this.rows = rows;
        this.owners = new OwnerVectors(
                rows, directions, embedder::vectors, properties.memory().toBytes(), trusted);
    }

    /**
     * Whose embeddings are used, for people; empty where nobody is set up.
     *
     * @throws CodedException {@code EMBEDDING_…} where it lies on this machine and cannot be used
     */
    public Optional<String> model() {
        return embedder.isConfigured() ? Optional.of(embedder.description()) : Optional.empty();
    }

    /** What somebody looks for, all asked for at once; nothing where nobody can say it. */
    public Sense of(List<Phrase> phrases) {
        var telling =
                phrases.stream().filter(phrase -> !phrase.text().isBlank()).toList();
        if (telling.isEmpty()) {
            return Sense.NONE;
        }
        return orElse(Sense.NONE, () -> {
            var scale = embedder.scale(properties.queryTimeout());
            var embeddings = embedder.queries(telling.stream().map(Phrase::text).toList());
            var wanted = telling.stream()
                    .flatMap(phrase -> Stream.ofNullable(embeddings.get(phrase.text()))
                            .map(embedding -> new Sense.Wanted(phrase, embedding)))
                    .toList();
            return new Sense(wanted, scale.calibration(), properties.weight());
        });
    }

    /** How well texts fit, all asked for at once; those are missing of which nobody can say it. */
    public Map<String, Relevance.Fit> fits(Sense sense, Collection<String> texts) {
        if (sense.isEmpty()) {
            return Map.of();
        }
        return orElse(Map.of(), () -> {
            var fits = new HashMap<String, Relevance.Fit>();
            embedder.texts(texts).forEach((text, embedding) -> fits.put(text, sense.of(embedding)));
            return fits;
        });
    }

    /** The files of somebody that fit best, best first; none that do not fit at all. */
    public Map<AssetId, Relevance.Fit> nearest(UserId owner, Sense sense, int most) {
        var found = new HashMap<AssetId, Relevance.Fit>();
        for (var wanted : sense.wanted()) {
            for (var near : owners.nearest(owner, wanted.embedding(), most)) {
                found.merge(near.id(), sense.fit(wanted, near.cosine()), Relevance.Fit::or);
            }
        }
        return best(found, most);
    }

    /** The files that are most like one, best first; not that one. */
    public Map<AssetId, Relevance.Fit> like(UserId owner, AssetId id, int most) {
        if (!embedder.isConfigured()) {
            return Map.of();
        }
        return orElse(Map.of(), () -> {
            var scale = embedder.scale(properties.queryTimeout());
            var embedding = rows.find(owner, id, embedder.vectors());
            if (embedding.isEmpty()) {
                return Map.of();
            }
            var wanted = new Sense.Wanted(new Phrase("", 1), embedding.get());
            var near = new HashMap<>(
                    nearest(owner, new Sense(List.of(wanted), scale.calibration(), properties.weight()), most + 1));
            near.remove(id);
            return best(near, most);
        });
    }

    private static Map<AssetId, Relevance.Fit> best(Map<AssetId, Relevance.Fit> found, int most) {
        return found.entrySet().stream()
                .filter(each -> each.getValue().score() > 0)
                .sorted(Map.Entry.<AssetId, Relevance.Fit>comparingByValue(
                                Comparator.comparingDouble(Relevance.Fit::score))
                        .reversed())
                .limit(most)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private <T> T orElse(T otherwise, Supplier<T> asking) {
        if (!embedder.isConfigured()) {
            return otherwise;
        }
        try {
            return asking.get();
        } catch (CodedException e) {
            if (e.code() == CommonErrorCode.CANCELLED) {
                throw e;
            }
            log.warn("words decide alone: {} {}", e.code().name(), e.getMessage());
            return otherwise;
        }
    }
}
