package io.moneyprinter.tts.synthesis;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows for a while what was spoken, so that the object store need not be read. It may forget at any time, and never
 * fails: who finds nothing here looks there.
 *
 * <p>{@code SpeechIndexContract} is the test every implementation passes.
 */
interface SpeechIndex extends AutoCloseable {

    @Nullable
    SpokenSentence find(String digest);

    void put(String digest, SpokenSentence sentence);

    /**
     * Waits while another process speaks the same sentence, though not for ever: speaking twice costs money, and does
     * no harm otherwise.
     *
     * @param spoken whether the sentence is in the object store; then nobody waits any longer
     * @return to be closed when the sentence is in the object store, or could not be spoken
     */
    Turn take(String digest, BooleanSupplier spoken);

    /** Asks it how it does. */
    IndexHealth.State look();

    @Override
    void close();

    /** The right to speak a sentence. */
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
