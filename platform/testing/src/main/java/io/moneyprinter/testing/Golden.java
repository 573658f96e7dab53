package io.moneyprinter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file below {@code src/test/resources/golden} that people have read and agreed to. Run with
 * {@code -Dgolden=update} the files are written instead; the difference is then for the reviewer.
 */
public final class Golden {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Fails with the difference when {@code actual} is not exactly what the golden file {@code name} says. */
    public static void assertMatches(String name, String actual) {
        assertMatches(DIRECTORY.resolve(name), actual);
    }

    /** The same for a file that lies elsewhere, such as a generated page of the documentation. */
    public static void assertMatches(Path file, String actual) {
        try {
            if ("update".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
                Files.writeString(file, actual);
            }
            assertThat(file).as("golden file, written with -Dgolden=update").exists();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare with " + file, e);
        }
    }
}
