package io.moneyprinter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OnnxRunTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void worksOnAThreadOfTheMachine() throws Exception {
        var isVirtual =
                OnnxRun.within(PATIENCE, "model", run -> Thread.currentThread().isVirtual());

        assertThat(isVirtual).isFalse();
    }

    @Test
    void handsOnWhatWentWrong() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> OnnxRun.within(PATIENCE, "model", run -> {
                    throw new IllegalArgumentException("no model");
                }))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheWorkToEndThatTakesTooLong() throws Exception {
        var isOver = new CountDownLatch(1);
        var wasTold = new CountDownLatch(1);

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> OnnxRun.within(Duration.ofMillis(1), "model", run -> {
                    await(isOver);
                    if (run.isEnded()) {
                        wasTold.countDown();
                    }
                    return null;
                }));
        isOver.countDown();

        wasTold.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
