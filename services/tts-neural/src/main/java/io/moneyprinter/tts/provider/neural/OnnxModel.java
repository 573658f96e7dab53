package io.moneyprinter.tts.provider.neural;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import io.moneyprinter.onnx.OnnxRuntime;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model in memory, ready to speak. */
final class OnnxModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxModel.class);

    /** For what is added at the end of the file. */
    private static final int ROOM = 256;

    private static final long LARGEST = Integer.MAX_VALUE - (long) ROOM;

    private final Path file;
    private final OrtSession session;
    private final String sound;
    private final @Nullable String durations;

    private OnnxModel(Path file, OrtSession session, String sound, @Nullable String durations) {
        this.file = file;
        this.session = session;
        this.sound = sound;
        this.durations = durations;
    }

    /** @throws CodedException if the file is no such model */
    static OnnxModel load(NeuralVoice voice, int threads) {
        var file = voice.model();
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined();
                var options = OnnxRuntime.options(threads)) {
            // Outside of the heap, which a model may not fit into.
            var size = channel.size();
            if (size > LARGEST) {
                throw BrokenVoice.of(file, "it is larger than 2 GiB", BrokenVoice.TAKE_AGAIN);
            }
            var bytes = arena.allocate(size + ROOM).asByteBuffer();
            bytes.limit((int) size);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            bytes.flip();
            var graph = OnnxGraph.read(bytes);
            var durations = voice.durations(graph);
            if (durations == null) {
                LOG.warn("{} does not tell how long its phonemes last: its words are looked for in its sound", file);
            }
            var session = OnnxRuntime.environment().createSession(withOutput(bytes, graph, durations), options);
            return new OnnxModel(file, session, graph.outputs().getFirst(), durations);
        } catch (NoSuchFileException e) {
            throw BrokenVoice.of(file, "it is gone", "put it back, or take its other files away, too", e);
        } catch (IOException e) {
            throw BrokenVoice.of(file, String.valueOf(e.getMessage()), BrokenVoice.TAKE_AGAIN, e);
        } catch (OrtException e) {
            throw unusable(file, "load", e);
        }
    }

    private static ByteBuffer withOutput(ByteBuffer model, OnnxGraph graph, @Nullable String tensor) {
        if (tensor == null || graph.outputs().contains(tensor)) {
            return model;
        }
        var end = model.limit();
        var more = OnnxGraph.output(tensor);
        model.limit(end + more.length);
        return model.put(end, more);
    }

    Set<String> inputs() {
        return session.getInputNames();
    }

    /** @throws CodedException if it cannot */
    ModelOutput run(List<ModelInput> inputs, RunOptions options) {
        var tensors = new HashMap<String, OnnxTensorLike>();
        try {
            for (var input : inputs) {
                tensors.put(input.name(), tensor(input));
            }
            var wanted = durations == null ? Set.of(sound) : Set.of(sound, durations);
            try (var result = session.run(tensors, wanted, options)) {
                return new ModelOutput(samples(result), durations == null ? null : numbers(result, durations));
            }
        } catch (OrtException e) {
            throw unusable(file, "run", e);
        } finally {
            tensors.values().forEach(OnnxTensorLike::close);
        }
    }

    private static OnnxTensor tensor(ModelInput input) throws OrtException {
        return switch (input) {
            case ModelInput.Longs longs ->
                OnnxTensor.createTensor(OnnxRuntime.environment(), LongBuffer.wrap(longs.values()), longs.shape());
            case ModelInput.Floats floats ->
                OnnxTensor.createTensor(OnnxRuntime.environment(), FloatBuffer.wrap(floats.values()), floats.shape());
        };
    }

    private float[] samples(OrtSession.Result result) {
        var tensor = output(result, sound);
        return switch (tensor.getInfo().type) {
            case FLOAT, FLOAT16, BFLOAT16 -> floats(tensor.getFloatBuffer());
            default -> throw ofAnotherType(tensor, sound);
        };
    }

    private double[] numbers(OrtSession.Result result, String name) {
        var tensor = output(result, name);
        return switch (tensor.getInfo().type) {
            case FLOAT, FLOAT16, BFLOAT16 -> doubles(tensor.getFloatBuffer());
            case INT64 -> doubles(tensor.getLongBuffer());
            default -> throw ofAnotherType(tensor, name);
        };
    }

    private OnnxTensor output(OrtSession.Result result, String name) {
        if (!(result.get(name).orElse(null) instanceof OnnxTensor tensor)) {
            throw BrokenVoice.of(file, "its output %s is no tensor".formatted(name), BrokenVoice.TAKE_AGAIN);
        }
        return tensor;
    }

    private CodedException ofAnotherType(OnnxTensor tensor, String name) {
        return BrokenVoice.of(
                file, "its output %s is of type %s".formatted(name, tensor.getInfo().type), BrokenVoice.TAKE_AGAIN);
    }

    private static float[] floats(FloatBuffer buffer) {
        var numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    private static double[] doubles(FloatBuffer buffer) {
        var numbers = new double[buffer.remaining()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = buffer.get();
        }
        return numbers;
    }

    private static double[] doubles(LongBuffer buffer) {
        var numbers = new double[buffer.remaining()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = buffer.get();
        }
        return numbers;
    }

    private static CodedException unusable(Path file, String verb, OrtException cause) {
        return BrokenVoice.of(
                file,
                "ONNX Runtime cannot %s it (%s)".formatted(verb, OnnxRuntime.reason(cause)),
                BrokenVoice.TAKE_AGAIN,
                cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            LOG.warn("{} cannot be unloaded", file, e);
        }
    }
}
