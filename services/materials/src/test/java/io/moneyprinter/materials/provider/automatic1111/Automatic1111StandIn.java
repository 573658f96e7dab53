package io.moneyprinter.materials.provider.automatic1111;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.util.Base64;

/** A Stable Diffusion web UI as a stand-in plays it. */
public final class Automatic1111StandIn {

    private Automatic1111StandIn() {}

    public static ImageGenerator asking(ProviderStandIn server, Duration timeout) {
        return new Automatic1111ImageGenerator(new Automatic1111Properties(
                server.url(""),
                "bee",
                new ApiKey(ProviderStandIn.KEY),
                "DPM++ 2M",
                25,
                7,
                1024,
                1,
                Duration.ofSeconds(5),
                timeout));
    }

    public static void makes(ProviderStandIn server, byte[] picture) {
        server.on("/sdapi/v1/txt2img", ProviderStandIn.json(200, """
                {"images":["%s"],"parameters":{"prompt":"bees"},"info":"{\\"seed\\": 42}"}""".formatted(
                        Base64.getEncoder().encodeToString(picture))));
    }
}
