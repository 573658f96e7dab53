package io.moneyprinter.tts.synthesis;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pauses {

    void pause(Duration duration) throws InterruptedException;
}
