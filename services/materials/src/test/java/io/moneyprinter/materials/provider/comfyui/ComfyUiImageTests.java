package io.moneyprinter.materials.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.image.ImageGeneratorContract;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.service.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComfyUiImageTests extends ImageGeneratorContract {

    private static final String ID = "0593b3cc-a51c-4791-af75-16dfc623101a";

    @Override
    protected ImageGenerator generator() {
        return generator(null);
    }

    private ImageGenerator generator(@Nullable Path workflow) {
        return new ComfyUiImageGenerator(new ComfyUiProperties(
                server.url(""),
                workflow,
                "model.safetensors",
                "euler",
                "normal",
                25,
                7,
                1024,
                Duration.ofMillis(20),
                1,
                Duration.ofSeconds(5),
                PATIENCE));
    }

    @Override
    protected void make() {
        server.on("/prompt", ProviderStandIn.json(200, """
                {"prompt_id":"%s","number":3,"node_errors":{}}""".formatted(ID)));
        var asked = new AtomicInteger();
        // Nothing is known of what is in the queue.
        server.on(
                "/history/" + ID,
                exchange -> ProviderStandIn.json(200, asked.getAndIncrement() < 2 ? "{}" : """
                {"%s":{"prompt":[3,"%s",{},{},[]],
                 "outputs":{"preview":{"images":[{"filename":"tmp.png","subfolder":"","type":"temp"}]},
                  "save":{"images":[{"filename":"moneyprinter_00001_ & .png","subfolder":"a b","type":"output"}]}},
                 "status":{"status_str":"success","completed":true,"messages":[]},"meta":{}}}""".formatted(ID, ID))
                        .answer(exchange));
        server.on("/view", ProviderStandIn.body(200, picture));
    }

    @Override
    protected void refuse() {
        server.on("/prompt", ProviderStandIn.json(400, """
                {"error":{"type":"prompt_outputs_failed_validation","message":"Prompt outputs failed validation","details":"",
                 "extra_info":{}},"node_errors":{}}"""));
    }

    @Override
    protected boolean knowsWhoAsks() {
        return false;
    }

    @Test
    void asksAsDocumentedUntilThePictureIsThere() {
        make();

        generate(work.resolve("a"));

        assertThat(server.received().stream()
                        .map(request -> request.method() + " " + request.uri().getPath()))
                .containsExactly(
                        "POST /prompt", "GET /history/" + ID, "GET /history/" + ID, "GET /history/" + ID, "GET /view");
        assertThat(server.received().getLast().uri().getQuery())
                .isEqualTo("filename=moneyprinter_00001_ & .png&subfolder=a b&type=output".replace(' ', '+'));
        var graph = Json.strict().readTree(server.received().getFirst().body()).path("prompt");
        assertThat(graph.at("/wanted/inputs/text").asString()).isEqualTo(PROMPT.text());
        assertThat(graph.at("/unwanted/inputs/text").asString()).isEqualTo("letters");
        assertThat(graph.at("/size/inputs/width").asInt()).isEqualTo(768);
        assertThat(graph.at("/size/inputs/height").asInt()).isEqualTo(1344);
        assertThat(graph.at("/sampler/inputs/seed").isNumber()).isTrue();
        assertThat(graph.at("/checkpoint/inputs/ckpt_name").asString()).isEqualTo("model.safetensors");
    }

    @Test
    void fillsAnOwnWorkflow() throws IOException {
        make();
        var workflow = Files.writeString(work.resolve("workflow.json"), """
                {"1":{"class_type":"CLIPTextEncode","inputs":{"text":"oil painting, {prompt}","clip":["4",1]}},
                 "2":{"class_type":"KSampler","inputs":{"seed":"{seed}","steps":4}}}""");

        generate(generator(workflow), work.resolve("a"));

        var graph = Json.strict().readTree(server.received().getFirst().body()).path("prompt");
        assertThat(graph.at("/1/inputs/text").asString()).startsWith("oil painting, Bees dance “in” a hive");
        assertThat(graph.at("/2/inputs/seed").asInt()).isEqualTo(42);
        assertThat(graph.at("/2/inputs/steps").asInt()).isEqualTo(4);
    }

    @Test
    void refusesAWorkflowWithoutAPlaceForThePrompt() throws IOException {
        for (var content : new String[] {"{}", "[]", "{", "{\"1\":{}}"}) {
            var workflow = Files.writeString(work.resolve("workflow.json"), content);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> generator(workflow))
                    .withMessageContaining("moneyprinter.materials.comfyui.workflow");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> generator(work.resolve("nowhere.json")));
    }

    @Test
    void saysWhatBrokeInTheWorkflow() {
        make();
        server.on("/history/" + ID, ProviderStandIn.json(200, """
                {"%s":{"prompt":[],"outputs":{},"status":{"status_str":"error","completed":false,"messages":[
                 ["execution_start",{"prompt_id":"x"}],
                 ["execution_error",{"node_id":"5","exception_message":"Allocation on device failed"}]]}}}""".formatted(ID)));

        assertThat(assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE))
                .hasMessageContaining("Allocation on device failed");
    }

    @Test
    void takesBackWhatLastsTooLong() {
        make();
        server.on("/history/" + ID, ProviderStandIn.json(200, "{}"));

        assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE);

        assertThat(server.received().getLast()).satisfies(request -> {
            assertThat(request.uri().getPath()).isEqualTo("/queue");
            assertThat(request.body()).isEqualTo("{\"delete\":[\"%s\"]}".formatted(ID));
        });
    }

    @Test
    void putsNoForeignIdIntoAPath() {
        server.on("/prompt", ProviderStandIn.json(200, "{\"prompt_id\":\"../system_stats\"}"));

        assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE);

        assertThat(server.received()).hasSize(1);
    }
}
