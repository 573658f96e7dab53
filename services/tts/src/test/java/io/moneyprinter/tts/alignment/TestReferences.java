package io.moneyprinter.tts.alignment;

import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.util.List;

/** References for tests of other features. */
public final class TestReferences {

    private TestReferences() {}

    public static References of(ObjectStore store, SpeechSynthesizer... synthesizers) {
        return new References(List.of(synthesizers), Decoders.wav(), store);
    }

    public static HeardWords heardWords(ObjectStore store, SpeechSynthesizer... synthesizers) {
        return new HeardWords(of(store, synthesizers));
    }
}
