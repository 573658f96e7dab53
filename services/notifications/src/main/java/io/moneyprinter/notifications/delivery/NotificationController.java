package io.moneyprinter.notifications.delivery;

import io.moneyprinter.service.identity.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's notifications of the past. */
@RestController
final class NotificationController {

    private final NotificationLog log;

    NotificationController(NotificationLog log) {
        this.log = log;
    }

    /**
     * Some notifications, newest first.
     *
     * @param nextCursor give it back as {@code cursor} to get the next ones, null at the end
     */
    record NotificationPage(
            List<RecordedNotification> notifications,
            @Nullable Long nextCursor) {}

    @GetMapping("/api/v1/notifications")
    NotificationPage list(
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        var found = log.latest(caller.userId(), cursor == null ? Long.MAX_VALUE : cursor, limit);
        return new NotificationPage(
                found, found.size() < limit ? null : found.getLast().sequence());
    }
}
