package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.provider.ProviderSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Voices of the operator's own, there when their directory holds any.
 *
 * @param enabled whether they may speak
 * @param directory where they lie: Piper's as {@code NAME.onnx} and {@code NAME.onnx.json}, Kokoro's in a directory of
 *     their own; empty for {@code voices} in the data directory
 * @param program espeak-ng, which turns text into phonemes: a name to look for on the PATH, or a path
 * @param parallelism sentences at a time; 0 for one per processor
 * @param threads of the processor for each of them
 * @param loadedModels how many models stay in memory; the one that was not used for the longest time goes
 * @param timeout the longest that one sentence may take, with the time to load its model
 * @param voicesTtl how long the directory is believed to be as it was
 * @param catalogue a file that says which voices can be installed; empty for {@code catalogue.json} in the directory
 * @param downloadPatience the longest wait for the next bytes of a download
 */
@ConfigurationProperties(NeuralProperties.PREFIX)
record NeuralProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Path directory,
        @DefaultValue("espeak-ng") String program,
        @DefaultValue("0") int parallelism,
        @DefaultValue("1") int threads,
        @DefaultValue("2") int loadedModels,
        @DefaultValue("2m") Duration timeout,
        @DefaultValue("10s") Duration voicesTtl,
        @Nullable Path catalogue,
        @DefaultValue("30s") Duration downloadPatience) {

    static final String PREFIX = "moneyprinter.tts.neural";

    NeuralProperties {
        var settings = new ProviderSettings(PREFIX);
        settings.atLeast(0, "parallelism", parallelism);
        settings.atLeast(1, "threads", threads);
        settings.atLeast(1, "loaded-models", loadedModels);
        settings.time("timeout", timeout);
        settings.time("voices-ttl", voicesTtl);
        settings.time("download-patience", downloadPatience);
    }

    int permits() {
        return parallelism == 0 ? Runtime.getRuntime().availableProcessors() : parallelism;
    }

    Path directory(DataDirectory home) {
        return directory == null ? standard(home) : directory.toAbsolutePath();
    }

    static Path standard(DataDirectory home) {
        return home.root().resolve("voices");
    }

    Path catalogue(DataDirectory home) {
        return catalogue == null ? directory(home).resolve("catalogue.json") : catalogue.toAbsolutePath();
    }
}
