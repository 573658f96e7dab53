package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.Voice;
import org.springframework.stereotype.Component;

/** Tells what speaking would cost, without speaking. */
@Component
public class Estimates {

    private final Narration narration;

    Estimates(Narration narration) {
        this.narration = narration;
    }

    /** What the provider of the voice would take for it: nothing for what has been spoken before. */
    public Charge of(SpeechRequest request, Voice voice) {
        return narration.estimate(request, voice);
    }
}
