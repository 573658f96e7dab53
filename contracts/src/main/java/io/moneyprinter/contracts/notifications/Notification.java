package io.moneyprinter.contracts.notifications;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import java.util.Map;

/**
 * News for one user.
 *
 * @param id chosen by the sender, the same for every attempt
 * @param type such as {@code video.completed}
 * @param data small, JSON-ready values
 * @param channels such as {@code websocket}
 */
public record Notification(String id, UserId userId, String type, Map<String, Object> data, List<String> channels) {

    public Notification {
        data = Map.copyOf(data);
        channels = List.copyOf(channels);
    }
}
