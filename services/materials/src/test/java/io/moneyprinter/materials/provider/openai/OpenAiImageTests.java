package io.moneyprinter.materials.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.image.ImageGeneratorContract;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.service.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiImageTests extends ImageGeneratorContract {

    private static final String PATH = "/v1/images/generations";

    @Override
    protected ImageGenerator generator() {
        return OpenAiImageStandIn.asking(server, "gpt-image-1", PATIENCE);
    }

    @Override
    protected void make() {
        OpenAiImageStandIn.makes(server, picture);
    }

    @Override
    protected void refuse() {
        server.on(PATH, ProviderStandIn.json(400, """
                {"error":{"message":"Your request was rejected by the safety system.","type":"image_generation_user_error",
                 "param":null,"code":"moderation_blocked"}}"""));
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
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + ProviderStandIn.KEY);
            assertThat(Json.strict().readTree(request.body()))
                    .isEqualTo(Json.strict().readTree("""
                    {"model":"gpt-image-1","prompt":"Bees dance “in” a hive; {seed}","n":1,"size":"1024x1536",
                     "quality":"medium","output_format":"jpeg"}"""));
        });
    }

    @Test
    void asksOtherModelsForBase64() {
        make();

        generate(OpenAiImageStandIn.asking(server, "dall-e-3", PATIENCE), work.resolve("a"));

        assertThat(Json.strict().readTree(server.received().getFirst().body()))
                .isEqualTo(Json.strict().readTree("""
                {"model":"dall-e-3","prompt":"Bees dance “in” a hive; {seed}","n":1,"size":"1024x1792",
                 "response_format":"b64_json"}"""));
    }

    @Test
    void saysWhenThereIsNoCreditLeft() {
        for (var code : List.of("insufficient_quota", "billing_hard_limit_reached")) {
            server.on(PATH, ProviderStandIn.json(429, """
                    {"error":{"message":"You exceeded your current quota.","type":"x","code":"%s"}}""".formatted(code)));

            assertThat(assertFails(MaterialsErrorCode.IMAGE_QUOTA_SPENT)).hasMessageContaining("exceeded");
        }
    }

    @Test
    void doesNotTakeBrokenBase64() {
        server.on(PATH, ProviderStandIn.json(200, "{\"data\":[{\"b64_json\":\"%%%\"}]}"));
        assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE);
        server.on(PATH, ProviderStandIn.json(200, "{\"data\":[{\"b64_json\":\"A\"}]}"));
        assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE);
        server.on(PATH, ProviderStandIn.json(200, "{\"data\":[{\"url\":\"http://127.0.0.1/secret\"}]}"));
        assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE);
        assertThat(server.received()).hasSize(3);
    }
}
