package io.moneyprinter.content.prompt;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model is told.
 *
 * @param system who it is and what it has to keep to
 * @param user the task, with the data
 * @param mark the line before and after the data, which nobody can guess
 * @param instructions everything but the data, so that an answer that repeats it can be known
 * @param schema JSON schema of the answer
 */
public record Prompt(String system, String user, String mark, String instructions, Schema schema) {

    private static final String PARTS = "=== user ===";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param name for the provider, such as {@code script}
     * @param json JSON schema
     */
    public record Schema(String name, String json) {}

    /**
     * Fills in the file {@code <name>.md}, whose answer has the shape of {@code <name>.schema.json}.
     *
     * @param values of its places, besides {@code mark} and {@code data}
     * @param data what came from outside; it is quoted as JSON, so that it can neither end nor begin anything
     */
    public static Prompt of(String name, Map<String, String> values, Map<String, ?> data, Mark mark) {
        var parts = PromptFiles.text(name + ".md").split(PARTS, 2);
        var system = new PromptText(parts[0]).fill(Map.of("mark", mark.value()));
        var user = new PromptText(parts[1]);
        var instructions = user.fill(with(values, ""));
        return new Prompt(
                system,
                user.fill(with(values, quoted(data, mark))),
                mark.value(),
                system + "\n" + instructions,
                new Schema(name, PromptFiles.text(name + ".schema.json")));
    }

    private static Map<String, String> with(Map<String, String> values, String data) {
        var all = new HashMap<>(values);
        all.put("data", data);
        return all;
    }

    private static String quoted(Map<String, ?> data, Mark mark) {
        var given = new LinkedHashMap<String, Object>();
        data.forEach((key, value) -> {
            if (!absent(value)) {
                given.put(key, printable(value));
            }
        });
        return "%s\n%s\n%s".formatted(mark.value(), JSON.writeValueAsString(given), mark.value());
    }

    private static Object printable(Object value) {
        return switch (value) {
            case String text -> Untrusted.printable(text);
            case List<?> list -> list.stream().map(Prompt::printable).toList();
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<Object, Object>();
                map.forEach((key, one) -> all.put(key, printable(one)));
                yield all;
            }
            default -> value;
        };
    }

    private static boolean absent(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }
}
