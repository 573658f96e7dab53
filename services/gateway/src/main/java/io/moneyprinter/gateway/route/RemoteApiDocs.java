package io.moneyprinter.gateway.route;

import io.moneyprinter.service.identity.ServiceTokens;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds what services elsewhere say about their paths to the description of ours. */
@Component
final class RemoteApiDocs implements OpenApiCustomizer {

    private static final Logger log = LoggerFactory.getLogger(RemoteApiDocs.class);

    private final Routes routes;
    private final Relay relay;
    private final ServiceTokens tokens;

    RemoteApiDocs(Routes routes, Relay relay, ServiceTokens tokens) {
        this.routes = routes;
        this.relay = relay;
        this.tokens = tokens;
    }

    @Override
    public void customise(OpenAPI all) {
        for (var service : routes.remotePublic()) {
            var request = HttpRequest.newBuilder(URI.create(routes.address(service) + "/v3/api-docs"))
                    .header("Authorization", "Bearer " + tokens.issue(service, null))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            try {
                var answer = relay.http().send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    merge(Json31.mapper().readValue(answer.body(), OpenAPI.class), all);
                }
            } catch (IOException e) {
                // Better a description without this service than none.
                log.info("{} does not describe itself: {}", service.id(), e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void merge(OpenAPI one, OpenAPI all) {
        if (one.getPaths() != null) {
            if (all.getPaths() == null) {
                all.setPaths(new Paths());
            }
            one.getPaths().forEach(all.getPaths()::putIfAbsent);
        }
        if (one.getComponents() != null && one.getComponents().getSchemas() != null) {
            if (all.getComponents() == null) {
                all.setComponents(new Components());
            }
            one.getComponents().getSchemas().forEach((name, schema) -> {
                var known = all.getComponents().getSchemas();
                if (known == null || !known.containsKey(name)) {
                    all.getComponents().addSchemas(name, schema);
                }
            });
        }
    }
}
