package io.moneyprinter.notifications.delivery;

import io.moneyprinter.contracts.notifications.DeliveryReport;
import io.moneyprinter.contracts.notifications.Notification;
import io.moneyprinter.contracts.notifications.ProgressUpdate;
import io.moneyprinter.notifications.live.Frame;
import io.moneyprinter.notifications.live.Watchers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records notifications and brings them to their channels. */
@Component
class Deliveries {

    /** The live channel: WebSocket and server-sent events alike. */
    static final String LIVE = "websocket";

    private final NotificationLog log;
    private final Watchers watchers;
    private final JsonMapper json;

    Deliveries(NotificationLog log, Watchers watchers, JsonMapper json) {
        this.log = log;
        this.watchers = watchers;
        this.json = json;
    }

    /** The row is written first: who asks for what they missed finds it, even if we die before it is delivered. */
    DeliveryReport send(Notification notification) {
        var sequence = log.add(notification);
        if (sequence.isEmpty()) {
            return new DeliveryReport(notification.id(), log.deliveries(notification.id()));
        }
        var results = new LinkedHashMap<String, String>();
        for (var channel : notification.channels()) {
            var result = LIVE.equals(channel)
                    ? deliver(notification, sequence.getAsLong())
                    : "failed: no channel '%s'".formatted(channel);
            log.delivered(notification.id(), channel, result);
            results.put(channel, result);
        }
        return new DeliveryReport(notification.id(), results);
    }

    void progress(ProgressUpdate update) {
        watchers.send(update.userId(), frame(null, "video.progress", update.status()));
    }

    private String deliver(Notification notification, long sequence) {
        var taken = watchers.send(notification.userId(), frame(sequence, notification.type(), notification.data()));
        return taken > 0 ? "success" : "no_recipient";
    }

    private Frame frame(@Nullable Long sequence, String type, Object data) {
        return new Frame(sequence, type, json.writeValueAsString(Map.of("type", type, "data", data)));
    }
}
