package io.moneyprinter.contracts.notifications;

import java.util.Map;

/**
 * What became of a notification.
 *
 * @param results per channel: {@code success}, {@code no_recipient} or {@code failed: reason}
 */
public record DeliveryReport(String id, Map<String, String> results) {

    public DeliveryReport {
        results = Map.copyOf(results);
    }
}
