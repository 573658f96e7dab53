package io.moneyprinter.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreKillTests {

    @TempDir
    Path work;

    /** Whoever stores may die at any moment; what has a name in the store is whole all the same. */
    @Test
    void holdsOnlyWholeObjectsWhenWritersAreKilled() throws Exception {
        for (var round = 0; round < 4; round++) {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var program = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            WritingProgram.class.getName(),
                            work.toString(),
                            "round" + round)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var out = program.inputReader()) {
                for (var i = 0; i < 3 + round; i++) {
                    assertThat(out.readLine()).isEqualTo("stored");
                }
                program.destroyForcibly().waitFor();
            }
        }

        try (var objects = Files.list(work.resolve("objects/numbers"))) {
            var all = objects.toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(12);
            for (var object : all) {
                var number =
                        Integer.parseInt(object.getFileName().toString().replaceAll("round\\d+-(\\d+)\\.bin", "$1"));
                assertThat(Files.readAllBytes(object)).isEqualTo(WritingProgram.content(number));
            }
        }
        var later = Instant.now().plus(Duration.ofDays(2));
        assertThat(new LocalObjectStore(work, Clock.fixed(later, ZoneOffset.UTC)))
                .isNotNull();
        assertThat(work.resolve("incoming")).isEmptyDirectory();
    }
}
