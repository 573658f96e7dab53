package io.moneyprinter.users.profile;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.users.UserProfile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Profiles by user. */
interface Profiles {

    /** @throws io.moneyprinter.problem.CodedException {@code USER_NOT_FOUND} */
    UserProfile get(UserId userId);

    /** Changes what is not null and leaves the rest. */
    UserProfile update(UserId userId, @Nullable String email, @Nullable String fullName);

    /** Replaces all preferences. */
    UserProfile prefer(UserId userId, Map<String, Object> preferences);
}
