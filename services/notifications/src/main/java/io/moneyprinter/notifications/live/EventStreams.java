package io.moneyprinter.notifications.live;

import io.moneyprinter.contracts.common.UserId;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Watchers over server-sent events. */
@Component
public final class EventStreams {

    /** Without an end: the client decides when it has seen enough. */
    private static final long NO_TIMEOUT = 0L;

    private final Watchers watchers;

    EventStreams(Watchers watchers) {
        this.watchers = watchers;
    }

    /**
     * Opens a stream.
     *
     * @param missed tells what was recorded before, oldest first; asked when nothing new can be missed any more
     */
    public SseEmitter open(UserId userId, Supplier<List<Frame>> missed) {
        var emitter = new SseEmitter(NO_TIMEOUT);
        var watcher = new Watcher(new EventWire(emitter));
        emitter.onCompletion(() -> watchers.remove(userId, watcher));
        emitter.onError(_ -> watchers.remove(userId, watcher));
        watchers.add(userId, watcher);
        watcher.start(missed.get());
        return emitter;
    }

    private record EventWire(SseEmitter emitter) implements Watcher.Wire {

        @Override
        public void write(Frame frame) throws IOException {
            var event = SseEmitter.event().name(frame.type()).data(frame.json(), MediaType.APPLICATION_JSON);
            var sequence = frame.sequence();
            emitter.send(sequence == null ? event : event.id(String.valueOf(sequence)));
        }

        @Override
        public void ping() throws IOException {
            emitter.send(SseEmitter.event().comment("alive"));
        }

        @Override
        public void close(boolean slow) {
            emitter.complete();
        }
    }
}
