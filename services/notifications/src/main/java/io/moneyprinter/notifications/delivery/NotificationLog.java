package io.moneyprinter.notifications.delivery;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.notifications.Notification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notifications in the database. */
@Repository
public class NotificationLog {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> RESULTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            n.seq, n.id, n.type, n.data, n.created_at,
            coalesce((select jsonb_object_agg(d.channel, d.result) from notifications.delivery d
                      where d.notification_id = n.id), '{}') as deliveries""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NotificationLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps the notification and returns its sequence number; empty when it is there already. */
    OptionalLong add(Notification notification) {
        return jdbc
                .sql("""
                        insert into notifications.notification (id, user_id, type, data)
                        values (:id, :user, :type, :data::jsonb) on conflict (id) do nothing returning seq""")
                .param("id", notification.id())
                .param("user", notification.userId().value())
                .param("type", notification.type())
                .param("data", json.writeValueAsString(notification.data()))
                .query(Long.class)
                .optional()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void delivered(String id, String channel, String result) {
        jdbc.sql("""
                        insert into notifications.delivery (notification_id, channel, result)
                        values (:id, :channel, :result) on conflict (notification_id, channel) do nothing""")
                .param("id", id)
                .param("channel", channel)
                .param("result", result)
                .update();
    }

    Map<String, String> deliveries(String id) {
        return jdbc.sql("select %s from notifications.notification n where n.id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::notification)
                .single()
                .deliveries();
    }

    /** The user's notifications, newest first. */
    List<RecordedNotification> latest(UserId userId, long before, int limit) {
        return jdbc.sql("""
                        select %s from notifications.notification n
                        where n.user_id = :user and n.seq < :before order by n.seq desc limit :limit""".formatted(COLUMNS))
                .param("user", userId.value())
                .param("before", before)
                .param("limit", limit)
                .query(this::notification)
                .list();
    }

    /** What the user missed after {@code sequence}, oldest first. */
    public List<RecordedNotification> after(UserId userId, long sequence, int limit) {
        return jdbc.sql("""
                        select %s from notifications.notification n
                        where n.user_id = :user and n.seq > :after order by n.seq limit :limit""".formatted(COLUMNS))
                .param("user", userId.value())
                .param("after", sequence)
                .param("limit", limit)
                .query(this::notification)
                .list();
    }

    private RecordedNotification notification(ResultSet row, int index) throws SQLException {
        return new RecordedNotification(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("type"),
                json.readValue(row.getString("data"), DATA),
                json.readValue(row.getString("deliveries"), RESULTS),
                row.getTimestamp("created_at").toInstant());
    }
}
