package io.moneyprinter.service.hosting;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** The services that run in this process: {@code moneyprinter.services}, all by default. */
public record HostedServices(Set<ServiceId> services) {

    public static final String PROPERTY = "moneyprinter.services";

    public HostedServices {
        services = Collections.unmodifiableSet(EnumSet.copyOf(services));
    }

    public static HostedServices of(Environment environment) {
        return parse(environment.getProperty(PROPERTY, "all"));
    }

    /**
     * Reads {@code all} or names separated by commas.
     *
     * @throws IllegalArgumentException that says what is allowed
     */
    public static HostedServices parse(String list) {
        var services = EnumSet.noneOf(ServiceId.class);
        for (var name : list.split(",", -1)) {
            if (name.strip().equals("all")) {
                services.addAll(EnumSet.allOf(ServiceId.class));
            } else {
                services.add(ServiceId.parse(name.strip()));
            }
        }
        return new HostedServices(services);
    }

    public boolean hosts(ServiceId service) {
        return services.contains(service);
    }

    /** Whether people reach this process directly. */
    public boolean open() {
        return hosts(ServiceId.GATEWAY);
    }

    @Override
    public String toString() {
        return services.stream().map(ServiceId::id).collect(Collectors.joining(","));
    }
}
