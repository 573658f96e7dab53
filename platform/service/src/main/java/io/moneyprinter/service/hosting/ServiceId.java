package io.moneyprinter.service.hosting;

import java.util.Locale;

/** The eight services and the port each has when it is alone in its process. */
public enum ServiceId {
    GATEWAY(8000),
    USERS(8001),
    CONTENT(8002),
    TTS(8003),
    VIDEO(8004),
    MATERIALS(8005),
    ORCHESTRATION(8006),
    NOTIFICATIONS(8007);

    private final int port;

    ServiceId(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** Lower case, as in configuration, paths, schemas and metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
