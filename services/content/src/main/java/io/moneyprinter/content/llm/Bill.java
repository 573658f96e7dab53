package io.moneyprinter.content.llm;

import io.moneyprinter.problem.CodedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is told of every call to a provider, one after the other. Of one thread. */
interface Bill {

    /** @param conversation as it is sent */
    void begin(ProviderSettings provider, List<Turn> conversation);

    /** It answered and is paid for it, whether the answer can be used or not. */
    void add(String model, Tokens tokens);

    /**
     * It has ended.
     *
     * @param said as much as came, empty for nothing
     * @param failure null when that is an answer
     */
    void end(String said, @Nullable CodedException failure);
}
