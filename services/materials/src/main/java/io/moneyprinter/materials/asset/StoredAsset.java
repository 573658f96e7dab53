package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset;

/** An asset and where its content is. */
public record StoredAsset(Asset asset, ObjectKey media) {}
