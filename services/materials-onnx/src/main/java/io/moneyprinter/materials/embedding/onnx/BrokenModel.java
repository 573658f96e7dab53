package io.moneyprinter.materials.embedding.onnx;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How models in files fail: with the name of the file, what is wrong with it, and what to do. */
final class BrokenModel {

    /** What helps against most that can be wrong with a file. */
    static final String TAKE_AGAIN = "take it again from where it came";

    private BrokenModel() {}

    static CodedException of(Path file, String what, String advice) {
        return of(file, what, advice, null);
    }

    static CodedException of(Path file, String what, String advice, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.EMBEDDING_MODEL_BROKEN, "%s: %s; %s.".formatted(file, what, advice), cause);
    }
}
