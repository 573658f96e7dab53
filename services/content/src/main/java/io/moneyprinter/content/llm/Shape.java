package io.moneyprinter.content.llm;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that an answer should be. Models that can are held to it, others are told of it; either way an answer may be
 * anything.
 *
 * @param name in lower case, such as {@code script}
 * @param schema JSON schema whose root is an object. For the strictest of models every object lists all its properties
 *     as required and allows no others.
 */
public record Shape(String name, JsonNode schema) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Shape {
        if (!"object".equals(schema.path("type").asString(""))) {
            throw new IllegalArgumentException("schema of %s: %s (expected: of an object)".formatted(name, schema));
        }
    }

    /** @param schema as text */
    public static Shape of(String name, String schema) {
        return new Shape(name, JSON.readTree(schema));
    }
}
