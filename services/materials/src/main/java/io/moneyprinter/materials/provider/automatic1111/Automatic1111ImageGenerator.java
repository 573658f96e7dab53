package io.moneyprinter.materials.provider.automatic1111;

import io.moneyprinter.materials.provider.image.ImageFailures;
import io.moneyprinter.materials.provider.image.ImageFailures.Refusal;
import io.moneyprinter.materials.provider.image.ImageHttp;
import io.moneyprinter.materials.provider.image.PictureSize;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.materials.spi.ImagePrompt;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.ProviderHttp;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes pictures through {@code POST /sdapi/v1/txt2img}
 * (<a href="https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API">documentation</a>).
 */
final class Automatic1111ImageGenerator implements ImageGenerator, AutoCloseable {

    private static final JsonMapper JSON = Json.lenient();

    private final Automatic1111Properties properties;
    private final ImageFailures failures;
    private final ImageHttp http;

    Automatic1111ImageGenerator(Automatic1111Properties properties) {
        this.properties = properties;
        this.failures = new ImageFailures(
                "the Stable Diffusion web UI",
                Automatic1111Properties.SETTINGS.name("password"),
                properties.password());
        this.http = new ImageHttp(failures, properties.connectTimeout());
    }

    @Override
    public String provider() {
        return "automatic1111";
    }

    @Override
    public String model() {
        return "Stable Diffusion";
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
        return "1 %s %s %d %s %d"
                .formatted(
                        properties.baseUrl(),
                        properties.sampler(),
                        properties.steps(),
                        properties.cfgScale(),
                        properties.side());
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
        var answer = http.ask(request(prompt), deadline).orThrow(this::refused);
        http.write(http.json(answer).at("/images/0"), target);
    }

    private HttpRequest.Builder request(ImagePrompt prompt) {
        var size = PictureSize.of(prompt, properties.side());
        var body = new LinkedHashMap<String, Object>();
        body.put("prompt", prompt.text());
        body.put("negative_prompt", prompt.avoid());
        body.put("width", size.width());
        body.put("height", size.height());
        body.put("steps", properties.steps());
        body.put("cfg_scale", properties.cfgScale());
        body.put("seed", prompt.seed());
        if (!properties.sampler().isBlank()) {
            body.put("sampler_name", properties.sampler());
        }
        var request = HttpRequest.newBuilder(
                        ProviderHttp.address(Objects.requireNonNull(properties.baseUrl()), "/sdapi/v1/txt2img"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (properties.user().isBlank()) {
            return request;
        }
        var login = "%s:%s".formatted(properties.user(), properties.password().value());
        return request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private CodedException refused(Answer answer) {
        // An exception of Python has its message there, such as CUDA out of memory.
        var thrown = http.refusal(answer).path("errors").asString("");
        return failures.refused(Refusal.of(answer.status()), answer, thrown.isEmpty() ? http.detail(answer) : thrown);
    }

    @Override
    public void close() {
        http.close();
    }
}
