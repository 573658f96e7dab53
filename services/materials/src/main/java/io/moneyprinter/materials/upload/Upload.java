package io.moneyprinter.materials.upload;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes in pieces.
 *
 * @param id made by us
 * @param length bytes that it will have
 * @param asset what was made of it, null until then
 */
record Upload(
        String id,
        UserId owner,
        long length,
        UploadMetadata metadata,
        @Nullable AssetId asset,
        Instant expiresAt) {}
