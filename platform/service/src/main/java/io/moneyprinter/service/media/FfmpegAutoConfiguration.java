package io.moneyprinter.service.media;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegBinaries;
import io.moneyprinter.ffmpeg.device.DriverEnvironment;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** One FFmpeg for all services of a process, unpacked and checked when the first of them wants it. */
@AutoConfiguration(after = HostingAutoConfiguration.class)
@ConditionalOnClass(Ffmpeg.class)
@EnableConfigurationProperties(FfmpegProperties.class)
public final class FfmpegAutoConfiguration {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    Ffmpeg ffmpeg(FfmpegProperties properties, DataDirectory home) {
        var directory = Objects.requireNonNullElseGet(properties.directory(), () -> home.directory("ffmpeg"));
        var concurrency =
                properties.concurrency() == 0 ? Runtime.getRuntime().availableProcessors() : properties.concurrency();
        var binaries = FfmpegBinaries.locate(directory, properties.path());
        return new Ffmpeg(
                binaries.with(DriverEnvironment.of(System.getenv())),
                concurrency,
                properties.sandbox(),
                properties.memory().toBytes());
    }
}
