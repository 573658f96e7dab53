package io.moneyprinter.content.llm;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Providers whose address and ways are known. The order is that in which they are asked where none is configured. */
enum Preset {
    OPENAI(Protocol.OPENAI, "https://api.openai.com/v1", JsonMode.SCHEMA, true),
    ANTHROPIC(Protocol.ANTHROPIC, "https://api.anthropic.com/v1", JsonMode.SCHEMA, true),
    GEMINI(Protocol.GEMINI, "https://generativelanguage.googleapis.com/v1beta", JsonMode.SCHEMA, true),
    MISTRAL(Protocol.MISTRAL, "https://api.mistral.ai/v1", JsonMode.SCHEMA, true),
    DEEPSEEK(Protocol.OPENAI, "https://api.deepseek.com/v1", JsonMode.OBJECT, true),
    QWEN(Protocol.OPENAI, "https://dashscope.aliyuncs.com/compatible-mode/v1", JsonMode.OBJECT, true),
    MOONSHOT(Protocol.OPENAI, "https://api.moonshot.ai/v1", JsonMode.OBJECT, true),
    GROQ(Protocol.OPENAI, "https://api.groq.com/openai/v1", JsonMode.SCHEMA, true),
    OPENROUTER(Protocol.OPENAI, "https://openrouter.ai/api/v1", JsonMode.SCHEMA, true),
    /** Its address holds the name of the customer's resource. */
    AZURE(Protocol.OPENAI, null, JsonMode.SCHEMA, true),
    SILICONFLOW(Protocol.OPENAI, "https://api.siliconflow.cn/v1", JsonMode.OBJECT, true),
    GROK(Protocol.OPENAI, "https://api.x.ai/v1", JsonMode.SCHEMA, true),
    MINIMAX(Protocol.OPENAI, "https://api.minimax.io/v1", JsonMode.NONE, true),
    VOLCENGINE(Protocol.OPENAI, "https://ark.cn-beijing.volces.com/api/v3", JsonMode.NONE, true),
    /** Its address holds the id of the customer's account. */
    CLOUDFLARE(Protocol.OPENAI, null, JsonMode.NONE, true),
    OLLAMA(Protocol.OLLAMA, "http://localhost:11434", JsonMode.SCHEMA, false),
    /** Whatever runs on this machine and speaks OpenAI's dialect; Ollama's address, unless another is given. */
    LOCAL(Protocol.OPENAI, "http://localhost:11434/v1", JsonMode.SCHEMA, false),
    LM_STUDIO(Protocol.OPENAI, "http://localhost:1234/v1", JsonMode.SCHEMA, false),
    VLLM(Protocol.OPENAI, "http://localhost:8000/v1", JsonMode.SCHEMA, false),
    LLAMA_CPP(Protocol.OPENAI, "http://localhost:8080/v1", JsonMode.SCHEMA, false);

    private final Protocol protocol;
    private final @Nullable URI baseUrl;
    private final JsonMode json;
    private final boolean needsKey;

    Preset(Protocol protocol, @Nullable String baseUrl, JsonMode json, boolean needsKey) {
        this.protocol = protocol;
        this.baseUrl = baseUrl == null ? null : URI.create(baseUrl);
        this.json = json;
        this.needsKey = needsKey;
    }

    /** Hyphens may be left out, as environment variables have none. */
    static Optional<Preset> of(String name) {
        return Arrays.stream(values())
                .filter(preset ->
                        preset.id().equals(name) || preset.id().replace("-", "").equals(name))
                .findFirst();
    }

    static String ids() {
        return Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", "));
    }

    /** As in configuration. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Protocol protocol() {
        return protocol;
    }

    /** Null where every customer has another. */
    @Nullable
    URI baseUrl() {
        return baseUrl;
    }

    JsonMode json() {
        return json;
    }

    boolean needsKey() {
        return needsKey;
    }
}
