package io.moneyprinter.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.notifications.Notification;
import io.moneyprinter.notifications.live.Watchers;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.testing.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveriesTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("notifications");

    private final NotificationLog log = new NotificationLog(DATABASE.jdbc(), Json.strict());
    private final Deliveries deliveries = new Deliveries(log, new Watchers(), Json.strict());

    @Test
    void recordsWhatNobodyWasThereToSee() {
        var user = newUser();

        var report = deliveries.send(notification("n-1-" + user, user));

        assertThat(report.results()).containsExactly(Map.entry("websocket", "no_recipient"));
        assertThat(log.latest(user, Long.MAX_VALUE, 10)).singleElement().satisfies(recorded -> {
            assertThat(recorded.type()).isEqualTo("video.completed");
            assertThat(recorded.data()).containsEntry("video_id", "v");
            assertThat(recorded.deliveries()).containsEntry("websocket", "no_recipient");
        });
    }

    @Test
    void deliversTheSameNotificationOnce() {
        var user = newUser();
        var notification = notification("n-2-" + user, user);

        var first = deliveries.send(notification);
        var second = deliveries.send(notification);

        assertThat(second).isEqualTo(first);
        assertThat(log.latest(user, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void saysWhichChannelItDoesNotHave() {
        var user = newUser();
        var notification = new Notification(
                "n-3-" + user, user, "video.failed", Map.of("video_id", "v"), List.of("websocket", "pigeon"));

        var report = deliveries.send(notification);

        assertThat(report.results()).containsEntry("pigeon", "failed: no channel 'pigeon'");
    }

    @Test
    void resumesAfterASequenceNumberWithTheUsersOwnNotificationsOnly() {
        var user = newUser();
        deliveries.send(notification("n-4a-" + user, user));
        deliveries.send(notification("n-4x-" + user, newUser()));
        deliveries.send(notification("n-4b-" + user, user));
        var first = log.latest(user, Long.MAX_VALUE, 10).getLast();

        var missed = log.after(user, first.sequence(), 10);

        assertThat(missed).extracting(RecordedNotification::id).containsExactly("n-4b-" + user);
    }

    private static UserId newUser() {
        return new UserId(UUID.randomUUID().toString());
    }

    private static Notification notification(String id, UserId user) {
        return new Notification(id, user, "video.completed", Map.of("video_id", "v"), List.of("websocket"));
    }
}
