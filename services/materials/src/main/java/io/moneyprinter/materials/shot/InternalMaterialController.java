package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.variant.Variants;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class InternalMaterialController implements MaterialLibrary {

    private final Shots shots;
    private final Assets assets;
    private final Variants variants;

    InternalMaterialController(Shots shots, Assets assets, Variants variants) {
        this.shots = shots;
        this.assets = assets;
        this.variants = variants;
    }

    @Override
    public Shot shot(ShotRequest request) {
        return shots.shot(request);
    }

    @Override
    public Asset asset(UserId userId, AssetId assetId) {
        return assets.get(userId, assetId).asset();
    }

    @Override
    public ObjectKey media(UserId userId, AssetId assetId) {
        return assets.get(userId, assetId).media();
    }

    @Override
    public List<Visual.Proxy> proxies(UserId userId, AssetId assetId, ObjectKey media, VideoId film) {
        return variants.proxies(assets.get(userId, assetId).asset().assetId(), media, film);
    }
}
