package io.moneyprinter.materials.asset;

import io.moneyprinter.materials.intake.IntakeProperties;
import io.moneyprinter.service.home.DataDirectory;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Uploads go to disk as they come in, never to memory. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final Logger log = LoggerFactory.getLogger(UploadConfiguration.class);
    private static final DataSize FORM = DataSize.ofMegabytes(1);
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    @Bean
    MultipartConfigElement uploads(DataDirectory home, IntakeProperties limits, Clock clock) {
        var directory = home.directory("uploads");
        removeLeftOvers(directory, clock);
        var largest = limits.maxSize().toBytes();
        return new MultipartConfigElement(directory.toString(), largest, largest + FORM.toBytes(), 0);
    }

    /** What a process that died had received so far. */
    private static void removeLeftOvers(Path directory, Clock clock) {
        var oldest = clock.instant().minus(LEFT_OVER);
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            log.warn("cannot remove old uploads from {}", directory, e);
        }
    }
}
