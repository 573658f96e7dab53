package io.moneyprinter.content.moderation;

import io.moneyprinter.service.provider.ApiKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which texts are not wanted. Without {@code baseUrl} and {@code wordLists} nothing is looked at. docs/language-models.md
 * says how to set up either.
 *
 * @param baseUrl of a server with OpenAI's moderation endpoint, such as {@code https://api.openai.com/v1}
 * @param apiKeys of that server, used in turn; none when it asks for none
 * @param model of that server
 * @param whenDown whether texts are refused ({@code fail-closed}) or pass ({@code fail-open}) while that server does not
 *     answer
 * @param timeout for one answer
 * @param attempts how often it is asked before it counts as down
 * @param pause before it is asked again that does not say when
 * @param patience how long it is waited for at most that says when it wants to be asked again
 * @param wordLists files with words that are not wanted, by the language of the texts they are for; {@code any} for all
 */
@Validated
@ConfigurationProperties("moneyprinter.content.moderation")
record ModerationProperties(
        @Nullable URI baseUrl,
        @DefaultValue List<ApiKey> apiKeys,
        @DefaultValue("omni-moderation-latest") String model,
        @DefaultValue("fail-closed") WhenDown whenDown,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("2") @Min(1) @Max(10) int attempts,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("5s") Duration patience,
        @DefaultValue Map<String, Path> wordLists) {

    private static final String PREFIX = "moneyprinter.content.moderation";

    ModerationProperties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        apiKeys = apiKeys.stream().filter(ApiKey::isPresent).toList();
        wordLists = Map.copyOf(wordLists);
        check(
                baseUrl == null
                        || (baseUrl.getHost() != null
                                && String.valueOf(baseUrl.getScheme()).matches("https?")),
                "base-url",
                "no address (expected: http:// or https:// and a host)");
        check(
                baseUrl != null || apiKeys.isEmpty(),
                "base-url",
                "missing (expected: the address of the server that api-keys is for)");
        check(
                apiKeys.stream().allMatch(ApiKey::isSendable),
                "api-keys",
                "not a key (expected: visible ASCII characters)");
        check(timeout.isPositive(), "timeout", "%s (expected: > 0)".formatted(timeout));
        check(!pause.isNegative(), "pause", "%s (expected: >= 0)".formatted(pause));
        check(!patience.isNegative(), "patience", "%s (expected: >= 0)".formatted(patience));
    }

    /** What happens while nobody can say whether a text is wanted. */
    enum WhenDown {
        FAIL_CLOSED,
        FAIL_OPEN
    }

    private static void check(boolean fine, String property, String detail) {
        if (!fine) {
            throw new IllegalArgumentException("%s.%s: %s".formatted(PREFIX, property, detail));
        }
    }
}
