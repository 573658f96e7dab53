package io.moneyprinter.materials.provider.stability;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.image.ImageGeneratorContract;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class StabilityImageTests extends ImageGeneratorContract {

    private static final String PATH = "/v2beta/stable-image/generate/core";

    @Override
    protected ImageGenerator generator() {
        return new StabilityImageGenerator(new StabilityProperties(
                new ApiKey(ProviderStandIn.KEY),
                server.url(""),
                "core",
                "photographic",
                2,
                Duration.ofSeconds(5),
                PATIENCE));
    }

    @Override
    protected void make() {
        server.on(PATH, ProviderStandIn.json(200, """
                {"image":"%s","finish_reason":"SUCCESS","seed":42}""".formatted(
                        Base64.getEncoder().encodeToString(picture))));
    }

    @Override
    protected void refuse() {
        server.on(PATH, ProviderStandIn.json(403, """
                {"id":"ed14db44362126aab3cbd25cca51ffe3","name":"content_moderation",
                 "errors":["Your request was flagged by our content moderation system, as a result your request was denied."]}"""));
    }

    @Override
    protected boolean knowsWhoAsks() {
        return true;
    }

    @Test
    void asksAsDocumented() {
        make();

        generate(work.resolve("a"));

        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + ProviderStandIn.KEY);
            assertThat(request.header("Accept")).isEqualTo("application/json");
            assertThat(request.header("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(request.body())
                    .contains("name=\"prompt\"", PROMPT.text())
                    .contains("name=\"aspect_ratio\"", "9:16")
                    .contains("name=\"seed\"", "42")
                    .contains("name=\"negative_prompt\"", "letters")
                    .contains("name=\"style_preset\"", "photographic")
                    .contains("name=\"output_format\"", "jpeg");
        });
    }

    @Test
    void doesNotTakeWhatWasBlurred() {
        server.on(PATH, ProviderStandIn.json(200, """
                {"image":"%s","finish_reason":"CONTENT_FILTERED","seed":42}""".formatted(
                        Base64.getEncoder().encodeToString(picture))));

        assertFails(MaterialsErrorCode.IMAGE_REFUSED);
    }

    @Test
    void saysWhenThereIsNoCreditLeft() {
        server.on(PATH, ProviderStandIn.json(402, """
                {"id":"x","name":"payment_required","errors":["You lack sufficient credits to make this request."]}"""));

        assertThat(assertFails(MaterialsErrorCode.IMAGE_QUOTA_SPENT)).hasMessageContaining("lack sufficient credits");
    }
}
