package io.moneyprinter.testing.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a model of ONNX, operator by operator. Tensors are named by what makes them. */
final class OnnxWriter {

    static final int FLOAT = 1;
    static final int INT64 = 7;

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int KIND_INT = 2;

    private final Proto graph = new Proto().text(2, "voice");

    OnnxWriter input(String name, int type, long... shape) {
        graph.message(11, value(name, type, shape));
        return this;
    }

    OnnxWriter output(String name, int type, long... shape) {
        graph.message(12, value(name, type, shape));
        return this;
    }

    /** @param shape -1 for a length that is not known */
    private static Proto value(String name, int type, long... shape) {
        var dimensions = new Proto();
        for (var i = 0; i < shape.length; i++) {
            dimensions.message(1, shape[i] < 0 ? new Proto().text(2, name + i) : new Proto().number(1, shape[i]));
        }
        var tensor = new Proto().number(1, type).message(2, dimensions);
        return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
    }

    OnnxWriter floats(String name, float... values) {
        var raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var value : values) {
            raw.putFloat(value);
        }
        return constant(name, FLOAT, values.length, raw.array());
    }

    OnnxWriter longs(String name, long... values) {
        var raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var value : values) {
            raw.putLong(value);
        }
        return constant(name, INT64, values.length, raw.array());
    }

    private OnnxWriter constant(String name, int type, int length, byte[] raw) {
        graph.message(
                5, new Proto().number(1, length).number(2, type).text(8, name).bytes(9, raw));
        return this;
    }

    OnnxWriter node(String operator, String output, List<String> inputs) {
        return node(operator, output, inputs, null, 0);
    }

    /** @param attribute a whole number, null for none */
    OnnxWriter node(String operator, String output, List<String> inputs, @Nullable String attribute, long value) {
        var node = new Proto();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, "node of " + output).text(4, operator);
        if (attribute != null) {
            node.message(5, new Proto().text(1, attribute).number(3, value).number(20, KIND_INT));
        }
        graph.message(1, node);
        return this;
    }

    byte[] toBytes() {
        return new Proto()
                .number(1, IR_VERSION)
                .message(8, new Proto().text(1, "").number(2, OPSET))
                .message(7, graph)
                .toBytes();
    }
}
