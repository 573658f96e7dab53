package io.moneyprinter.materials.embedding.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.embedding.Embedding;
import io.moneyprinter.onnx.OnnxRuntime;
import io.moneyprinter.problem.CodedException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model in memory, ready to say what texts mean. Native: it is closed when nobody uses it any more. */
final class OnnxTextModel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OnnxTextModel.class);

    /** A word and a sentence, of which any model says something. */
    private static final String SHORT = "sunset";

    private static final String LONG = "People sit on the beach, drink cocktails and look at the sunset.";

    private final Path file;
    private final String name;
    private final TextTokens tokens;
    private final OrtSession session;
    private final ModelSignature signature;
    private final Pooling pooling;

    private OnnxTextModel(
            ModelDirectory directory, String name, TextTokens tokens, OrtSession session, ModelSignature signature) {
        this.file = directory.model();
        this.name = name;
        this.tokens = tokens;
        this.session = session;
        this.signature = signature;
        this.pooling = Objects.requireNonNullElse(directory.pooling(), Pooling.MEAN);
    }

    /**
     * Loads it, and tries it.
     *
     * @param unpacked where the library for tokens is unpacked
     * @throws CodedException {@code EMBEDDING_MODEL_BROKEN} if it is no such model
     */
    static OnnxTextModel load(ModelDirectory directory, int threads, Path unpacked) {
        var name = directory.name();
        var tokens = TextTokens.read(NativeTokenizers.in(unpacked), directory.tokenizer(), directory.longest());
        try {
            return load(directory, name, tokens, threads);
        } catch (RuntimeException | Error e) {
            tokens.close();
            throw e;
        }
    }

    private static OnnxTextModel load(ModelDirectory directory, String name, TextTokens tokens, int threads) {
        try (var options = OnnxRuntime.options(threads)) {
            var session =
                    OnnxRuntime.environment().createSession(directory.model().toString(), options);
            try {
                var signature = ModelSignature.of(session, directory);
                var model = new OnnxTextModel(directory, name, tokens, session, signature);
                log.info(
                        "{} is loaded: {} dimensions of {}, at most {} tokens, which are pooled by {} if need be",
                        directory.model(),
                        model.tried(),
                        signature.output(),
                        directory.longest(),
                        model.pooling);
                return model;
            } catch (OrtException | RuntimeException | Error e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw BrokenModel.of(
                    directory.model(),
                    "ONNX Runtime cannot load it (%s)".formatted(OnnxRuntime.reason(e)),
                    BrokenModel.TAKE_AGAIN,
                    e);
        }
    }

    /** Of how many dimensions its vectors are. */
    private int tried() throws OrtException {
        try (var options = new RunOptions()) {
            var dimensions = embed(SHORT, options).dimensions();
            if (embed(LONG, options).dimensions() != dimensions) {
                throw BrokenModel.of(
                        file,
                        "its output %s is of another size for each text".formatted(signature.output()),
                        "take a model that embeds texts");
            }
            return dimensions;
        } catch (CodedException e) {
            throw e.code() == MaterialsErrorCode.EMBEDDING_REFUSED
                    ? BrokenModel.of(file, String.valueOf(e.getMessage()), "take another model", e)
                    : e;
        }
    }

    /** What vectors are kept under. */
    String name() {
        return name;
    }

    /**
     * What a text means. Each has a run of its own: models whose weights are whole numbers measure what they are given,
     * and would say something else of a text for each company that it is in; and none is slower for it.
     *
     * @throws CodedException {@code EMBEDDING_REFUSED}
     */
    Embedding embed(String text, RunOptions options) {
        var ids = tokens.of(text);
        if (ids.length == 0) {
            throw refused("it has no token for a text", null);
        }
        var given = new HashMap<String, OnnxTensorLike>();
        try {
            for (var input : signature.inputs()) {
                given.put(input.name(), tensor(input, ids));
            }
            try (var result = session.run(given, Set.of(signature.output()), options)) {
                return Embedding.of(vector(result, ids.length));
            }
        } catch (OrtException e) {
            throw refused("ONNX Runtime cannot run it (%s)".formatted(OnnxRuntime.reason(e)), e);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        } finally {
            given.values().forEach(OnnxTensorLike::close);
        }
    }

    private static OnnxTensor tensor(ModelSignature.Input input, long[] ids) throws OrtException {
        var values = switch (input.meaning()) {
            case TOKENS -> ids;
            case MASK -> LongStream.generate(() -> 1).limit(ids.length).toArray();
            case POSITIONS -> LongStream.range(0, ids.length).toArray();
            case TYPES -> new long[ids.length];
        };
        var shape = new long[] {1, values.length};
        return input.isShort()
                ? OnnxTensor.createTensor(
                        OnnxRuntime.environment(),
                        IntBuffer.wrap(
                                Arrays.stream(values).mapToInt(Math::toIntExact).toArray()),
                        shape)
                : OnnxTensor.createTensor(OnnxRuntime.environment(), LongBuffer.wrap(values), shape);
    }

    private float[] vector(OrtSession.Result result, int count) {
        var output = signature.output();
        if (!(result.get(output).orElse(null) instanceof OnnxTensor tensor)) {
            throw new IllegalArgumentException("its output %s is no tensor".formatted(output));
        }
        var shape = tensor.getInfo().getShape();
        // Half as long numbers are made longer; null for those that are none.
        var numbers = tensor.getFloatBuffer();
        if (numbers == null) {
            throw new IllegalArgumentException("its output %s is of type %s".formatted(output, tensor.getInfo().type));
        }
        if (shape.length == 2 && shape[0] == 1 && shape[1] > 0) {
            var vector = new float[(int) shape[1]];
            numbers.get(vector);
            return vector;
        }
        if (shape.length == 3 && shape[0] == 1 && shape[1] == count && shape[2] > 0) {
            return pooling.pool(numbers, count, (int) shape[2]);
        }
        throw new IllegalArgumentException("its output %s for a text of %d tokens has the shape %s"
                .formatted(output, count, Arrays.toString(shape)));
    }

    private CodedException refused(String reason, @Nullable Exception cause) {
        return new CodedException(
                MaterialsErrorCode.EMBEDDING_REFUSED, "%s: %s".formatted(file.getFileName(), reason), cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            log.warn("{} cannot be unloaded", file, e);
        }
        tokens.close();
    }
}
