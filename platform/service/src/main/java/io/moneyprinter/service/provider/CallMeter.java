package io.moneyprinter.service.provider;

import java.time.Duration;

/** Is told of every call. */
@FunctionalInterface
public interface CallMeter {

    /** @param code of the failure, or {@code OK} */
    void asked(String provider, String code, Duration latency);
}
