package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.notifications.Notification;
import io.moneyprinter.contracts.notifications.Notifications;
import io.moneyprinter.contracts.users.Users;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.service.hosting.ServiceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services apart from each other look to people as if they were together. */
class SplitTests {

    @TempDir
    static Path home;

    static HttpClient http;
    static Server users;
    static Server notifications;
    static Server gateway;

    @BeforeAll
    static void start() throws IOException {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        TestHome.furnish(home, "");
        users = start(ServiceId.USERS);
        notifications = start(ServiceId.NOTIFICATIONS);
        Files.writeString(
                home.resolve("application.yaml"),
                """
                moneyprinter.remote:
                  users.url: http://127.0.0.1:%d
                  notifications.url: http://127.0.0.1:%d
                  tts.url: http://127.0.0.1:9
                """.formatted(users.port(), notifications.port()),
                StandardOpenOption.APPEND);
        gateway = start(ServiceId.GATEWAY);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        notifications.close();
        users.close();
        http.close();
    }

    @Test
    void handsRequestsAndAnswersOn() throws Exception {
        assertThat(get("/api/v1/users/me").body()).contains("\"user_id\":\"local\"");

        var wrong = http.send(
                request("/api/v1/users/me")
                        .header("Content-Type", "application/json")
                        .header("X-Request-Id", "across-1")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"email\": \"no address\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(wrong.headers().allValues("X-Request-Id")).containsExactly("across-1");
        assertThat(wrong.body()).contains("\"/email\"").contains("/api/v1/users/me");
        assertThat(Files.readString(home.resolve("logs/users.log"))).doesNotContain("ERROR");
    }

    @Test
    void callsContractsOverHttp() {
        var remote = gateway.bean(Users.class);

        assertThat(remote.get(UserId.LOCAL).userId()).isEqualTo(UserId.LOCAL);
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> remote.get(new UserId("nobody")))
                .satisfies(failure -> {
                    assertThat(failure.code().name()).isEqualTo("USER_NOT_FOUND");
                    assertThat(failure.code().kind()).isEqualTo(ErrorKind.NOT_FOUND);
                });
    }

    @Test
    void saysWhichServiceDoesNotAnswer() throws Exception {
        var response = get("/api/v1/tts/voices");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body())
                .contains(CommonErrorCode.SERVICE_UNREACHABLE.name())
                .contains("tts");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/readiness").body()).contains("services");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void describesAllServices() throws Exception {
        assertThat(get("/v3/api-docs").body()).contains("/api/v1/users/me").contains("/api/v1/notifications");
    }

    @Test
    void passesEventsOnAsTheyCome() throws Exception {
        var stream = http.send(
                request("/api/v1/notifications/stream")
                        .header("Last-Event-ID", "0")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            gateway.bean(Notifications.class).send(news("sse-1"));

            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("sse-1")) {
                    return;
                }
            }
        }
        throw new AssertionError("the stream ended without the event");
    }

    @Test
    void joinsSockets() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        var socket = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:%d/api/v1/notifications/ws".formatted(gateway.port())),
                        new Collector(received))
                .get(20, TimeUnit.SECONDS);
        try {
            // The way behind the gateway opens a little after the one before it.
            for (var attempt = 0; received.isEmpty() && attempt < 50; attempt++) {
                gateway.bean(Notifications.class).send(news("ws-" + attempt));
                Thread.sleep(100);
            }
            assertThat(received.poll(10, TimeUnit.SECONDS))
                    .contains("video.completed")
                    .contains("ws-");
        } finally {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
        }
    }

    private static Server start(ServiceId service) {
        return Server.start(
                ServerOptions.everything(home).withServices(EnumSet.of(service)).withPort(0));
    }

    private static Notification news(String id) {
        return new Notification(id, UserId.LOCAL, "video.completed", Map.of("video_id", id), List.of("websocket"));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(gateway.port(), path)));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private record Collector(LinkedBlockingQueue<String> received) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            received.add(text.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
