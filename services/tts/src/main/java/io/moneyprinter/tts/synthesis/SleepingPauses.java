package io.moneyprinter.tts.synthesis;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Really waits. */
@Component
final class SleepingPauses implements Pauses {

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
