package io.moneyprinter.materials.stock;

import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.FailureCodes;
import io.moneyprinter.service.provider.ProviderHealth;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The providers of stock footage in the order in which they are asked. One that fails is left alone for a while. */
@Component
public class Sources {

    private static final FailureCodes CODES = new FailureCodes(
            MaterialsErrorCode.STOCK_THROTTLED,
            MaterialsErrorCode.STOCK_UNAVAILABLE,
            Set.of(CommonErrorCode.CANCELLED));

    private final Map<String, StockProvider> all;
    private final List<StockProvider> asked;
    private final Map<String, ProviderHealth> health = new LinkedHashMap<>();

    Sources(
            List<StockProvider> providers,
            StockProperties properties,
            HealthProperties health,
            Clock clock,
            Meters meters) {
        this.all = providers.stream()
                .collect(Collectors.toMap(
                        StockProvider::provider, Function.identity(), (one, other) -> one, TreeMap::new));
        check("chain", properties.chain(), all.keySet());
        var keyless = named(all.values(), provider -> !provider.needsKey());
        check("keyless", properties.keyless(), keyless, StockProperties.ALL);
        var switchedOn = properties.keyless().contains(StockProperties.ALL) ? keyless : properties.keyless();
        this.asked = properties.chain().stream()
                .distinct()
                .map(name -> Objects.requireNonNull(all.get(name)))
                .filter(provider ->
                        provider.needsKey() ? provider.keys() > 0 : switchedOn.contains(provider.provider()))
                .toList();
        for (var name : all.keySet()) {
            this.health.put(name, new ProviderHealth(name, health.settings(), CODES, clock, meters::asked));
        }
    }

    private static List<String> named(Collection<StockProvider> providers, Predicate<StockProvider> which) {
        return providers.stream().filter(which).map(StockProvider::provider).toList();
    }

    private static void check(String setting, List<String> names, Collection<String> known, String... more) {
        var expected = Stream.concat(known.stream(), Stream.of(more)).toList();
        for (var name : names) {
            if (!expected.contains(name)) {
                throw new IllegalArgumentException("moneyprinter.materials.stock.%s: '%s' (expected: some of %s)"
                        .formatted(setting, name, String.join(", ", expected)));
            }
        }
    }

    /** Whether anybody at all may be asked. */
    public boolean isEmpty() {
        return asked.isEmpty();
    }

    /** Those who have clips of a kind, in order. */
    public List<StockProvider> of(StockKind kind) {
        return asked.stream()
                .filter(provider -> provider.kinds().contains(kind))
                .toList();
    }

    /**
     * Asks a provider, unless it is left alone just now.
     *
     * @throws io.moneyprinter.problem.CodedException with a {@code STOCK_…} code
     */
    public StockPage search(StockProvider provider, StockQuery query) {
        return health(provider).ask(() -> provider.search(query));
    }

    private ProviderHealth health(StockProvider provider) {
        return Objects.requireNonNull(health.get(provider.provider()));
    }

    /** Those that are asked in their order, then the others. */
    public List<PictureProvider> list() {
        return Stream.concat(
                        asked.stream().map(this::present),
                        all.values().stream()
                                .filter(provider -> !asked.contains(provider))
                                .map(Sources::absent))
                .toList();
    }

    private PictureProvider present(StockProvider provider) {
        var doing = health(provider);
        var recently = doing.recently();
        var limit = provider.rateLimit();
        return new PictureProvider(
                provider.provider(),
                doing.state(),
                true,
                provider.needsKey(),
                kinds(provider),
                asked.indexOf(provider) + 1,
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

    private static PictureProvider absent(StockProvider provider) {
        return new PictureProvider(
                provider.provider(),
                null,
                false,
                provider.needsKey(),
                kinds(provider),
                null,
                provider.keys(),
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<PictureProvider.Kind> kinds(StockProvider provider) {
        return provider.kinds().stream()
                .sorted()
                .map(kind -> switch (kind) {
                    case VIDEO -> PictureProvider.Kind.VIDEO;
                    case PHOTO -> PictureProvider.Kind.PHOTO;
                })
                .toList();
    }
}
