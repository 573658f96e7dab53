package io.moneyprinter.gateway.health;

import io.moneyprinter.gateway.route.Routes;
import io.moneyprinter.service.hosting.ServiceId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the services that run elsewhere are ready; those here are part of this process' own health. */
@Component("servicesHealthIndicator")
final class ServicesHealthIndicator implements HealthIndicator, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Routes routes;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    ServicesHealthIndicator(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Health health() {
        var answers = new TreeMap<String, CompletableFuture<Boolean>>();
        for (var service : routes.remote()) {
            answers.put(service.id(), ready(service));
        }
        var ready = answers.values().stream().allMatch(CompletableFuture::join);
        var health = ready ? Health.up() : Health.outOfService();
        answers.forEach((service, answer) -> health.withDetail(service, answer.join() ? "ready" : "no answer"));
        return health.build();
    }

    private CompletableFuture<Boolean> ready(ServiceId service) {
        var request = HttpRequest.newBuilder(URI.create(routes.address(service) + "/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() == 200);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
