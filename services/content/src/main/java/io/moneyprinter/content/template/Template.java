package io.moneyprinter.content.template;

import io.moneyprinter.contracts.content.Scene;
import java.util.List;

/**
 * How a video of a kind is built.
 *
 * @param id lower case, as in paths
 * @param version counts up with each change
 * @param own whether the user has written it; one of the library otherwise
 * @param sections in order; their shares are the whole
 * @param hooks how it opens, best first, by name
 * @param callToAction how it ends; empty where it ends with its last fact
 * @param defaults for a request that does not say
 * @param prompt what a model is told besides
 */
public record Template(
        String id,
        String name,
        int version,
        boolean own,
        String description,
        List<Part> sections,
        List<String> hooks,
        String callToAction,
        Defaults defaults,
        String prompt) {

    public Template {
        sections = List.copyOf(sections);
        hooks = List.copyOf(hooks);
    }

    /** @param share of the whole time, 0..1 */
    public record Part(String name, Scene.Role role, String purpose, double share) {}

    public record Defaults(String style, String tone) {}
}
