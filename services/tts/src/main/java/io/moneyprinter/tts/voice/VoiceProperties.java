package io.moneyprinter.tts.voice;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose voices are preferred.
 *
 * @param providers in order of preference; the first that speaks the language is taken, the others take over when it
 *     fails
 * @param userProviders other orders for single users, by their id
 */
@Validated
@ConfigurationProperties("moneyprinter.tts")
record VoiceProperties(
        @DefaultValue({"neural", "marytts", "edge"}) @NotEmpty
        List<String> providers,

        Map<String, @NotEmpty List<String>> userProviders) {

    /** What is not configured arrives as null. */
    VoiceProperties {
        userProviders = Map.copyOf(Objects.requireNonNullElse(userProviders, Map.of()));
    }
}
