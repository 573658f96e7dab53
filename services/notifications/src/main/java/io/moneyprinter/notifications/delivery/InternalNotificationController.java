package io.moneyprinter.notifications.delivery;

import io.moneyprinter.contracts.notifications.DeliveryReport;
import io.moneyprinter.contracts.notifications.Notification;
import io.moneyprinter.contracts.notifications.Notifications;
import io.moneyprinter.contracts.notifications.ProgressUpdate;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class InternalNotificationController implements Notifications {

    private final Deliveries deliveries;

    InternalNotificationController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public DeliveryReport send(Notification notification) {
        return deliveries.send(notification);
    }

    @Override
    public void progress(ProgressUpdate update) {
        deliveries.progress(update);
    }
}
