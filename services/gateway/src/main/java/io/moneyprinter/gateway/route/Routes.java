package io.moneyprinter.gateway.route;

import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.hosting.RemoteAddresses;
import io.moneyprinter.service.hosting.ServiceId;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public paths by service. What is hosted in this process needs no way. */
@Component
public final class Routes {

    private static final String PUBLIC = "/api/v1/";

    /** Files for whoever has a link to them, which says all that has to be known. */
    private static final String LINKED = "/media/";

    private static final Map<String, ServiceId> BY_NAME = Map.of(
            "videos", ServiceId.ORCHESTRATION,
            "captions", ServiceId.VIDEO,
            "users", ServiceId.USERS,
            "materials", ServiceId.MATERIALS,
            "tts", ServiceId.TTS,
            "content", ServiceId.CONTENT,
            "notifications", ServiceId.NOTIFICATIONS);

    private final HostedServices hosted;
    private final RemoteAddresses addresses;

    Routes(HostedServices hosted, RemoteAddresses addresses) {
        this.hosted = hosted;
        this.addresses = addresses;
    }

    /**
     * The service that a path is for, if it runs elsewhere.
     *
     * @param path decoded and normalised
     */
    @Nullable
    ServiceId remote(String path) {
        if (path.startsWith(LINKED)) {
            return hosted.hosts(ServiceId.MATERIALS) ? null : ServiceId.MATERIALS;
        }
        if (!path.startsWith(PUBLIC)) {
            return null;
        }
        var end = path.indexOf('/', PUBLIC.length());
        var service = BY_NAME.get(path.substring(PUBLIC.length(), end < 0 ? path.length() : end));
        return service == null || hosted.hosts(service) ? null : service;
    }

    /** Every service that runs elsewhere. */
    public List<ServiceId> remote() {
        return Arrays.stream(ServiceId.values())
                .filter(service -> !hosted.hosts(service))
                .toList();
    }

    /** Those of them that people may speak to. */
    List<ServiceId> remotePublic() {
        return remote().stream().filter(BY_NAME::containsValue).toList();
    }

    public URI address(ServiceId service) {
        return addresses.of(service);
    }
}
