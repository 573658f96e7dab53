package io.moneyprinter.materials.embedding.onnx;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A model as it is published on Hugging Face, by sentence-transformers or by Optimum: which of the files are used, and
 * what they say about how.
 *
 * @param model the ONNX file
 * @param tokenizer {@code tokenizer.json}
 * @param pooling null where the directory does not say
 * @param endsInLayer whether what is pooled goes through a layer more, which an ONNX file may lack
 * @param longest tokens of a text; what comes after them is not read
 * @param type what {@code config.json} calls the architecture, such as {@code bert}; empty where it does not say
 */
record ModelDirectory(
        Path directory,
        Path model,
        Path tokenizer,
        @Nullable Pooling pooling,
        boolean endsInLayer,
        int longest,
        String type) {

    /** In this order, there and then in {@code onnx}. Of models for texts and pictures, the part for texts. */
    private static final List<String> USUAL_NAMES = List.of(
            "text_model.onnx",
            "model.onnx",
            "text_model_quantized.onnx",
            "model_quantized.onnx",
            "model_int8.onnx",
            "model_uint8.onnx",
            "model_fp16.onnx");

    /** Nobody looks for more, and what it takes grows with the square. */
    private static final int LONGEST = 512;

    /** A beginning, an end, and something to read. */
    private static final int SHORTEST = 8;

    /** They number the first token 2. */
    private static final Set<String> NUMBERED_FROM_TWO =
            Set.of("roberta", "xlm-roberta", "camembert", "mpnet", "data2vec-text");

    /** Changes when the same files would be used in another way. */
    private static final int DIALECT = 1;

    private static final JsonMapper JSON = Json.lenient();

    /**
     * Looks what is there.
     *
     * @param file the model, if it is not the usual one
     * @throws CodedException {@code EMBEDDING_MODEL_BROKEN}
     */
    static ModelDirectory read(Path directory, String file) {
        if (!Files.isDirectory(directory)) {
            throw BrokenModel.of(
                    directory,
                    "there is no such directory",
                    "make it and put a model there, or correct " + OnnxEmbeddingProperties.SETTINGS.name("directory"));
        }
        var model = file.isBlank() ? usual(directory) : directory.resolve(file);
        if (!Files.isRegularFile(model)) {
            throw BrokenModel.of(
                    model, "there is no such file", "correct " + OnnxEmbeddingProperties.SETTINGS.name("file"));
        }
        var tokenizer = Stream.of(directory, beside(model))
                .map(place -> place.resolve("tokenizer.json"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> BrokenModel.of(
                        directory,
                        "there is no tokenizer.json in it",
                        "take it from where the model came (a vocabulary alone is not enough)"));
        var config = json(directory.resolve("config.json"));
        return new ModelDirectory(
                directory,
                model,
                tokenizer,
                pooling(directory.resolve("1_Pooling").resolve("config.json")),
                endsInLayer(json(directory.resolve("modules.json"))),
                longest(directory, config),
                config.path("model_type").asString(""));
    }

    private static Path beside(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static Path usual(Path directory) {
        var places = List.of(directory, directory.resolve("onnx"));
        for (var name : USUAL_NAMES) {
            for (var place : places) {
                if (Files.isRegularFile(place.resolve(name))) {
                    return place.resolve(name);
                }
            }
        }
        var others = places.stream().flatMap(ModelDirectory::models).toList();
        if (others.size() == 1) {
            return others.getFirst();
        }
        throw BrokenModel.of(
                directory,
                others.isEmpty() ? "there is no model.onnx in it" : "there are several models in it",
                others.isEmpty()
                        ? "put it there, or into onnx; a model that is published without one has to be exported first"
                        : "name one of them in " + OnnxEmbeddingProperties.SETTINGS.name("file"));
    }

    private static Stream<Path> models(Path place) {
        return files(place, name -> name.endsWith(".onnx"));
    }

    private static Stream<Path> files(Path place, Predicate<String> wanted) {
        if (!Files.isDirectory(place)) {
            return Stream.of();
        }
        try (var files = Files.list(place)) {
            return files.filter(file -> wanted.test(String.valueOf(file.getFileName()))).sorted().toList().stream();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private static boolean endsInLayer(JsonNode modules) {
        return modules.valueStream()
                .anyMatch(module -> module.path("type").asString("").endsWith(".Dense"));
    }

    private static @Nullable Pooling pooling(Path file) {
        var config = json(file);
        if (config.isEmpty()) {
            return null;
        }
        var modes = new ArrayList<String>();
        for (var property : config.properties()) {
            if (property.getKey().startsWith("pooling_mode_")
                    && property.getValue().asBoolean(false)) {
                modes.add(property.getKey().substring("pooling_mode_".length()));
            }
        }
        if (modes.isEmpty() && config.path("pooling_mode").isString()) {
            modes.add(config.path("pooling_mode").asString().toLowerCase(Locale.ROOT));
        }
        return switch (String.join(" and ", modes)) {
            // The root of the length changes no direction.
            case "mean_tokens", "mean", "mean_sqrt_len_tokens" -> Pooling.MEAN;
            case "cls_token", "cls" -> Pooling.FIRST_TOKEN;
            case "max_tokens", "max" -> Pooling.MAX;
            case "lasttoken" -> Pooling.LAST_TOKEN;
            case "weightedmean_tokens", "weightedmean" -> Pooling.WEIGHTED_MEAN;
            default ->
                throw BrokenModel.of(
                        file,
                        modes.isEmpty()
                                ? "it names no way of pooling"
                                : "%s is no way of pooling that is known here".formatted(String.join(" and ", modes)),
                        "take a model with mean, cls, max, lasttoken or weightedmean");
        };
    }

    private static int longest(Path directory, JsonNode config) {
        var sentences = json(directory.resolve("sentence_bert_config.json"));
        var tokenizer = json(directory.resolve("tokenizer_config.json"));
        var first = NUMBERED_FROM_TWO.contains(config.path("model_type").asString("")) ? 2 : 0;
        // Where there is no limit, some write a very large number.
        var longest = (int) Stream.of(
                        config.path("max_position_embeddings").asDouble(LONGEST + first) - first,
                        config.path("text_config")
                                .path("max_position_embeddings")
                                .asDouble(LONGEST),
                        sentences.path("max_seq_length").asDouble(LONGEST),
                        tokenizer.path("model_max_length").asDouble(LONGEST))
                .mapToDouble(each -> Math.clamp(each, 0, LONGEST))
                .min()
                .orElse(LONGEST);
        if (longest < SHORTEST) {
            throw BrokenModel.of(
                    directory,
                    "its texts have at most %d tokens".formatted(longest),
                    "take a model for whole sentences");
        }
        return longest;
    }

    /** An empty object where there is no such file. */
    private static JsonNode json(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException e) {
            throw BrokenModel.of(file, "it is no JSON", BrokenModel.TAKE_AGAIN, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static CodedException unreadable(Path file, Exception cause) {
        return BrokenModel.of(
                file, "it cannot be read (%s)".formatted(cause.getMessage()), "see who may read it", cause);
    }

    /** What vectors are kept under: the directory, and a digest of all that decides about them. */
    String name() {
        try {
            var parts = new ArrayList<>();
            parts.add(DIALECT);
            parts.add(longest);
            parts.add(String.valueOf(pooling));
            parts.add(type);
            parts.add(Digests.ofFile(tokenizer));
            var name = String.valueOf(model.getFileName());
            // Large models have their numbers in files of their own.
            files(beside(model), each -> each.startsWith(name))
                    .map(Digests::ofFile)
                    .forEach(parts::add);
            return "%s@%s"
                    .formatted(
                            directory.normalize().getFileName(),
                            Digests.of(parts.toArray()).substring(0, 12));
        } catch (UncheckedIOException e) {
            throw unreadable(directory, e);
        }
    }
}
