package io.moneyprinter.materials.asset;

import io.moneyprinter.materials.MaterialsConfiguration;
import io.moneyprinter.materials.designed.DesignedVisuals;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

/** The whole service behind its real web server. Not marked as a configuration, or every test's scan would find it. */
@EnableAutoConfiguration
@Import(MaterialsConfiguration.class)
public class MaterialsApplication {

    private static final class Shared {

        private static final Path HOME = home();
        private static final TestServer SERVER = start(TestDatabase.withSchemas("materials"), HOME);

        private static Path home() {
            try {
                var home = Files.createTempDirectory("materials");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile())));
                return home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One for all tests that do not need their own. Not to be closed. */
    public static TestServer shared() {
        return Shared.SERVER;
    }

    static Path sharedHome() {
        return Shared.HOME;
    }

    static TestServer start(TestDatabase database, Path home, String... properties) {
        var all = Stream.concat(
                Stream.of(
                        "moneyprinter.services=gateway,materials",
                        "moneyprinter.ffmpeg.directory=" + SharedFfmpeg.directory(),
                        "moneyprinter.materials.download.allow-loopback=true"),
                Stream.of(properties));
        return TestServer.start(MaterialsApplication.class, database, home, all.toArray(String[]::new));
    }

    @Bean
    @Primary
    DesignedVisuals blank() {
        return request -> {
            throw new IllegalStateException("nothing is drawn in this test");
        };
    }
}
