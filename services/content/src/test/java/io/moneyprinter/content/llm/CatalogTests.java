package io.moneyprinter.content.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class CatalogTests {

    private static final String PREFIX = "moneyprinter.content.llm.";
    private static final String SECRET = "canary-0123456789";

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LlmProperties.class)
    static class Configured {

        @Bean
        Catalog catalog(LlmProperties properties) {
            return Catalog.of(properties);
        }
    }

    private static ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Configured.class)
                .withPropertyValues(Stream.of(settings).map(PREFIX::concat).toArray(String[]::new));
    }

    private static void catalog(Consumer<Catalog> test, String... settings) {
        runner(settings).run(context -> test.accept(context.getBean(Catalog.class)));
    }

    @Test
    void hasNobodyWhereNothingIsSet() {
        catalog(catalog -> assertThat(catalog.providers()).isEmpty());
        catalog(
                catalog -> assertThat(catalog.providers()).isEmpty(),
                "base-url=",
                "api-key=",
                "model=",
                "providers.openai.api-keys=",
                "providers.openai.model=");
    }

    @Test
    void knowsTheSimplestWay() {
        catalog(
                catalog -> {
                    assertThat(catalog.chain()).containsExactly("custom");
                    var custom = catalog.providers().get("custom");
                    assertThat(custom.protocol()).isEqualTo(Protocol.OPENAI);
                    assertThat(custom.baseUrl()).hasToString("http://localhost:11434/v1");
                    assertThat(custom.keys()).containsExactly(new ApiKey(SECRET));
                    assertThat(custom.model()).isEqualTo("tiny");
                    assertThat(custom.temperature()).isEqualTo(0.4);
                },
                "base-url=http://localhost:11434/v1/",
                "api-key=" + SECRET,
                "model=tiny",
                "temperature=0.4");
    }

    @ParameterizedTest
    @CsvSource({
        "openai, OPENAI, https://api.openai.com/v1, SCHEMA",
        "anthropic, ANTHROPIC, https://api.anthropic.com/v1, SCHEMA",
        "gemini, GEMINI, https://generativelanguage.googleapis.com/v1beta, SCHEMA",
        "deepseek, OPENAI, https://api.deepseek.com/v1, OBJECT",
        "minimax, OPENAI, https://api.minimax.io/v1, NONE",
        "ollama, OLLAMA, http://localhost:11434, SCHEMA",
        "local, OPENAI, http://localhost:11434/v1, SCHEMA",
        "lm-studio, OPENAI, http://localhost:1234/v1, SCHEMA",
        "lmstudio, OPENAI, http://localhost:1234/v1, SCHEMA",
    })
    void bringsTheWaysOfAPresetAlong(String name, Protocol protocol, URI address, JsonMode json) {
        catalog(
                catalog -> {
                    var provider = catalog.providers().get(name);
                    assertThat(provider.protocol()).isEqualTo(protocol);
                    assertThat(provider.baseUrl()).isEqualTo(address);
                    assertThat(provider.json()).isEqualTo(json);
                },
                "providers.%s.model=tiny".formatted(name),
                "providers.%s.api-keys=%s".formatted(name, SECRET));
    }

    @Test
    void keepsToWhatIsSet() {
        catalog(
                catalog -> {
                    var mini = catalog.providers().get("mini");
                    assertThat(mini.preset()).isEqualTo(Preset.OPENAI);
                    assertThat(mini.baseUrl()).hasToString("https://proxy.example/openai/v1");
                    assertThat(mini.keys()).containsExactly(new ApiKey("one"), new ApiKey("two"));
                    assertThat(mini.json()).isEqualTo(JsonMode.OBJECT);
                    assertThat(mini.timeout()).hasSeconds(20);
                    assertThat(mini.maxOutputTokens()).isEqualTo(500);
                    assertThat(mini.price().of(new Tokens(1000, 100))).isEqualByComparingTo("0.0008");
                    assertThat(catalog.providers().get("claude").maxOutputTokens())
                            .isEqualTo(8192);
                    assertThat(catalog.chain()).containsExactly("mini", "claude");
                },
                "chain=mini,claude",
                "providers.claude.preset=anthropic",
                "providers.claude.model=claude",
                "providers.claude.api-keys=key",
                "providers.mini.preset=openai",
                "providers.mini.base-url=https://proxy.example/openai/v1",
                "providers.mini.api-keys=one, two",
                "providers.mini.model=small",
                "providers.mini.json=object",
                "providers.mini.timeout=20s",
                "providers.mini.max-output-tokens=500",
                "providers.mini.input-price=0.40",
                "providers.mini.output-price=4");
    }

    @Test
    void asksInTheOrderOfThePresetsWhereNoChainIsSet() {
        catalog(
                catalog ->
                        assertThat(catalog.chain()).containsExactly("custom", "openai", "anthropic", "vllm", "another"),
                "providers.another.base-url=http://localhost:1/v1",
                "providers.another.model=tiny",
                "providers.vllm.model=tiny",
                "providers.anthropic.model=tiny",
                "providers.anthropic.api-keys=key",
                "providers.openai.model=tiny",
                "providers.openai.api-keys=key",
                "base-url=http://localhost:1/v1",
                "model=tiny");
    }

    @Test
    void isConfiguredByVariables() {
        var variables = new SystemEnvironmentPropertySource(
                "test-systemEnvironment",
                Map.of(
                        "MONEYPRINTER_CONTENT_LLM_PROVIDERS_OPENAI_API_KEYS", "one,two",
                        "MONEYPRINTER_CONTENT_LLM_PROVIDERS_OPENAI_MODEL", "gpt",
                        "MONEYPRINTER_CONTENT_LLM_PROVIDERS_OPENAI_INPUT_PRICE", "2",
                        "MONEYPRINTER_CONTENT_LLM_PROVIDERS_LMSTUDIO_MODEL", "tiny",
                        "MONEYPRINTER_CONTENT_LLM_CHAIN", "lmstudio,openai"));

        runner().withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(variables))
                .run(context -> {
                    var catalog = context.getBean(Catalog.class);
                    assertThat(catalog.chain()).containsExactly("lmstudio", "openai");
                    assertThat(catalog.providers().get("openai").keys()).hasSize(2);
                    assertThat(catalog.providers().get("openai").price().input())
                            .isEqualByComparingTo("2");
                    assertThat(catalog.providers().get("lmstudio").preset()).isEqualTo(Preset.LM_STUDIO);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base-url | api-key=key",
                "base-url | base-url=file:///x model=tiny",
                "model | base-url=http://localhost:1/v1",
                "timeout | timeout=0s base-url=http://localhost:1/v1 model=tiny",
                "chain | chain=nobody",
                "providers.openai.api-keys | providers.openai.model=gpt",
                "providers.openai.model | providers.openai.api-keys=key",
                "providers.azure.base-url | providers.azure.api-keys=key providers.azure.model=gpt",
                "providers.mine.base-url | providers.mine.model=gpt",
                "providers.mine.preset | providers.mine.preset=nobody providers.mine.model=gpt",
                "providers.vllm.max-output-tokens | providers.vllm.model=m providers.vllm.max-output-tokens=0",
                "providers.vllm.input-price | providers.vllm.model=m providers.vllm.input-price=-1",
                "providers.gemini.model | providers.gemini.model=../x?y providers.gemini.api-keys=key",
            })
    void refusesSettingsByName(String line) {
        var name = line.substring(0, line.indexOf(' '));
        var settings = line.substring(line.indexOf('|') + 1).strip().split(" ");
        runner(settings)
                .run(context -> assertThat(getMostSpecificCause(context.getStartupFailure()))
                        .hasMessageStartingWith(PREFIX + name + ":")
                        .hasMessageContaining("expected"));
    }

    @Test
    void refusesHealthThatCannotBeMeant() {
        new ApplicationContextRunner()
                .withUserConfiguration(Healthy.class)
                .withPropertyValues(PREFIX + "health.minimum-calls=11")
                .run(context -> assertThat(Throwables.getStackTrace(context.getStartupFailure()))
                        .contains(PREFIX + "health", "minimum-calls: 11 (expected: at most calls, 10)"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(HealthProperties.class)
    static class Healthy {}

    @Test
    void tellsNoKeyThatCannotBeSent() {
        runner("providers.openai.model=gpt", "providers.openai.api-keys=" + SECRET + "é")
                .run(context -> assertThat(Throwables.getStackTrace(context.getStartupFailure()))
                        .contains(PREFIX + "providers.openai.api-keys: not a key")
                        .doesNotContain(SECRET));
        assertThat(new ApiKey(SECRET)).hasToString("***");
    }

    @Test
    void isDocumented() {
        var rows = Arrays.stream(Preset.values())
                .map(preset -> "| `%s` | `%s` | %s | `%s` | %s |\n"
                        .formatted(
                                preset.id(),
                                preset.protocol().name().toLowerCase(Locale.ROOT),
                                preset.baseUrl() == null ? "to be set" : "`%s`".formatted(preset.baseUrl()),
                                preset.json().name().toLowerCase(Locale.ROOT),
                                preset.needsKey() ? "yes" : "no"))
                .collect(Collectors.joining());

        assertThat(Path.of("..", "..", "docs", "language-models.md"))
                .content()
                .contains("| --- | --- | --- | --- | --- |\n" + rows + "\n");
    }
}
