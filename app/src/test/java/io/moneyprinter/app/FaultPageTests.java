package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of faults name tests that are there. */
class FaultPageTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|Contract))\\.(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"faults.md", "voice-faults.md"})
    void namesOnlyTestsThatAreThere(String page) throws IOException {
        var sources = sources();
        var missing = new TreeSet<String>();
        var found = 0;
        for (var test = TEST.matcher(Files.readString(ROOT.resolve("docs").resolve(page))); test.find(); found++) {
            var source = sources.getOrDefault(test.group(1), "");
            if (!source.contains(" %s(".formatted(test.group(2)))) {
                missing.add("%s.%s".formatted(test.group(1), test.group(2)));
            }
        }

        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(10);
    }

    /** By the name of the class, which several may share. */
    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (var files = Files.find(
                ROOT,
                20,
                (file, attributes) -> file.toString().contains("src/test/java")
                        && file.toString().matches(".*(Tests|Contract)\\.java"))) {
            for (var file : (Iterable<Path>) files::iterator) {
                sources.merge(
                        file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
