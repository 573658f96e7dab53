package io.moneyprinter.service.identity;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The name of a request, the same in every process and log line that it reaches. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Under this key the log has it. */
    public static final String LOG_KEY = "request_id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** What the client chose if that is harmless, else a new one. */
    public static String accept(@Nullable String offered) {
        return offered != null && SANE.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString().replace("-", "");
    }

    /** The one of the request that this thread serves. */
    public static @Nullable String current() {
        return MDC.get(LOG_KEY);
    }

    /** What finds the request that this thread serves: its trace if there is one, else its own name. */
    public static @Nullable String trace() {
        var trace = MDC.get("traceId");
        return trace == null || trace.isEmpty() ? current() : trace;
    }
}
