package io.moneyprinter.content.llm;

import io.moneyprinter.contracts.content.ModelProvider;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The language models that are configured. They are asked one after the other until one answers. */
public interface LanguageModels {

    /**
     * The first answer that somebody gives. It may be anything: whoever asks checks it.
     *
     * @throws io.moneyprinter.problem.CodedException with one of the {@code LLM_} codes or {@code CANCELLED}, and no
     *     other exception
     */
    Answer answer(Question question);

    /**
     * The same, told as it comes. What was told cannot be taken back: from the first piece on no other provider takes
     * over, and the question fails if this one does.
     *
     * @param pieces of the answer's text, in order, on the thread of the caller; what it throws ends the question
     */
    Answer stream(Question question, Consumer<String> pieces);

    /**
     * The same, where what was told can be taken back.
     *
     * @param startOver is run before the answer begins anew: the pieces so far are worth nothing
     */
    default Answer stream(Question question, Consumer<String> pieces, Runnable startOver) {
        return stream(question, pieces);
    }

    /**
     * Fails where a question could not even be asked.
     *
     * @param provider has to be one that is configured; null for any
     * @throws io.moneyprinter.problem.CodedException {@code LLM_NOT_CONFIGURED} or {@code LLM_PROVIDER_UNKNOWN}
     */
    void require(@Nullable String provider);

    /**
     * Has it written down, with the answer, what is wrong with it.
     *
     * @param faults none when it is fine
     */
    default void judge(Answer answer, List<String> faults) {}

    /** Every provider that is known: those that are asked in their order, then those that are not configured. */
    List<ModelProvider> health();
}
