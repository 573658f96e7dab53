package io.moneyprinter.tts.provider.espeak;

import io.moneyprinter.ffmpeg.Programs;
import io.moneyprinter.service.provider.ProviderSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The voices of espeak-ng, there when the machine has the program.
 *
 * @param enabled whether it is looked for at all
 * @param program a name to look for on the PATH, or a path
 * @param parallelism sentences at a time; 0 for one per processor
 * @param timeout the longest that one sentence may take
 * @param voicesTtl how long a list of voices is believed
 */
@ConfigurationProperties(EspeakProperties.PREFIX)
record EspeakProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("espeak-ng") String program,
        @DefaultValue("0") int parallelism,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("24h") Duration voicesTtl) {

    static final String PREFIX = "moneyprinter.tts.espeak";
    static final String PROGRAM = "espeak-ng";

    EspeakProperties {
        var settings = new ProviderSettings(PREFIX);
        settings.atLeast(0, "parallelism", parallelism);
        settings.time("timeout", timeout);
        settings.time("voices-ttl", voicesTtl);
    }

    int permits() {
        return parallelism == 0 ? Runtime.getRuntime().availableProcessors() : parallelism;
    }

    /** @throws IllegalArgumentException if it is not there */
    Path located() {
        var found = Programs.find(program);
        if (found == null) {
            throw new ProviderSettings(PREFIX).wrong("program", program, "espeak-ng, as a program that may be run");
        }
        return found;
    }
}
