package io.moneyprinter.content.template;

import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.language.Word;
import java.util.List;

/** A template laid out for a length: what to say when. It has no words of its own, so it needs no model and invents nothing. */
public final class Outline {

    private Outline() {}

    /**
     * @param seconds how long it takes
     * @param words about as many; in languages without spaces those that take as long
     */
    public record Step(String name, Scene.Role role, String purpose, int seconds, int words) {}

    /** @param hook without one its time goes to the others */
    public static List<Step> of(Template template, int seconds, boolean hook) {
        return parts(template, hook).stream()
                .map(part -> new Step(
                        part.name(), part.role(), part.purpose(), (int) Math.round(seconds * part.share()), (int)
                                Math.round(seconds * part.share() * Word.PER_SECOND)))
                .toList();
    }

    /** The sections that are wanted; their shares are the whole. */
    public static List<Template.Part> parts(Template template, boolean hook) {
        var kept = template.sections().stream()
                .filter(part -> hook || part.role() != Scene.Role.HOOK)
                .toList();
        var whole = kept.stream().mapToDouble(Template.Part::share).sum();
        return kept.stream()
                .map(part -> new Template.Part(part.name(), part.role(), part.purpose(), part.share() / whole))
                .toList();
    }
}
