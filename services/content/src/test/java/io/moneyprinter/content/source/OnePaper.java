package io.moneyprinter.content.source;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Instant;
import java.util.List;

/** A library that holds one document of one user. */
public final class OnePaper implements MaterialLibrary {

    static final ObjectKey KEY = new ObjectKey("materials/paper.pdf");

    private final UserId owner;

    public OnePaper(UserId owner) {
        this.owner = owner;
    }

    @Override
    public Asset asset(UserId userId, AssetId assetId) {
        check(userId);
        return new Asset(
                assetId, "paper.pdf", Asset.Type.DOCUMENT, "application/pdf", 5, null, null, null, Instant.EPOCH);
    }

    @Override
    public ObjectKey media(UserId userId, AssetId assetId) {
        check(userId);
        return KEY;
    }

    @Override
    public List<Visual.Proxy> proxies(UserId userId, AssetId assetId, ObjectKey media, VideoId film) {
        throw new UnsupportedOperationException("a paper has none");
    }

    private void check(UserId userId) {
        if (!userId.equals(owner)) {
            throw new CodedException(CommonErrorCode.OBJECT_NOT_FOUND, "no material");
        }
    }

    @Override
    public Shot shot(ShotRequest request) {
        throw new UnsupportedOperationException("shots are made elsewhere");
    }
}
