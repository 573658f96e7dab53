package io.moneyprinter.tts.synthesis;

import java.time.Duration;

class InMemorySpeechIndexTests extends SpeechIndexContract {

    @Override
    protected SpeechIndex open(Duration ttl) {
        return new InMemorySpeechIndex(ttl, 100);
    }
}
