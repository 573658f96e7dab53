package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.lexicon.Lexicons;
import org.springframework.stereotype.Component;

/** Tells what speaking would cost, without speaking. */
@Component
public class Estimates {

    private final Narration narration;
    private final Lexicons lexicons;

    Estimates(Narration narration, Lexicons lexicons) {
        this.narration = narration;
        this.lexicons = lexicons;
    }

    /** What the provider of the voice would take for it: nothing for what has been spoken before. */
    public Charge of(SpeechRequest request, Voice voice) {
        return narration.estimate(request, voice, lexicons.of(request.userId()));
    }
}
