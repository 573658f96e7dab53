package io.moneyprinter.users.profile;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.users.UserProfile;
import io.moneyprinter.contracts.users.Users;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class InternalUserController implements Users {

    private final Profiles profiles;

    InternalUserController(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public UserProfile get(UserId userId) {
        return profiles.get(userId);
    }
}
