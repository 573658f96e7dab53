package io.moneyprinter.tts.synthesis;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How what is known of spoken sentences is shared, for whoever looks after this program. */
@Component
public class IndexHealth {

    private final SpeechIndex index;

    IndexHealth(SpeechIndex index) {
        this.index = index;
    }

    /** As it is now. */
    public State look() {
        return index.look();
    }

    /**
     * @param shared whether it is known to other processes too
     * @param failure why what they share does not answer; null when it does
     */
    public record State(boolean shared, @Nullable String failure) {

        static final State OF_THIS_PROCESS = new State(false, null);
    }
}
