package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.service.hosting.ServiceId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTests {

    @TempDir
    static Path home;

    @Test
    void hostsServicesTogetherOnOnePort() throws Exception {
        TestHome.furnish(home, "");
        var services = EnumSet.of(ServiceId.GATEWAY, ServiceId.USERS, ServiceId.NOTIFICATIONS);
        var options = ServerOptions.everything(home).withServices(services).withPort(0);
        try (var server = Server.start(options)) {
            var url = server.urls();

            assertThat(get(url + "/api/v1/users/me").body()).contains("\"user_id\":\"local\"");
            assertThat(get(url + "/api/v1/notifications").statusCode()).isEqualTo(200);
            assertThat(get(url + "/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(url + "/actuator/prometheus").body()).contains("http_server_requests");
            assertThat(get(url + "/internal/users/local").statusCode()).isEqualTo(404);
            assertThat(get(url + "/v3/api-docs").body())
                    .contains("/api/v1/users/me")
                    .contains("full_name")
                    .doesNotContain("fullName")
                    .doesNotContain("/internal/");
        }
        assertThat(Files.readString(home.resolve("logs/gateway-users-notifications.log")))
                .contains("\"level\":\"INFO\"")
                .doesNotContain("ERROR");
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
