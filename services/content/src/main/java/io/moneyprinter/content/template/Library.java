package io.moneyprinter.content.template;

import io.moneyprinter.content.prompt.PromptFiles;
import io.moneyprinter.problem.CodedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The templates that come with the program: the folder {@code templates} of the prompts. */
final class Library {

    private static final String FOLDER = "templates";
    private static final String ENDING = ".yaml";

    private final Map<String, Template> templates;

    private Library(Map<String, Template> templates) {
        this.templates = templates;
    }

    /** @throws IllegalStateException naming the file that is wrong, and what is wrong with it */
    static Library read() {
        var templates = new LinkedHashMap<String, Template>();
        for (var name : PromptFiles.names(FOLDER)) {
            var id = name.substring(FOLDER.length() + 1, name.length() - ENDING.length());
            templates.put(id, template(name, id));
        }
        return new Library(templates);
    }

    private static Template template(String name, String id) {
        var text = PromptFiles.yaml(name, TemplateText.class);
        try {
            return text.checked(id, Objects.requireNonNull(text.version(), "version"), false);
        } catch (CodedException | NullPointerException wrong) {
            var errors = wrong instanceof CodedException coded ? coded.errors() : wrong.getMessage();
            throw new IllegalStateException("%s: %s".formatted(name, errors), wrong);
        }
    }

    Map<String, Template> templates() {
        return templates;
    }
}
