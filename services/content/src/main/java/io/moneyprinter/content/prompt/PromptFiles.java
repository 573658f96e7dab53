package io.moneyprinter.content.prompt;

import io.moneyprinter.service.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is said to language models, in one folder of resources: {@code io/moneyprinter/content/prompt}. */
public final class PromptFiles {

    private static final String FOLDER = "/io/moneyprinter/content/prompt/";

    private static final JsonMapper JSON = Json.strict();

    private PromptFiles() {}

    /** @param name such as {@code script.md} */
    public static String text(String name) {
        try (InputStream in = PromptFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no file %s in %s".formatted(name, FOLDER));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /**
     * A YAML file as a record, whose components are named in snake case.
     *
     * @throws IllegalStateException naming the file, when it has not that shape
     */
    public static <T> T yaml(String name, Class<T> type) {
        try {
            return JSON.convertValue(read(name), type);
        } catch (YAMLException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("%s: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** A YAML file of names and texts. */
    public static Map<String, String> texts(String name) {
        try {
            return Map.copyOf(JSON.convertValue(read(name), new TypeReference<Map<String, String>>() {}));
        } catch (YAMLException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("%s: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** The names of the files in a folder, sorted. */
    public static List<String> names(String folder) {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:%s%s/*".formatted(FOLDER.substring(1), folder));
            return Arrays.stream(files)
                    .map(file -> folder + "/" + file.getFilename())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Object read(String name) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name));
    }
}
