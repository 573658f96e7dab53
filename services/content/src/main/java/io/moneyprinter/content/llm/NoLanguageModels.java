package io.moneyprinter.content.llm;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.problem.CodedException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Nobody to ask. */
final class NoLanguageModels implements LanguageModels {

    private static final String NOT_CONFIGURED = "a topic needs a language model, and none is configured: set "
            + "MONEYPRINTER_CONTENT_LLM_BASE_URL to any OpenAI-compatible server (for Ollama: http://localhost:11434/v1), "
            + "MONEYPRINTER_CONTENT_LLM_MODEL to one of its models and, if it asks for one, "
            + "MONEYPRINTER_CONTENT_LLM_API_KEY; a script or an article works without a model";

    @Override
    public Answer answer(Question question) {
        throw notConfigured();
    }

    @Override
    public Answer stream(Question question, Consumer<String> pieces) {
        throw notConfigured();
    }

    @Override
    public void require(@Nullable String provider) {
        throw notConfigured();
    }

    @Override
    public List<ModelProvider> health() {
        return List.of();
    }

    private static CodedException notConfigured() {
        return CodedException.ofField(ContentErrorCode.LLM_NOT_CONFIGURED, "/topic", NOT_CONFIGURED);
    }
}
