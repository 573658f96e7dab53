package io.moneyprinter.materials.provider.comfyui;

import io.moneyprinter.materials.provider.image.ImageFailures;
import io.moneyprinter.materials.provider.image.ImageFailures.Refusal;
import io.moneyprinter.materials.provider.image.ImageHttp;
import io.moneyprinter.materials.provider.image.PictureSize;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.materials.spi.ImagePrompt;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.ProviderHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes pictures with a workflow of ComfyUI: put into its queue, asked for until it is done, and fetched
 * (<a href="https://docs.comfy.org/development/comfyui-server/comms_routes">documentation</a>).
 */
final class ComfyUiImageGenerator implements ImageGenerator, AutoCloseable {

    private static final JsonMapper JSON = Json.lenient();

    private final ComfyUiProperties properties;
    private final Workflow workflow;
    private final ImageFailures failures;
    private final ImageHttp http;

    ComfyUiImageGenerator(ComfyUiProperties properties) {
        this.properties = properties;
        this.workflow = Workflow.of(properties);
        this.failures = new ImageFailures("ComfyUI", ComfyUiProperties.SETTINGS.name("base-url"), ApiKey.NONE);
        this.http = new ImageHttp(failures, properties.connectTimeout());
    }

    @Override
    public String provider() {
        return "comfyui";
    }

    @Override
    public String model() {
        return properties.workflow() == null ? properties.checkpoint() : "a workflow of ComfyUI";
    }

    @Override
    public boolean isConfigured() {
        return properties.baseUrl() != null;
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public String version() {
        return "1 %s %d %s".formatted(properties.baseUrl(), properties.side(), workflow.version());
    }

    @Override
    public int parallelism() {
        return properties.parallelism();
    }

    @Override
    public Duration timeout() {
        return properties.timeout();
    }

    @Override
    public void generate(ImagePrompt prompt, Deadline deadline, Path target) {
        var id = enqueue(prompt, deadline);
        try {
            http.write(fetch(awaitPicture(id, deadline), deadline), target);
        } catch (CodedException e) {
            takeBack(id, e);
            throw e;
        }
    }

    private String enqueue(ImagePrompt prompt, Deadline deadline) {
        var graph = workflow.filled(prompt, PictureSize.of(prompt, properties.side()));
        var answer = http.ask(post("/prompt", Map.of("prompt", graph, "client_id", "moneyprinter")), deadline)
                .orThrow(this::refused);
        var id = http.json(answer).path("prompt_id").asString("");
        // It becomes a part of paths.
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw failures.unusable("there is no prompt_id in it", null);
        }
        return id;
    }

    /** Where the picture is. */
    private JsonNode awaitPicture(String id, Deadline deadline) {
        while (true) {
            var answer = http.ask(HttpRequest.newBuilder(address("/history/" + id)), deadline)
                    .orThrow(this::refused);
            var done = http.json(answer).path(id);
            if (done.path("status").path("status_str").asString("").equals("error")) {
                throw failures.unavailable(reason(done), null);
            }
            var pictures = StreamSupport.stream(done.path("outputs").spliterator(), false)
                    .flatMap(
                            output -> StreamSupport.stream(output.path("images").spliterator(), false))
                    // What nodes only preview is a temporary file.
                    .filter(image -> image.path("type").asString("").equals("output"))
                    .toList();
            if (!pictures.isEmpty()) {
                return pictures.getFirst();
            }
            if (!done.isMissingNode()) {
                throw failures.unusable("the workflow saves no picture", null);
            }
            if (deadline.isWithin(properties.poll())) {
                throw failures.unavailable("it did not finish within %s".formatted(deadline.total()), null);
            }
            rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(properties.poll());
        } catch (InterruptedException e) {
            throw failures.cancelled(e);
        }
    }

    private static String reason(JsonNode done) {
        return StreamSupport.stream(done.path("status").path("messages").spliterator(), false)
                .filter(message -> message.path(0).asString("").equals("execution_error"))
                .map(message -> message.path(1).path("exception_message").asString(""))
                .findFirst()
                .orElse("its workflow failed");
    }

    private byte[] fetch(JsonNode picture, Deadline deadline) {
        var query = "/view?filename=%s&subfolder=%s&type=output"
                .formatted(encoded(picture.path("filename")), encoded(picture.path("subfolder")));
        return http.ask(HttpRequest.newBuilder(address(query)), deadline)
                .orThrow(this::refused)
                .body();
    }

    /** What nobody waits for any more need not be made. */
    private void takeBack(String id, CodedException reason) {
        try {
            http.ask(post("/queue", Map.of("delete", List.of(id))), Deadline.after(properties.connectTimeout()));
        } catch (CodedException e) {
            reason.addSuppressed(e);
        }
    }

    private CodedException refused(Answer answer) {
        return failures.refused(Refusal.of(answer.status()), answer, http.detail(answer));
    }

    private HttpRequest.Builder post(String path, Map<String, ?> body) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private URI address(String path) {
        return ProviderHttp.address(Objects.requireNonNull(properties.baseUrl()), path);
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(text.asString(""), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
