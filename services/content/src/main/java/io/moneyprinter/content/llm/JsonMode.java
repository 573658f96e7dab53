package io.moneyprinter.content.llm;

/** How a model is held to JSON. */
enum JsonMode {
    /** To a JSON schema. */
    SCHEMA,
    /** To some JSON object; the prompt tells which. */
    OBJECT,
    /** By the prompt alone. */
    NONE
}
