package io.moneyprinter.materials.provider.automatic1111;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are made by a Stable Diffusion web UI that was started with {@code --api}.
 *
 * @param baseUrl such as {@code http://127.0.0.1:7860}; it is not asked without one
 * @param user as in {@code --api-auth}; empty for none
 * @param password as in {@code --api-auth}
 * @param sampler as the web UI calls it, such as {@code DPM++ 2M}; empty for its own choice
 * @param steps of denoising
 * @param cfgScale how closely the words are followed
 * @param side pictures have about as many pixels as a square of this side: 1024 for SDXL, 512 for Stable Diffusion 1.5
 * @param parallelism pictures at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole picture
 */
@ConfigurationProperties("moneyprinter.materials.automatic1111")
record Automatic1111Properties(
        @Nullable URI baseUrl,
        @DefaultValue("") String user,
        @DefaultValue("") ApiKey password,
        @DefaultValue("") String sampler,
        @DefaultValue("25") int steps,
        @DefaultValue("7") double cfgScale,
        @DefaultValue("1024") int side,
        @DefaultValue("1") int parallelism,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10m") Duration timeout) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.materials.automatic1111");

    Automatic1111Properties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        SETTINGS.address("base-url", baseUrl);
        SETTINGS.within("steps", steps, 1, 150);
        SETTINGS.within("cfg-scale", cfgScale, 1, 30);
        SETTINGS.within("side", side, 256, 2048);
        SETTINGS.within("parallelism", parallelism, 1, 100);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
    }
}
