package io.moneyprinter.materials.provider.stability;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are made by Stability AI.
 *
 * @param apiKey from platform.stability.ai; it is not asked without one
 * @param model {@code core}, {@code ultra} or {@code sd3}
 * @param stylePreset such as {@code photographic} or {@code cinematic}, which {@code core} knows; empty for none
 * @param parallelism pictures at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole picture
 */
@ConfigurationProperties("moneyprinter.materials.stability")
record StabilityProperties(
        @DefaultValue("") ApiKey apiKey,
        @DefaultValue("https://api.stability.ai") URI baseUrl,
        @DefaultValue("core") String model,
        @DefaultValue("") String stylePreset,
        @DefaultValue("2") int parallelism,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("3m") Duration timeout) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.materials.stability");

    StabilityProperties {
        SETTINGS.key("api-key", apiKey);
        SETTINGS.address("base-url", baseUrl);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.within("parallelism", parallelism, 1, 100);
        if (!model.matches("core|ultra|sd3")) {
            throw SETTINGS.wrong("model", model, "core, ultra or sd3");
        }
    }
}
