package io.moneyprinter.materials.stock;

import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.chain.ProviderChain;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.FailureCodes;
import io.moneyprinter.service.provider.ProviderHealth;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The providers of stock footage in the order in which they are asked. One that fails is left alone for a while. */
@Component
public class Sources {

    private static final FailureCodes CODES = new FailureCodes(
            MaterialsErrorCode.STOCK_THROTTLED,
            MaterialsErrorCode.STOCK_UNAVAILABLE,
            Set.of(CommonErrorCode.CANCELLED));

    private static final String SETTINGS = "moneyprinter.materials.stock.";

    private final ProviderChain<StockProvider> chain;

    Sources(
            List<StockProvider> providers,
            StockProperties properties,
            HealthProperties health,
            Clock clock,
            Meters meters) {
        var keyless = providers.stream()
                .filter(provider -> !provider.needsKey())
                .map(StockProvider::provider)
                .sorted()
                .toList();
        var expected =
                Stream.concat(keyless.stream(), Stream.of(StockProperties.ALL)).toList();
        ProviderChain.requireKnown(SETTINGS + "keyless", properties.keyless(), expected);
        var switchedOn = properties.keyless().contains(StockProperties.ALL) ? keyless : properties.keyless();
        this.chain = new ProviderChain<>(
                providers,
                SETTINGS + "chain",
                properties.chain(),
                provider -> provider.needsKey() ? provider.keys() > 0 : switchedOn.contains(provider.provider()),
                name -> new ProviderHealth(name, health.settings(), CODES, clock, meters::asked));
    }

    /** Whether nobody at all may be asked. */
    public boolean isEmpty() {
        return chain.asked().isEmpty();
    }

    /** Those who have clips of a kind, in order. */
    public List<StockProvider> of(StockKind kind) {
        return chain.asked().stream()
                .filter(provider -> provider.kinds().contains(kind))
                .toList();
    }

    /**
     * Asks a provider, unless it is left alone just now.
     *
     * @throws io.moneyprinter.problem.CodedException with a {@code STOCK_…} code
     */
    public StockPage search(StockProvider provider, StockQuery query) {
        return chain.ask(provider, () -> provider.search(query));
    }

    /** Those that are asked in their order, then the others. */
    public List<PictureProvider> list() {
        return chain.list(Sources::kinds);
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
