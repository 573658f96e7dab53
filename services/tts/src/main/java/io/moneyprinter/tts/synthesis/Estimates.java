package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.lexicon.Lexicons;
import java.util.List;
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

    /** What the provider of the voice would take for each: nothing for what has been spoken before. */
    public List<Charge> of(UserId user, List<SpeechRequest> requests, Voice voice) {
        var lexicon = lexicons.of(user);
        return requests.stream()
                .map(request -> narration.estimate(request, voice, lexicon))
                .toList();
    }
}
