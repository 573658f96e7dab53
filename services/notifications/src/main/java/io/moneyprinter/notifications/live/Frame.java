package io.moneyprinter.notifications.live;

import org.jspecify.annotations.Nullable;

/**
 * One message to a watcher.
 *
 * @param sequence of the recorded notification, by which a watcher resumes; null for what is not recorded
 * @param type such as {@code video.progress}
 * @param json the whole message: {@code {"type": …, "data": …}}
 */
public record Frame(@Nullable Long sequence, String type, String json) {}
