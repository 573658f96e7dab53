package io.moneyprinter.materials.embedding.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model takes, and which of what it gives is used. It is told by names: those that Hugging Face's libraries give
 * when they export a model.
 *
 * @param output a vector for the text, or one for each token
 */
record ModelSignature(List<Input> inputs, String output) {

    private static final String OTHER_MODEL =
            "take a model that embeds texts, of a model for texts and pictures the part for texts";

    /** They have a vector for the text. */
    private static final List<String> WHOLE = List.of("sentence_embedding", "text_embeds");

    private static final List<String> BY_TOKEN = List.of("last_hidden_state", "token_embeddings");

    /** Where there are vectors by token, this is for other tasks, but for models that compare texts with pictures. */
    private static final String POOLED = "pooler_output";

    ModelSignature {
        inputs = List.copyOf(inputs);
    }

    /** @param isShort whether it wants numbers of 32 bits instead of 64 */
    record Input(Meaning meaning, String name, boolean isShort) {}

    enum Meaning {
        TOKENS("input_ids"),
        /** 1 where there is a token. */
        MASK("attention_mask"),
        /** From 0 on. */
        POSITIONS("position_ids"),
        /** 0 for the first of two texts, and there is one. */
        TYPES("token_type_ids");

        private final String input;

        Meaning(String input) {
            this.input = input;
        }
    }

    /** @throws CodedException {@code EMBEDDING_MODEL_BROKEN} where it is no model for texts */
    static ModelSignature of(OrtSession session, ModelDirectory directory) throws OrtException {
        var inputs = new ArrayList<Input>();
        for (var input : session.getInputInfo().values()) {
            inputs.add(new Input(
                    meaning(input.getName(), directory),
                    input.getName(),
                    isShort(input.getName(), input.getInfo(), directory)));
        }
        if (inputs.stream().noneMatch(input -> input.meaning() == Meaning.TOKENS)) {
            throw BrokenModel.of(directory.model(), "it takes no input_ids", OTHER_MODEL);
        }
        return new ModelSignature(inputs, output(session.getOutputNames(), directory));
    }

    private static Meaning meaning(String input, ModelDirectory directory) {
        for (var meaning : Meaning.values()) {
            if (meaning.input.equals(input)) {
                return meaning;
            }
        }
        throw BrokenModel.of(
                directory.model(), "it wants %s, which is not known of a text".formatted(input), OTHER_MODEL);
    }

    private static boolean isShort(String input, Object info, ModelDirectory directory) {
        if (info instanceof TensorInfo tensor) {
            if (tensor.type == OnnxJavaType.INT32) {
                return true;
            }
            if (tensor.type == OnnxJavaType.INT64) {
                return false;
            }
        }
        throw BrokenModel.of(directory.model(), "its input %s takes no whole numbers".formatted(input), OTHER_MODEL);
    }

    private static String output(Set<String> names, ModelDirectory directory) {
        for (var name : WHOLE) {
            if (names.contains(name)) {
                return name;
            }
        }
        if (directory.endsInLayer()) {
            throw BrokenModel.of(
                    directory.model(),
                    "its modules.json has a layer (Dense) after the pooling, which this file does not have",
                    "export it with Optimum as sentence-transformers, which gives it the output sentence_embedding, or"
                            + " take another model");
        }
        if (directory.type().contains("clip") && names.contains(POOLED)) {
            return POOLED;
        }
        for (var name : BY_TOKEN) {
            if (names.contains(name)) {
                return name;
            }
        }
        if (names.contains(POOLED) || names.size() == 1) {
            return names.contains(POOLED) ? POOLED : names.iterator().next();
        }
        throw BrokenModel.of(
                directory.model(),
                "of its outputs %s none is known to embed texts".formatted(new TreeSet<>(names)),
                OTHER_MODEL);
    }
}
