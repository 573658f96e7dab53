package io.moneyprinter.materials.provider.automatic1111;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.image.ImageGeneratorContract;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.service.json.Json;
import org.junit.jupiter.api.Test;

class Automatic1111ImageTests extends ImageGeneratorContract {

    private static final String PATH = "/sdapi/v1/txt2img";

    @Override
    protected ImageGenerator generator() {
        return Automatic1111StandIn.asking(server, PATIENCE);
    }

    @Override
    protected void make() {
        Automatic1111StandIn.makes(server, picture);
    }

    @Override
    protected void refuse() {
        server.on(PATH, ProviderStandIn.json(422, """
                {"detail":[{"loc":["body","sampler_name"],"msg":"Sampler not found","type":"value_error"}]}"""));
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
            assertThat(request.header("Authorization")).isEqualTo("Basic YmVlOmNhbmFyeS1rZXk=");
            assertThat(Json.strict().readTree(request.body()))
                    .isEqualTo(Json.strict().readTree("""
                    {"prompt":"Bees dance “in” a hive; {seed}","negative_prompt":"letters","width":768,"height":1344,
                     "steps":25,"cfg_scale":7.0,"seed":42,"sampler_name":"DPM++ 2M"}"""));
        });
    }

    @Test
    void saysWhatBroke() {
        server.on(PATH, ProviderStandIn.json(500, """
                {"error":"OutOfMemoryError","detail":"","body":"","errors":"CUDA out of memory. Tried to allocate 2 GiB"}"""));

        assertThat(assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE)).hasMessageContaining("CUDA out of memory");
    }
}
