package io.moneyprinter.content.llm;

/** How a server is spoken with. */
enum Protocol {
    /** OpenAI's {@code /chat/completions}, which most servers copy. */
    OPENAI(false),
    ANTHROPIC(true),
    GEMINI(true),
    MISTRAL(true),
    /** Ollama's own {@code /api/chat}. */
    OLLAMA(false);

    private final boolean needsKey;

    Protocol(boolean needsKey) {
        this.needsKey = needsKey;
    }

    boolean needsKey() {
        return needsKey;
    }
}
