package io.moneyprinter.materials.provider.comfyui;

import io.moneyprinter.materials.provider.image.PictureSize;
import io.moneyprinter.materials.spi.ImagePrompt;
import io.moneyprinter.service.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A graph of nodes in ComfyUI's API format, with gaps for what is asked for. What fills a gap is a value of JSON, never
 * a part of its text.
 */
final class Workflow {

    private static final JsonMapper JSON = Json.lenient();
    private static final String PROMPT = "{prompt}";

    private final ObjectNode graph;

    private Workflow(ObjectNode graph) {
        this.graph = graph;
    }

    /** @throws IllegalArgumentException when the operator's own cannot be read or has no place for a prompt */
    static Workflow of(ComfyUiProperties properties) {
        var file = properties.workflow();
        if (file == null) {
            return new Workflow(textToImage(properties));
        }
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode graph
                    && graph.toString().contains(PROMPT)) {
                return new Workflow(graph);
            }
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(wrong(properties), e);
        }
        throw ComfyUiProperties.SETTINGS.wrong("workflow", file, "nodes in the API format, with the text " + PROMPT);
    }

    private static String wrong(ComfyUiProperties properties) {
        return "%s: %s cannot be read (expected: a workflow in the API format)"
                .formatted(ComfyUiProperties.SETTINGS.name("workflow"), properties.workflow());
    }

    private static ObjectNode textToImage(ComfyUiProperties properties) {
        return JSON.valueToTree(Map.of(
                "checkpoint", node("CheckpointLoaderSimple", Map.of("ckpt_name", properties.checkpoint())),
                "size", node("EmptyLatentImage", Map.of("width", "{width}", "height", "{height}", "batch_size", 1)),
                "wanted", node("CLIPTextEncode", Map.of("text", PROMPT, "clip", List.of("checkpoint", 1))),
                "unwanted", node("CLIPTextEncode", Map.of("text", "{avoid}", "clip", List.of("checkpoint", 1))),
                "sampler",
                        node(
                                "KSampler",
                                Map.of(
                                        "seed", "{seed}",
                                        "steps", properties.steps(),
                                        "cfg", properties.cfg(),
                                        "sampler_name", properties.sampler(),
                                        "scheduler", properties.scheduler(),
                                        "denoise", 1,
                                        "model", List.of("checkpoint", 0),
                                        "positive", List.of("wanted", 0),
                                        "negative", List.of("unwanted", 0),
                                        "latent_image", List.of("size", 0))),
                "pixels", node("VAEDecode", Map.of("samples", List.of("sampler", 0), "vae", List.of("checkpoint", 2))),
                "save", node("SaveImage", Map.of("filename_prefix", "moneyprinter", "images", List.of("pixels", 0)))));
    }

    private static Map<String, Object> node(String type, Map<String, Object> inputs) {
        return Map.of("class_type", type, "inputs", inputs);
    }

    /** Changes with every setting, and with the operator's own graph. */
    String version() {
        return graph.toString();
    }

    JsonNode filled(ImagePrompt prompt, PictureSize size) {
        return filled(
                graph,
                Map.of(
                        PROMPT,
                        JSON.getNodeFactory().stringNode(prompt.text()),
                        "{avoid}",
                        JSON.getNodeFactory().stringNode(prompt.avoid()),
                        "{width}",
                        JSON.getNodeFactory().numberNode(size.width()),
                        "{height}",
                        JSON.getNodeFactory().numberNode(size.height()),
                        "{seed}",
                        JSON.getNodeFactory().numberNode(prompt.seed())));
    }

    private static JsonNode filled(JsonNode node, Map<String, ? extends JsonNode> values) {
        if (node instanceof ObjectNode object) {
            var copy = JSON.createObjectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue(), values)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = JSON.createArrayNode();
            array.forEach(each -> copy.add(filled(each, values)));
            return copy;
        }
        if (!node.isString()) {
            return node;
        }
        var text = node.asString();
        var whole = values.get(text);
        if (whole != null) {
            return whole;
        }
        // Words around a gap, such as a style that the operator always wants.
        for (var value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue().asString());
        }
        return JSON.getNodeFactory().stringNode(text);
    }
}
