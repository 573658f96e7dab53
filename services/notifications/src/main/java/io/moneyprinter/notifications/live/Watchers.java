package io.moneyprinter.notifications.live;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Who is watching in this process. */
@Component
public final class Watchers {

    /** More connections than this are a mistake in the client; the oldest one gives way. */
    private static final int MAX_PER_USER = 10;

    private final Map<UserId, List<Watcher>> watchers = new ConcurrentHashMap<>();

    void add(UserId userId, Watcher watcher) {
        var own = watchers.computeIfAbsent(userId, _ -> new CopyOnWriteArrayList<>());
        own.add(watcher);
        while (own.size() > MAX_PER_USER) {
            own.removeFirst().close();
        }
    }

    void remove(UserId userId, Watcher watcher) {
        watchers.computeIfPresent(userId, (_, own) -> {
            own.remove(watcher);
            return own.isEmpty() ? null : own;
        });
        watcher.close();
    }

    /** Hands the frame to every connection of the user and says how many took it. */
    public int send(UserId userId, Frame frame) {
        var taken = 0;
        for (var watcher : watchers.getOrDefault(userId, List.of())) {
            if (watcher.offer(frame)) {
                taken++;
            }
        }
        return taken;
    }
}
