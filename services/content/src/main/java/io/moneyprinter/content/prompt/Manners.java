package io.moneyprinter.content.prompt;

import io.moneyprinter.contracts.content.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How the wishes of a request are put to a model: {@code styles.yaml}.
 *
 * @param hooks how a video opens, by name
 * @param orders in what order things are told, by name
 */
public record Manners(
        Map<String, Style> styles,
        Map<String, Tone> tones,
        Map<String, Audience> audiences,
        Map<String, String> hooks,
        Map<String, String> orders) {

    private static final String OTHER = "other";

    private static final Manners ALL = PromptFiles.yaml("styles.yaml", Manners.class);

    public Manners {
        styles = Map.copyOf(styles);
        tones = Map.copyOf(tones);
        audiences = Map.copyOf(audiences);
        hooks = Map.copyOf(hooks);
        orders = Map.copyOf(orders);
        for (var named : List.of(styles, tones, audiences)) {
            if (!named.containsKey(OTHER)) {
                throw new IllegalArgumentException(
                        "%s (expected: one of them is called other)".formatted(named.keySet()));
            }
        }
        for (var style : styles.values()) {
            if (style.hooks().isEmpty() || !hooks.keySet().containsAll(style.hooks())) {
                throw new IllegalArgumentException(
                        "hooks: %s (expected: some of %s)".formatted(style.hooks(), hooks.keySet()));
            }
        }
    }

    public static Manners all() {
        return ALL;
    }

    /**
     * @param hooks how it opens, best first
     * @param callToAction how it ends, empty where it ends with its last fact
     */
    public record Style(String guidance, List<String> hooks, String callToAction) {

        public Style {
            hooks = List.copyOf(hooks);
        }
    }

    /**
     * @param mood of a scene whose mood nobody said
     * @param shotSeconds of a scene whose pace nobody said
     */
    public record Tone(String guidance, Scene.Mood mood, double shotSeconds) {}

    /** @param longestSentence in words */
    public record Audience(String guidance, int longestSentence) {}

    public Style style(String name) {
        return named(styles, name);
    }

    public Tone tone(String name) {
        return named(tones, name);
    }

    public Audience audience(String name) {
        return named(audiences, name);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public String hook(String name) {
        return known(hooks, name);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public String order(String name) {
        return known(orders, name);
    }

    private static <T> T named(Map<String, T> all, String name) {
        var found = all.get(name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
        return found == null ? Objects.requireNonNull(all.get(OTHER)) : found;
    }

    private static String known(Map<String, String> all, String name) {
        var found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("'%s' (expected: one of %s)".formatted(name, all.keySet()));
        }
        return found;
    }
}
