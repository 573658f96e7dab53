package io.moneyprinter.materials.provider.openai;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** OpenAI as a stand-in plays it. */
public final class OpenAiImageStandIn {

    private OpenAiImageStandIn() {}

    public static ImageGenerator asking(ProviderStandIn server, String model, Duration timeout) {
        return new OpenAiImageGenerator(new OpenAiImageProperties(
                new ApiKey(ProviderStandIn.KEY),
                server.url("/v1/"),
                model,
                List.of(),
                "medium",
                2,
                Duration.ofSeconds(5),
                timeout));
    }

    /** Answers as documented for the GPT image models. */
    public static void makes(ProviderStandIn server, byte[] picture) {
        server.on("/v1/images/generations", ProviderStandIn.json(200, """
                {"created":1713833628,"background":"opaque","data":[{"b64_json":"%s"}],"output_format":"jpeg",
                 "quality":"medium","size":"1024x1536",
                 "usage":{"total_tokens":100,"input_tokens":50,"output_tokens":50}}""".formatted(
                        Base64.getEncoder().encodeToString(picture))));
    }
}
