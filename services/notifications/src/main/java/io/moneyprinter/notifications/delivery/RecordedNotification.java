package io.moneyprinter.notifications.delivery;

import java.time.Instant;
import java.util.Map;

/**
 * A notification as it is kept.
 *
 * @param sequence grows with every notification; a watcher resumes after it
 * @param deliveries per channel, what became of it
 */
public record RecordedNotification(
        long sequence,
        String id,
        String type,
        Map<String, Object> data,
        Map<String, String> deliveries,
        Instant createdAt) {}
