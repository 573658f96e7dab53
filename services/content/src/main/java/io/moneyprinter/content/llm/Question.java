package io.moneyprinter.content.llm;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a language model is asked.
 *
 * @param conversation what was said so far; the last turn is not the model's
 * @param shape of the JSON that is wanted, null for plain text
 * @param providers to be asked, in this order; null for the configured chain
 * @param owner who is charged; null for nobody, as for a check of our own
 * @param purpose what the answer is for, such as {@code script}; in lower case, as it appears in what the user has used
 */
public record Question(
        List<Turn> conversation,
        @Nullable Shape shape,
        @Nullable List<String> providers,
        @Nullable UserId owner,
        @Nullable String purpose) {

    private static final String NO_PURPOSE = "other";

    public Question {
        conversation = List.copyOf(conversation);
        providers = providers == null ? null : List.copyOf(providers);
        if (conversation.isEmpty()) {
            throw new IllegalArgumentException("conversation: empty (expected: at least one turn)");
        }
    }

    /** What the answer is for, also where nobody said. */
    String purposeOrOther() {
        return purpose == null ? NO_PURPOSE : purpose;
    }

    /** The same question after more has been said. */
    public Question withConversation(List<Turn> longer) {
        return new Question(longer, shape, providers, owner, purpose);
    }
}
