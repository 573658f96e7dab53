package io.moneyprinter.service.hosting;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The eight services and the port each has when it is alone in its process. */
public enum ServiceId {
    GATEWAY(8000, false),
    USERS(8001, true),
    CONTENT(8002, true),
    TTS(8003, true),
    VIDEO(8004, false),
    MATERIALS(8005, true),
    ORCHESTRATION(8006, true),
    NOTIFICATIONS(8007, true);

    private final int port;
    private final boolean hasSchema;

    ServiceId(int port, boolean hasSchema) {
        this.port = port;
        this.hasSchema = hasSchema;
    }

    public static ServiceId parse(String id) {
        for (var service : values()) {
            if (service.id().equals(id)) {
                return service;
            }
        }
        throw new IllegalArgumentException("service: '%s' (expected: one of %s)"
                .formatted(id, Arrays.stream(values()).map(ServiceId::id).collect(Collectors.joining(", "))));
    }

    public int port() {
        return port;
    }

    /** Whether the service owns the database schema of its name. */
    public boolean hasSchema() {
        return hasSchema;
    }

    /** Lower case, as in configuration, paths, schemas and metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
