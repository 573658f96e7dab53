package io.moneyprinter.contracts.notifications;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Tells people what happens. */
@HttpExchange
public interface Notifications {

    /** Records the notification and delivers it; the same id again is delivered once and answered the same. */
    @PostExchange("/internal/notifications")
    DeliveryReport send(@RequestBody Notification notification);

    /** Shows progress to whoever is watching now. Not recorded: the next one replaces it. */
    @PostExchange("/internal/notifications/progress")
    void progress(@RequestBody ProgressUpdate update);
}
