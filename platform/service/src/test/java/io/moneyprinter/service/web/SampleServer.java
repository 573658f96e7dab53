package io.moneyprinter.service.web;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small application with all that the platform brings, on a real socket. */
final class SampleServer implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ConfigurableApplicationContext context;
    private final int port;

    SampleServer(Path home, String... properties) {
        var all = new ArrayList<String>(List.of(
                "--moneyprinter.home=" + home,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.otlp.metrics.export.enabled=false"));
        for (var property : properties) {
            all.add("--" + property);
        }
        context = new SpringApplicationBuilder(Application.class).run(all.toArray(String[]::new));
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    int port() {
        return port;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
    }

    enum Colour {
        @com.fasterxml.jackson.annotation.JsonProperty("deep_red")
        DEEP_RED,
        @com.fasterxml.jackson.annotation.JsonProperty("blue")
        BLUE
    }

    record Look(
            @Nullable @Min(24) @Max(60) Integer framesPerSecond,
            @Nullable Colour mainColour) {}

    record Wish(
            @NotBlank String videoTitle,
            @Nullable @Valid Look look,
            @Nullable List<@Valid Look> otherLooks) {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Application {}

    @RestController
    static class Controller {

        @PostMapping("/api/v1/wishes")
        Map<String, Object> wish(Caller caller, @Valid @RequestBody Wish wish) {
            return Map.of("user_id", caller.userId(), "title", wish.videoTitle());
        }

        @GetMapping("/api/v1/wishes")
        String list(@RequestParam @Min(1) @Max(200) int limit) {
            return "limit " + limit;
        }

        @GetMapping("/api/v1/wishes/{video_id}")
        String one(@PathVariable("video_id") VideoId videoId) {
            throw new CodedException(
                    CommonErrorCode.SERVICE_UNREACHABLE,
                    "no answer for " + videoId,
                    List.of(),
                    Duration.ofMillis(2_500),
                    null);
        }

        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("secret of the inside");
        }

        @GetMapping("/internal/sample")
        String inside() {
            return "inside";
        }

        @GetMapping("/internal/who")
        String who(Caller caller) {
            return caller.userId().value();
        }
    }
}
