package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.OrchestrationConfiguration;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service behind its real web server, called over a real socket. */
final class VideoServer implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestServer server;
    private final String address;

    VideoServer(TestDatabase database, Path home) {
        server = TestServer.start(
                Application.class,
                database,
                home,
                Stream.concat(
                                Stream.of("moneyprinter.services=gateway,orchestration"),
                                Stream.of(RunningOrchestration.HASTE))
                        .toArray(String[]::new));
        address = server.address();
    }

    FakeServices fakes() {
        return server.bean(FakeServices.class);
    }

    ObjectStore store() {
        return server.bean(ObjectStore.class);
    }

    JdbcClient jdbc() {
        return server.bean(JdbcClient.class);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> post(String body, String... headers) {
        return send("POST", "/api/v1/videos", body, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id of a video that was asked for with this body and is completed. */
    String made(String body) {
        var id = json(post(body)).get("video_id").asString();
        awaitStatus("/api/v1/videos/" + id, "completed");
        return id;
    }

    void awaitStatus(String path, String wanted) {
        VideoDesk.until(() -> status(path).equals(wanted));
    }

    String status(String path) {
        return json(get(path)).get("status").asString();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Gives all videos to somebody else. */
    void giveAway(UserId user) {
        jdbc().sql("UPDATE orchestration.video SET user_id = :user")
                .param("user", user.value())
                .update();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Not marked as a configuration, or every test's scan of the service would find it. */
    @EnableAutoConfiguration
    @Import(OrchestrationConfiguration.class)
    static class Application {

        @Bean
        FakeServices fakeServices() {
            return new FakeServices();
        }

        @Bean
        VideoRendering fakeRendering(FakeServices fakes) {
            return fakes.rendering;
        }
    }
}
