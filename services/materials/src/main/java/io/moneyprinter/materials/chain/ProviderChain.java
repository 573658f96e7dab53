package io.moneyprinter.materials.chain;

import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.materials.spi.PictureSource;
import io.moneyprinter.service.provider.ProviderHealth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Providers of one kind in the order in which they are asked. One that fails is left alone for a while.
 *
 * @param <P> what they are asked through
 */
public final class ProviderChain<P extends PictureSource> {

    private final Map<String, P> all;
    private final List<P> asked;
    private final Map<String, ProviderHealth> health;

    /**
     * Of all that there are.
     *
     * @param setting where {@code chain} comes from
     * @param chain names, in order
     * @param isAsked which of those that are named
     * @param health of the provider of a name
     */
    public ProviderChain(
            List<P> providers,
            String setting,
            List<String> chain,
            Predicate<P> isAsked,
            Function<String, ProviderHealth> health) {
        this.all = providers.stream()
                .collect(Collectors.toMap(
                        PictureSource::provider, Function.identity(), (one, other) -> one, TreeMap::new));
        requireKnown(setting, chain, all.keySet());
        this.asked = chain.stream()
                .distinct()
                .map(name -> Objects.requireNonNull(all.get(name)))
                .filter(isAsked)
                .toList();
        this.health = all.keySet().stream().collect(Collectors.toMap(Function.identity(), health));
    }

    /** Does not start with a name that nobody has. */
    public static void requireKnown(String setting, List<String> names, Collection<String> known) {
        for (var name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "%s: '%s' (expected: some of %s)".formatted(setting, name, String.join(", ", known)));
            }
        }
    }

    /** Those that are asked, in order. */
    public List<P> asked() {
        return asked;
    }

    /** @throws io.moneyprinter.problem.CodedException as the call does, or because the provider is left alone */
    public <T> T ask(P provider, Supplier<T> call) {
        return health(provider).ask(call);
    }

    /**
     * The same of a call that has to wait for its turn.
     *
     * @param turn returns when it has come
     */
    public <T> T ask(P provider, Runnable turn, Supplier<T> call) {
        return health(provider).ask(turn, call);
    }

    private ProviderHealth health(P provider) {
        return Objects.requireNonNull(health.get(provider.provider()));
    }

    /** How they are doing: those that are asked in their order, then the others. */
    public List<PictureProvider> list(Function<P, List<PictureProvider.Kind>> kinds) {
        return Stream.concat(asked.stream(), all.values().stream().filter(provider -> !asked.contains(provider)))
                .map(provider -> view(provider, kinds.apply(provider)))
                .toList();
    }

    private PictureProvider view(P provider, List<PictureProvider.Kind> kinds) {
        var doing = health(provider);
        var recently = doing.recently();
        var place = asked.indexOf(provider);
        var limit = provider.rateLimit();
        return new PictureProvider(
                provider.provider(),
                place < 0 ? null : doing.state(),
                place >= 0,
                provider.needsKey(),
                kinds,
                place < 0 ? null : place + 1,
                provider.keys(),
                provider.keysResting(),
                recently.calls(),
                recently.latency(0.5),
                recently.latency(0.95),
                recently.errorRate(),
                doing.lastErrorCode(),
                doing.lastErrorAt(),
                doing.restsUntil(),
                limit == null ? null : new PictureProvider.Limit(limit.limit(), limit.remaining(), limit.resetsAt()));
    }
}
