package io.moneyprinter.contracts.materials;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Finds or makes what a sentence shows. */
@HttpExchange
public interface MaterialLibrary {

    /** The shot for one sentence; the same request gives the same shot again, without asking a provider twice. */
    @PostExchange("/internal/materials/shots")
    Shot shot(@RequestBody ShotRequest request);

    /** An asset of this user; not found for anybody else's. */
    @GetExchange("/internal/materials/assets/{asset_id}")
    Asset asset(@RequestParam("user_id") UserId userId, @PathVariable("asset_id") AssetId assetId);

    /** Where the content of an asset of this user is, such as the music for a film; not found for anybody else's. */
    @GetExchange("/internal/materials/assets/{asset_id}/media")
    ObjectKey media(@RequestParam("user_id") UserId userId, @PathVariable("asset_id") AssetId assetId);

    /**
     * Smaller files of an asset of this user: those that were there when the film asked first, so that all its versions
     * read the same.
     *
     * @param media what the asset is taken for: its owner may give another file for it meanwhile
     * @param film the first version
     */
    @GetExchange("/internal/materials/assets/{asset_id}/proxies")
    List<Visual.Proxy> proxies(
            @RequestParam("user_id") UserId userId,
            @PathVariable("asset_id") AssetId assetId,
            @RequestParam("media") ObjectKey media,
            @RequestParam("film") VideoId film);
}
