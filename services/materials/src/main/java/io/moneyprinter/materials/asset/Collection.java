package io.moneyprinter.materials.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Some of somebody's files under a name.
 *
 * @param materials how many
 */
record Collection(
        String collectionId,
        String name,
        @Nullable String description,
        int materials,
        Instant createdAt,
        Instant updatedAt) {}
