package io.moneyprinter.tts.alignment;

import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.util.List;

/** References for tests of other features. */
public final class TestReferences {

    private TestReferences() {}

    public static References of(ObjectStore store, SpeechSynthesizer... synthesizers) {
        return of(store, Decoders.wav(), synthesizers);
    }

    private static References of(ObjectStore store, AudioDecoder decoder, SpeechSynthesizer... synthesizers) {
        return new References(List.of(synthesizers), decoder, store);
    }

    public static HeardWords heardWords(ObjectStore store, SpeechSynthesizer... synthesizers) {
        return heardWords(store, Decoders.wav(), synthesizers);
    }

    public static HeardWords heardWords(ObjectStore store, AudioDecoder decoder, SpeechSynthesizer... synthesizers) {
        return new HeardWords(of(store, decoder, synthesizers));
    }
}
