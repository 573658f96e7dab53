package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.PhotoTreatment;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.StoredAsset;
import io.moneyprinter.materials.designed.PhotoVisuals;
import io.moneyprinter.materials.variant.Variants;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How a file of the user is shown. */
@Component
class AssetVisuals {

    private final PhotoVisuals photos;
    private final Variants variants;

    AssetVisuals(PhotoVisuals photos, Variants variants) {
        this.photos = photos;
        this.variants = variants;
    }

    /**
     * @param position among the pictures of the sentence, from 0
     * @param needed how long it is seen
     */
    Visual of(StoredAsset stored, ShotRequest request, int position, Duration needed) {
        var asset = stored.asset();
        var width = Objects.requireNonNull(asset.width());
        var height = Objects.requireNonNull(asset.height());
        if (asset.fileType() == Asset.Type.IMAGE) {
            return request.materials().photos() == PhotoTreatment.DUOTONE
                    ? photos.photo(request, stored.media(), position)
                    : CameraMove.at(request.seed(), request.index() + position).over(stored.media(), width, height);
        }
        var duration = Duration.ofMillis(Math.round(Objects.requireNonNull(asset.duration()) * 1_000));
        return new Visual.Footage(
                stored.media(),
                width,
                height,
                duration,
                Excerpt.start(asset.traits(), duration, needed),
                // Those that are there by now: nobody waits for them, and the shot stays as it is.
                variants.proxies(asset.assetId(), stored.media()));
    }
}
