package io.moneyprinter.service.hosting;

import java.net.URI;
import org.springframework.core.env.Environment;

/** Where the services are that run elsewhere: {@code moneyprinter.remote.<service>.url}, by default this machine. */
public final class RemoteAddresses {

    private final Environment environment;

    RemoteAddresses(Environment environment) {
        this.environment = environment;
    }

    /** Scheme, host and port. */
    public URI of(ServiceId service) {
        return URI.create(environment.getProperty(
                "moneyprinter.remote.%s.url".formatted(service.id()), "http://127.0.0.1:" + service.port()));
    }
}
