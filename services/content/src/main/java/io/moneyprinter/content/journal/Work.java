package io.moneyprinter.content.journal;

import io.moneyprinter.service.identity.RequestId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The name of the work that a thread does, as whoever asked for it calls it. */
public final class Work {

    private static final ScopedValue<String> NAME = ScopedValue.newInstance();

    private Work() {}

    /** @param name null for that of the work around it */
    public static <T> T named(@Nullable String name, Supplier<T> work) {
        return name == null ? work.get() : ScopedValue.where(NAME, name).call(work::get);
    }

    /** @param name null for that of the work around it */
    public static void run(@Nullable String name, Runnable work) {
        if (name == null) {
            work.run();
        } else {
            ScopedValue.where(NAME, name).run(work);
        }
    }

    /** Without a name that of the request; null where this thread serves none. */
    public static @Nullable String current() {
        return NAME.isBound() ? NAME.get() : RequestId.current();
    }
}
