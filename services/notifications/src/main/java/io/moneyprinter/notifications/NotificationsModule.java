package io.moneyprinter.notifications;

import io.moneyprinter.contracts.notifications.Notifications;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import java.util.List;

/** Makes the notifications service known to the program. */
public final class NotificationsModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.NOTIFICATIONS;
    }

    @Override
    public Class<?> configuration() {
        return NotificationsConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of(Notifications.class);
    }
}
