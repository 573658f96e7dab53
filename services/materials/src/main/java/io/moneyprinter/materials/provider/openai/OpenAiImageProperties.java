package io.moneyprinter.materials.provider.openai;

import io.moneyprinter.materials.provider.image.PictureSize;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are made by OpenAI, or by another server that has {@code POST /images/generations}. It is asked when it
 * has a key or another address.
 *
 * @param apiKey from platform.openai.com; other servers may need none
 * @param baseUrl up to {@code /v1}; empty for OpenAI's own
 * @param model as the server knows it
 * @param sizes that the model makes, such as {@code 1024x1536}; empty for those of the GPT image models, or of
 *     {@code dall-e-3}
 * @param quality {@code low}, {@code medium}, {@code high} or what else the server knows; empty not to say
 * @param parallelism pictures at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole picture
 */
@ConfigurationProperties("moneyprinter.materials.openai")
record OpenAiImageProperties(
        @DefaultValue("") ApiKey apiKey,
        @Nullable URI baseUrl,
        @DefaultValue("gpt-image-1") String model,
        @DefaultValue List<String> sizes,
        @DefaultValue("medium") String quality,
        @DefaultValue("2") int parallelism,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("3m") Duration timeout) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.materials.openai");

    private static final URI OPENAI = URI.create("https://api.openai.com/v1");
    private static final List<String> GPT_SIZES = List.of("1024x1024", "1536x1024", "1024x1536");
    private static final List<String> DALL_E_SIZES = List.of("1024x1024", "1792x1024", "1024x1792");

    OpenAiImageProperties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        sizes = List.copyOf(sizes);
        SETTINGS.key("api-key", apiKey);
        SETTINGS.address("base-url", baseUrl);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.within("parallelism", parallelism, 1, 100);
        if (model.isBlank()) {
            throw SETTINGS.wrong("model", "none", "the name of a model");
        }
        sizes.forEach(PictureSize::parse);
    }

    boolean isConfigured() {
        return apiKey.isPresent() || baseUrl != null;
    }

    URI address() {
        return baseUrl == null ? OPENAI : baseUrl;
    }

    /** These answer in base 64 and may be told a format; the others have to be told to answer in base 64. */
    boolean isGpt() {
        return model.startsWith("gpt-");
    }

    List<PictureSize> pictureSizes() {
        var known = isGpt() ? GPT_SIZES : DALL_E_SIZES;
        return (sizes.isEmpty() ? known : sizes)
                .stream().map(PictureSize::parse).toList();
    }
}
