package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.edge.EdgeStandIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** The whole product with a stand-in for Edge that can be heard, which speaks unless MaryTTS has to. */
final class SpeakingServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final EdgeStandIn edge = EdgeStandIn.start(0, EdgeStandIn.humming(SharedFfmpeg.ffmpeg()));
    private final Server server;
    private final MoneyPrinterClient client;

    /** @param settings further ones, as lines of YAML */
    SpeakingServer(Path home, String settings) {
        TestHome.furnish(home, """
                moneyprinter:
                  tts:
                    providers: edge, marytts
                    edge:
                      enabled: true
                      url: %s
                      voices-url: %s
                    failover:
                      pause: 20ms
                    health:
                      rest: 1ms
                  orchestration:
                    retries.speech:
                      retries: 1
                      pause: 100ms
                %s
                """.formatted(edge.url(), edge.voicesUrl(), settings));
        server = Server.start(ServerOptions.everything(home).withPort(0));
        client = new MoneyPrinterClient(uri(""));
    }

    EdgeStandIn edge() {
        return edge;
    }

    MoneyPrinterClient client() {
        return client;
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    VideoStatus follow(VideoId id) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var status = client.status(id);
            if (status.status().terminal()) {
                return status;
            }
            assertThat(System.nanoTime()).as("%s", status).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    static ProcessingStage speech(VideoStatus status) {
        return status.stages().stream()
                .filter(stage -> stage.name().equals("speech"))
                .findFirst()
                .orElseThrow();
    }

    String text(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build()).body();
    }

    /** Of a video that has been accepted and made. */
    VideoId made(String request) throws Exception {
        var answer = post(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = new VideoId(
                JsonMapper.shared().readTree(answer.body()).get("video_id").asString());
        var status = follow(id);
        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        return id;
    }

    HttpResponse<String> post(String body) throws Exception {
        return post("/api/v1/videos", body);
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }

    @Override
    public void close() {
        client.close();
        server.close();
        edge.close();
    }
}
