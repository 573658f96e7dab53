package io.moneyprinter.users;

import io.moneyprinter.contracts.users.Users;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import java.util.List;

/** Makes the users service known to the program. */
public final class UsersModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.USERS;
    }

    @Override
    public Class<?> configuration() {
        return UsersConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of(Users.class);
    }
}
