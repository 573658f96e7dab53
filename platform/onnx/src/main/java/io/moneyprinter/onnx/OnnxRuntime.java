package io.moneyprinter.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import org.jspecify.annotations.Nullable;

/** The one ONNX Runtime of this process. Its native code is loaded when it is first asked for its environment. */
public final class OnnxRuntime {

    private OnnxRuntime() {}

    /** Why it must not be used in this process, and what to do about that; null where it may. */
    public static @Nullable String obstacle() {
        return CommandLine.OF_THIS_PROCESS.obstacle();
    }

    public static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "moneyprinter");
    }

    /** @param threads of the processor for each run */
    public static SessionOptions options(int threads) throws OrtException {
        var options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        // Every sentence has another length, and memory for the longest would never be given back.
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /** What it says went wrong, as one line. */
    public static String reason(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
