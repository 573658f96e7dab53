package io.moneyprinter.orchestration.fake;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Every call that reaches a fake: what it is to do, and that it was made. Named such as {@code speech/2}. */
public final class Calls {

    private final List<String> made = new ArrayList<>();
    private final Map<String, Deque<RuntimeException>> failures = new HashMap<>();
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private final Set<String> interrupted = ConcurrentHashMap.newKeySet();
    private volatile Duration pace = Duration.ZERO;
    private volatile Consumer<String> before = name -> {};
    private volatile Consumer<String> after = name -> {};

    /** The next calls of this name fail like this, one after another. */
    public synchronized Calls fail(String name, RuntimeException... with) {
        failures.computeIfAbsent(name, each -> new ArrayDeque<>()).addAll(List.of(with));
        return this;
    }

    /** Calls of this name return only when they are interrupted. */
    public Calls block(String name) {
        blocked.add(name);
        return this;
    }

    public Calls unblock(String name) {
        blocked.remove(name);
        return this;
    }

    /** How long every call takes. */
    public Calls pace(Duration each) {
        pace = each;
        return this;
    }

    public Calls before(Consumer<String> hook) {
        before = hook;
        return this;
    }

    public Calls after(Consumer<String> hook) {
        after = hook;
        return this;
    }

    <T> T make(String name, java.util.function.Supplier<T> result) {
        before.accept(name);
        synchronized (this) {
            made.add(name);
            var failing = failures.get(name);
            if (failing != null && !failing.isEmpty()) {
                throw failing.removeFirst();
            }
        }
        try {
            do {
                Thread.sleep(pace.isZero() && blocked.contains(name) ? Duration.ofMillis(20) : pace);
            } while (blocked.contains(name));
        } catch (InterruptedException e) {
            interrupted.add(name);
            throw new CodedException(CommonErrorCode.CANCELLED, "interrupted", e);
        }
        var value = result.get();
        after.accept(name);
        return value;
    }

    public synchronized List<String> made() {
        return List.copyOf(made);
    }

    public synchronized long count(String prefix) {
        return made.stream().filter(name -> name.startsWith(prefix)).count();
    }

    public boolean interrupted(String name) {
        return interrupted.contains(name);
    }
}
