package io.moneyprinter.content.topic;

import java.util.List;

/** A language model that holds a conversation. Instances are shared between threads. */
public interface ScriptLlm {

    /** Short and lower case, as it appears in metadata and metrics. */
    String provider();

    /**
     * The model's answer, which should be JSON of the shape of {@link Draft} and may be anything.
     *
     * @throws io.moneyprinter.problem.CodedException with one of the {@code LLM_} codes, and no other exception
     */
    Answer answer(List<Turn> conversation);

    /** What was said so far. */
    record Turn(Speaker speaker, String text) {}

    /** Who said it. */
    enum Speaker {
        SYSTEM,
        USER,
        MODEL
    }

    /**
     * What the model said.
     *
     * @param model as the server names it
     * @param tokens how many were paid for, 0 when the server does not tell
     */
    record Answer(String text, String model, int tokens) {}
}
