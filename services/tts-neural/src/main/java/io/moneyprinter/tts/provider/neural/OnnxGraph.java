package io.moneyprinter.tts.provider.neural;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of ONNX says about its tensors: just enough of protobuf to find one and to ask for it.
 *
 * @param outputs in the order of the file
 * @param operators kind of operator by the tensor that it makes
 */
record OnnxGraph(List<String> outputs, Map<String, String> operators) {

    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int OUTPUT = 12;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATOR = 4;
    private static final int VALUE_NAME = 1;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private interface Field {

        void take(int number, ByteBuffer bytes) throws IOException;
    }

    /** @throws IOException what is wrong with it, as part of a sentence */
    static OnnxGraph read(ByteBuffer model) throws IOException {
        var outputs = new ArrayList<String>();
        var operators = new HashMap<String, String>();
        fields(model, (number, graph) -> {
            if (number == GRAPH) {
                fields(graph, (kind, part) -> {
                    if (kind == NODE) {
                        node(part, operators);
                    } else if (kind == OUTPUT) {
                        fields(part, (field, bytes) -> {
                            if (field == VALUE_NAME) {
                                outputs.add(text(bytes));
                            }
                        });
                    }
                });
            }
        });
        if (outputs.isEmpty()) {
            throw new IOException("it is no ONNX model");
        }
        return new OnnxGraph(List.copyOf(outputs), Map.copyOf(operators));
    }

    private static void node(ByteBuffer node, Map<String, String> operators) throws IOException {
        var made = new ArrayList<String>();
        var operator = new StringBuilder();
        fields(node, (field, bytes) -> {
            switch (field) {
                case NODE_OUTPUT -> made.add(text(bytes));
                case NODE_OPERATOR -> operator.append(text(bytes));
                default -> {}
            }
        });
        made.forEach(tensor -> operators.put(tensor, operator.toString()));
    }

    /** Hands over all fields that consist of bytes. */
    private static void fields(ByteBuffer message, Field field) throws IOException {
        var in = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            var tag = varint(in);
            switch ((int) (tag & 7)) {
                case VARINT -> varint(in);
                case FIXED_64 -> in.position(in.position() + length(in, Long.BYTES));
                case FIXED_32 -> in.position(in.position() + length(in, Integer.BYTES));
                case BYTES -> {
                    var length = length(in, varint(in));
                    field.take((int) (tag >>> 3), in.slice(in.position(), length));
                    in.position(in.position() + length);
                }
                default -> throw new IOException("it is no ONNX model");
            }
        }
    }

    private static int length(ByteBuffer in, long claimed) throws IOException {
        if (claimed < 0 || claimed > in.remaining()) {
            throw new IOException("it is no ONNX model, or was cut off");
        }
        return (int) claimed;
    }

    private static long varint(ByteBuffer in) throws IOException {
        var value = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            length(in, 1);
            var next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("it is no ONNX model");
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    boolean makes(String tensor) {
        return operators.containsKey(tensor);
    }

    /** The tensors that operators of a kind make. */
    List<String> madeBy(String operator) {
        return operators.entrySet().stream()
                .filter(entry -> entry.getValue().equals(operator))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Bytes that, at the end of a model, make a tensor one of its outputs: protobuf joins messages that come twice.
     *
     * @param tensor shorter than 100 bytes
     */
    static byte[] output(String tensor) {
        return field(GRAPH, field(OUTPUT, field(VALUE_NAME, tensor.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] field(int number, byte[] bytes) {
        if (bytes.length > 0x7f) {
            throw new IllegalArgumentException("%d bytes (expected: at most 127)".formatted(bytes.length));
        }
        return ByteBuffer.allocate(bytes.length + 2)
                .put((byte) (number << 3 | BYTES))
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }
}
