package io.moneyprinter.testing.onnx;

import java.util.List;

/**
 * Models that embed texts, in the shapes in which they are exported: each token has the vector that a table says. Those
 * of the whole text point the other way, so that one sees which were taken.
 */
public final class TextModels {

    private static final int INT32 = 6;

    private TextModels() {}

    /** With the input {@code input_ids}, and others besides. */
    public static byte[] of(float[][] vectors, List<String> inputs, List<String> outputs) {
        return of(vectors, inputs, outputs, false);
    }

    /**
     * A model.
     *
     * @param vectors of each token, all of the same length
     * @param inputs besides {@code input_ids}: where {@code attention_mask} is not 1 or {@code token_type_ids} not 0, other
     *     vectors come out; names that are not known are inputs for fractions
     * @param outputs {@code last_hidden_state} or {@code token_embeddings}: a vector for each token; {@code
     *     sentence_embedding}, {@code text_embeds} or {@code pooler_output}: one for the text; {@code scores}: a number for
     *     each token; others as the first
     * @param isShort whether its numbers are of 32 bits
     */
    public static byte[] of(float[][] vectors, List<String> inputs, List<String> outputs, boolean isShort) {
        var type = isShort ? INT32 : OnnxWriter.INT64;
        var model = new OnnxWriter().input("input_ids", type, -1, -1);
        table(model, vectors);
        model.longs("last", -1)
                .longs("middle", 1)
                .floats("strange", 1_000)
                .node("Gather", "tokens", List.of("table", "input_ids"));
        var made = "tokens";
        for (var input : inputs) {
            switch (input) {
                case "attention_mask" -> {
                    number(model.input(input, type, -1, -1), input);
                    model.node("Mul", "masked", List.of(made, "numbers of " + input));
                    made = "masked";
                }
                case "token_type_ids" -> {
                    number(model.input(input, type, -1, -1), input);
                    model.node("Mul", "disturbance", List.of("numbers of " + input, "strange"))
                            .node("Add", "typed", List.of(made, "disturbance"));
                    made = "typed";
                }
                case "position_ids" -> model.input(input, type, -1, -1);
                default -> model.input(input, OnnxWriter.FLOAT, -1, -1);
            }
        }
        for (var output : outputs) {
            switch (output) {
                case "sentence_embedding", "text_embeds", "pooler_output" ->
                    model.node("ReduceSum", "sum for " + output, List.of(made, "middle"), "keepdims", 0)
                            .node("Neg", output, List.of("sum for " + output))
                            .output(output, OnnxWriter.FLOAT, -1, vectors[0].length);
                case "scores" ->
                    model.node("ReduceSum", output, List.of(made, "last"), "keepdims", 0)
                            .output(output, OnnxWriter.FLOAT, -1, -1);
                default ->
                    model.node("Identity", output, List.of(made))
                            .output(output, OnnxWriter.FLOAT, -1, -1, vectors[0].length);
            }
        }
        return model.toBytes();
    }

    private static void table(OnnxWriter model, float[][] vectors) {
        var dimensions = vectors[0].length;
        var flat = new float[vectors.length * dimensions];
        for (var i = 0; i < vectors.length; i++) {
            System.arraycopy(vectors[i], 0, flat, i * dimensions, dimensions);
        }
        model.floats("flat", flat)
                .longs("rows", vectors.length, dimensions)
                .node("Reshape", "table", List.of("flat", "rows"));
    }

    /** One fraction for each token, to be counted with its vector. */
    private static void number(OnnxWriter model, String input) {
        model.node("Cast", "cast " + input, List.of(input), "to", OnnxWriter.FLOAT)
                .node("Unsqueeze", "numbers of " + input, List.of("cast " + input, "last"));
    }
}
