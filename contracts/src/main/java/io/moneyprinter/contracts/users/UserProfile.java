package io.moneyprinter.contracts.users;

import io.moneyprinter.contracts.common.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as others may see them.
 *
 * @param preferences defaults for new videos, by the path of the field, such as {@code voice_settings.voice}
 */
public record UserProfile(
        UserId userId,
        @Nullable String email,
        @Nullable String fullName,
        Map<String, Object> preferences,
        Instant createdAt,
        Instant updatedAt) {

    public UserProfile {
        preferences = Map.copyOf(preferences);
    }
}
