package io.moneyprinter.notifications.delivery;

import io.moneyprinter.notifications.live.EventStreams;
import io.moneyprinter.notifications.live.Frame;
import io.moneyprinter.service.identity.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events: what happens from now on, after what was missed. */
@RestController
final class StreamController {

    private static final int MAX_MISSED = 200;

    private final NotificationLog log;
    private final EventStreams streams;
    private final JsonMapper json;

    StreamController(NotificationLog log, EventStreams streams, JsonMapper json) {
        this.log = log;
        this.streams = streams;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Caller caller, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        return streams.open(caller.userId(), () -> lastEventId == null ? List.of() : missed(caller, lastEventId));
    }

    private List<Frame> missed(Caller caller, long lastEventId) {
        return log.after(caller.userId(), lastEventId, MAX_MISSED).stream()
                .map(this::frame)
                .toList();
    }

    private Frame frame(RecordedNotification notification) {
        return new Frame(
                notification.sequence(),
                notification.type(),
                json.writeValueAsString(Map.of("type", notification.type(), "data", notification.data())));
    }
}
