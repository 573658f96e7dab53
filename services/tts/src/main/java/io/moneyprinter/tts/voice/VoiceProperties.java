package io.moneyprinter.tts.voice;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose voices are preferred.
 *
 * @param providers in order of preference; the first that speaks the language is taken
 */
@Validated
@ConfigurationProperties("moneyprinter.tts")
record VoiceProperties(
        @DefaultValue({"marytts", "edge"}) @NotEmpty List<String> providers) {}
