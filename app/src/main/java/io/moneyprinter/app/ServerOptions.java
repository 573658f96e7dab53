package io.moneyprinter.app;

import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.hosting.ServiceId;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server should be.
 *
 * @param home the data directory
 * @param services the services to host
 * @param port where all of them answer; 0 is any free one, null the documented ones
 * @param address the network address to listen on, null for loopback
 */
public record ServerOptions(
        Path home,
        Set<ServiceId> services,
        @Nullable Integer port,
        @Nullable String address) {

    public ServerOptions {
        home = home.toAbsolutePath().normalize();
        services = new HostedServices(services).services();
        if (port != null && (port < 0 || port > 65_535)) {
            throw new IllegalArgumentException("port: %d (expected: 0 to 65535)".formatted(port));
        }
    }

    /** All services, on loopback and their documented port. */
    public static ServerOptions everything(Path home) {
        return new ServerOptions(home, EnumSet.allOf(ServiceId.class), null, null);
    }

    public ServerOptions withServices(Set<ServiceId> other) {
        return new ServerOptions(home, other, port, address);
    }

    public ServerOptions withPort(@Nullable Integer other) {
        return new ServerOptions(home, services, other, address);
    }

    public ServerOptions withAddress(@Nullable String other) {
        return new ServerOptions(home, services, port, other);
    }
}
