package io.moneyprinter.users.profile;

import io.moneyprinter.contracts.users.UserProfile;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The caller's own profile. */
@RestController
final class ProfileController {

    private static final int MAX_PREFERENCES_BYTES = 16 * 1024;

    private final Profiles profiles;
    private final JsonMapper json;

    ProfileController(Profiles profiles, JsonMapper json) {
        this.profiles = profiles;
        this.json = json;
    }

    /** What to change; null leaves it. */
    record ProfileChange(
            @Nullable @Email @Size(max = 254) String email,
            @Nullable @Size(max = 200) String fullName) {}

    @GetMapping("/api/v1/users/me")
    UserProfile me(Caller caller) {
        return profiles.get(caller.userId());
    }

    @PatchMapping("/api/v1/users/me")
    UserProfile change(Caller caller, @Valid @RequestBody ProfileChange change) {
        return profiles.update(caller.userId(), change.email(), change.fullName());
    }

    @GetMapping("/api/v1/users/me/preferences")
    Map<String, Object> preferences(Caller caller) {
        return profiles.get(caller.userId()).preferences();
    }

    @PutMapping("/api/v1/users/me/preferences")
    Map<String, Object> prefer(Caller caller, @RequestBody Map<String, @Nullable Object> body) {
        // A preference of null is none.
        var preferences = new HashMap<String, Object>();
        body.forEach((name, value) -> {
            if (value != null) {
                preferences.put(name, value);
            }
        });
        var size = json.writeValueAsBytes(preferences).length;
        if (size > MAX_PREFERENCES_BYTES) {
            throw new CodedException(
                    UsersErrorCode.PREFERENCES_TOO_LARGE,
                    "preferences: %d bytes (expected: <= %d)".formatted(size, MAX_PREFERENCES_BYTES));
        }
        return profiles.prefer(caller.userId(), preferences).preferences();
    }
}
