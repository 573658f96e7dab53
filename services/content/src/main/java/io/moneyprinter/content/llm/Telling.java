package io.moneyprinter.content.llm;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on what is told, and knows whether it can still be taken back. Of one thread. */
final class Telling implements Consumer<String> {

    private final Consumer<String> pieces;
    private final @Nullable Runnable startOver;
    private boolean begun;

    /** @param startOver null when nothing can be taken back */
    Telling(Consumer<String> pieces, @Nullable Runnable startOver) {
        this.pieces = pieces;
        this.startOver = startOver;
    }

    @Override
    public void accept(String piece) {
        begun = true;
        passOn(() -> pieces.accept(piece));
    }

    /** Takes back what was told; whether that was possible, or not necessary. */
    boolean startOver() {
        if (begun && startOver != null) {
            passOn(startOver);
            begun = false;
        }
        return !begun;
    }

    /** Whoever listens and fails wants no more; no provider is to blame. */
    private static void passOn(Runnable step) {
        try {
            step.run();
        } catch (CodedException coded) {
            throw coded;
        } catch (RuntimeException gone) {
            throw new CodedException(CommonErrorCode.CANCELLED, "nobody listens to the answer any more", gone);
        }
    }
}
