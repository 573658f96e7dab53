package io.moneyprinter.materials.variant;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Visual.Proxy;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was made of assets. Whose they are is for the caller to check. */
@Component
public final class Variants {

    private final JdbcVariants rows;
    private final ObjectStore store;
    private final Clock clock;

    Variants(JdbcVariants rows, ObjectStore store, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    /** Those that are shown to people. */
    public List<Variant> of(AssetId id) {
        return rows.of(id).stream()
                .filter(variant -> variant.type() != VariantType.MIDDLE)
                .toList();
    }

    public VariantState state(AssetId id) {
        return rows.state(id);
    }

    /** @throws CodedException {@code VARIANT_NOT_FOUND} */
    public Variant get(AssetId id, VariantType type) {
        return of(id).stream()
                .filter(variant -> variant.type() == type)
                .findFirst()
                .orElseThrow(() -> none(type));
    }

    private static CodedException none(VariantType type) {
        return new CodedException(
                MaterialsErrorCode.VARIANT_NOT_FOUND,
                "no variant '%s' of this material, or not yet".formatted(type.word()));
    }

    /**
     * For whoever has not found the object of a variant. One that is gone is made again, when nobody waits.
     *
     * @throws CodedException {@code VARIANT_NOT_FOUND} as long as it is not there
     */
    public void requireStored(Variant variant) {
        if (!isStored(variant)) {
            throw none(variant.type());
        }
    }

    private boolean isStored(Variant variant) {
        if (store.exists(variant.key())) {
            return true;
        }
        rows.lose(variant, store::exists, clock.instant());
        return false;
    }

    /**
     * What films may read instead of the asset; nothing as long as it is not made.
     *
     * @param media what the asset is taken for: it may become something else meanwhile
     */
    public List<Proxy> proxies(AssetId id, ObjectKey media) {
        return rows.of(id).stream()
                .filter(variant -> variant.type() == VariantType.OPTIMIZED || variant.type() == VariantType.MIDDLE)
                .filter(variant -> variant.media().equals(media))
                .filter(this::isStored)
                .map(variant -> new Proxy(
                        variant.key(), variant.width(), variant.height(), variant.type() == VariantType.OPTIMIZED))
                .toList();
    }

    /** Those that were there when the film asked first, as far as they are still there. */
    public List<Proxy> proxies(AssetId id, ObjectKey media, VideoId film) {
        return rows.decided(id, media, film, proxies(id, media)).stream()
                .filter(proxy -> store.exists(proxy.media()))
                .toList();
    }

    /** All of an asset that is deleted for good, by the transaction that deletes it. */
    public void forget(AssetId id) {
        rows.forget(id).forEach(store::delete);
    }

    /** The same, of an asset that becomes something else: its objects are left. */
    public void detach(AssetId id) {
        rows.forget(id);
    }
}
