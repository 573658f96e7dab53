package io.moneyprinter.materials.provider.stability;

import io.moneyprinter.materials.provider.image.ImageFailures;
import io.moneyprinter.materials.provider.image.ImageFailures.Refusal;
import io.moneyprinter.materials.provider.image.ImageHttp;
import io.moneyprinter.materials.provider.image.PictureSize;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.materials.spi.ImagePrompt;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.FormData;
import io.moneyprinter.service.provider.ProviderHttp;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Makes pictures through {@code POST /v2beta/stable-image/generate/…}
 * (<a href="https://platform.stability.ai/docs/api-reference#tag/Generate">documentation</a>). It is told a shape, not
 * a size.
 */
final class StabilityImageGenerator implements ImageGenerator, AutoCloseable {

    /** Shapes that it makes. */
    private static final List<PictureSize> ASPECTS = List.of(
            new PictureSize(21, 9),
            new PictureSize(16, 9),
            new PictureSize(3, 2),
            new PictureSize(5, 4),
            new PictureSize(1, 1),
            new PictureSize(4, 5),
            new PictureSize(2, 3),
            new PictureSize(9, 16),
            new PictureSize(9, 21));

    private final StabilityProperties properties;
    private final ImageFailures failures;
    private final ImageHttp http;

    StabilityImageGenerator(StabilityProperties properties) {
        this.properties = properties;
        this.failures =
                new ImageFailures("Stability AI", StabilityProperties.SETTINGS.name("api-key"), properties.apiKey());
        this.http = new ImageHttp(failures, properties.connectTimeout());
    }

    @Override
    public String provider() {
        return "stability";
    }

    @Override
    public String model() {
        return "Stable Image " + properties.model();
    }

    @Override
    public boolean isConfigured() {
        return properties.apiKey().isPresent();
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public String version() {
        return "1 %s %s".formatted(properties.model(), properties.stylePreset());
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
        var body = http.json(answer);
        // What it filters is blurred, and looks like a success otherwise.
        if (body.path("finish_reason").asString("").equals("CONTENT_FILTERED")) {
            throw failures.promptRefused(answer.status(), "its filter found what it does not show");
        }
        http.write(body.path("image"), target);
    }

    private HttpRequest.Builder request(ImagePrompt prompt) {
        var aspect = PictureSize.nearest(ASPECTS, prompt);
        var form = new FormData()
                .with("prompt", prompt.text())
                .with("aspect_ratio", "%d:%d".formatted(aspect.width(), aspect.height()))
                .with("output_format", "jpeg")
                .with("seed", Integer.toString(prompt.seed()));
        if (!prompt.avoid().isBlank()) {
            form.with("negative_prompt", prompt.avoid());
        }
        if (!properties.stylePreset().isBlank()) {
            form.with("style_preset", properties.stylePreset());
        }
        return form.post(HttpRequest.newBuilder(ProviderHttp.address(
                                properties.baseUrl(), "/v2beta/stable-image/generate/" + properties.model()))
                        .header("Authorization", "Bearer " + properties.apiKey().value()))
                .header("Accept", "application/json");
    }

    private CodedException refused(Answer answer) {
        var body = http.refusal(answer);
        var refusal = body.path("name").asString("").equals("content_moderation")
                ? Refusal.PROMPT
                : Refusal.of(answer.status());
        return failures.refused(refusal, answer, detail(body));
    }

    private static String detail(JsonNode body) {
        return String.join(
                "; ",
                StreamSupport.stream(body.path("errors").spliterator(), false)
                        .map(error -> error.asString(""))
                        .filter(error -> !error.isEmpty())
                        .toList());
    }

    @Override
    public void close() {
        http.close();
    }
}
