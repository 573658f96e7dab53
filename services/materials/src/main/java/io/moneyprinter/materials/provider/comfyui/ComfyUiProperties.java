package io.moneyprinter.materials.provider.comfyui;

import io.moneyprinter.service.provider.ProviderSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are made by ComfyUI.
 *
 * @param baseUrl such as {@code http://127.0.0.1:8188}; it is not asked without one
 * @param workflow a workflow in the API format (JSON), in which the texts {@code {prompt}}, {@code {avoid}},
 *     {@code {width}}, {@code {height}} and {@code {seed}} are filled in; empty for text to image with
 *     {@code checkpoint}
 * @param checkpoint as ComfyUI lists it
 * @param sampler as ComfyUI calls it
 * @param scheduler as ComfyUI calls it
 * @param steps of denoising
 * @param cfg how closely the words are followed
 * @param side pictures have about as many pixels as a square of this side: 1024 for SDXL, 512 for Stable Diffusion 1.5
 * @param poll how often it is asked whether a picture is done
 * @param parallelism pictures at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole picture
 */
@ConfigurationProperties("moneyprinter.materials.comfyui")
record ComfyUiProperties(
        @Nullable URI baseUrl,
        @Nullable Path workflow,
        @DefaultValue("sd_xl_base_1.0.safetensors") String checkpoint,
        @DefaultValue("euler") String sampler,
        @DefaultValue("normal") String scheduler,
        @DefaultValue("25") int steps,
        @DefaultValue("7") double cfg,
        @DefaultValue("1024") int side,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("1") int parallelism,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10m") Duration timeout) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.materials.comfyui");

    ComfyUiProperties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        workflow = workflow == null || workflow.toString().isBlank() ? null : workflow;
        SETTINGS.address("base-url", baseUrl);
        SETTINGS.within("steps", steps, 1, 150);
        SETTINGS.within("cfg", cfg, 0, 30);
        SETTINGS.within("side", side, 256, 2048);
        SETTINGS.within("parallelism", parallelism, 1, 100);
        SETTINGS.time("poll", poll);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
    }
}
