package io.moneyprinter.service.hosting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long we wait for another service.
 *
 * @param connectTimeout until it accepts the connection
 * @param readTimeout until it answers; rendering answers when it is done
 */
@ConfigurationProperties("moneyprinter.calls")
record RemoteProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15m") Duration readTimeout) {}
