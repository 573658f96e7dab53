package io.moneyprinter.content.topic;

import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.content.template.Template;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.language.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written.
 *
 * @param material text that facts come from, null for what is generally known
 * @param hook whether it opens with something that makes people stay
 * @param seconds wanted length
 * @param provider the only one to ask, null for the configured chain
 * @param twist how it is told otherwise than it would be, null for as usual
 */
public record Brief(
        UserId user,
        String topic,
        @Nullable String title,
        @Nullable String material,
        String style,
        String tone,
        String audience,
        boolean hook,
        int seconds,
        Language language,
        List<String> keywords,
        @Nullable Template template,
        @Nullable String provider,
        @Nullable Twist twist) {

    public Brief {
        keywords = List.copyOf(keywords);
    }

    /**
     * How one of several scripts about the same differs from the others.
     *
     * @param hook by name, null without one
     * @param order by name
     * @param avoid sentences that others open with
     */
    public record Twist(@Nullable String hook, String order, List<String> avoid) {

        public Twist {
            avoid = List.copyOf(avoid);
        }
    }

    /** How it opens, by name; null without a hook. */
    @Nullable
    String opening() {
        if (!hook) {
            return null;
        }
        if (twist != null && twist.hook() != null) {
            return twist.hook();
        }
        return openings().getFirst();
    }

    /** How it could open, best first. */
    List<String> openings() {
        return template == null || template.hooks().isEmpty()
                ? Manners.all().style(style).hooks()
                : template.hooks();
    }

    /** How it ends; empty where it ends with its last fact. */
    String callToAction() {
        return template == null ? Manners.all().style(style).callToAction() : template.callToAction();
    }

    /** The user's own words, also those of a template that he has written. */
    public String own() {
        var own = new ArrayList<String>();
        own.add(topic);
        own.add(title == null ? "" : title);
        own.addAll(keywords);
        if (template != null && template.own()) {
            own.add(template.prompt());
            own.add(template.callToAction());
            template.sections().forEach(part -> own.add(part.name() + "\n" + part.purpose()));
        }
        return String.join("\n", own);
    }

    Brief told(String tone, Twist twist) {
        return new Brief(
                user, topic, title, material, style, tone, audience, hook, seconds, language, keywords, template,
                provider, twist);
    }
}
