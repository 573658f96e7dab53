package io.moneyprinter.materials.image;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which models make pictures, and what they are told. Nobody is asked who is not set up.
 *
 * @param chain names of providers in the order in which they are asked
 * @param style what every picture is to look like, in words; the first thing that a model is told
 * @param avoid what should be in no picture, for providers that can be told
 * @param rest how long a provider is left alone after it failed in half of its calls
 */
@ConfigurationProperties("moneyprinter.materials.images")
record ImageProperties(
        @DefaultValue({"openai", "stability", "automatic1111", "comfyui"})
        List<String> chain,

        @DefaultValue("Realistic photograph, natural light, sharp focus")
        String style,

        @DefaultValue("text, letters, captions, watermark, logo, frame, collage, deformed hands")
        String avoid,

        @DefaultValue("30s") Duration rest) {

    ImageProperties {
        chain = List.copyOf(chain);
        if (!rest.isPositive()) {
            throw new IllegalArgumentException("rest: %s (expected: more than nothing)".formatted(rest));
        }
    }
}
