package io.moneyprinter.content.template;

import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is written, in a file or a request. Anything may be missing or wrong until it is checked.
 *
 * @param version of a file; a user's own are counted by us
 */
public record TemplateText(
        @Nullable String name,
        @Nullable Integer version,
        @Nullable String description,
        @Nullable List<@Nullable PartText> sections,
        @Nullable List<@Nullable String> hooks,
        @Nullable String callToAction,
        @Nullable DefaultsText defaults,
        @Nullable String prompt) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_PROMPT = 2_000;
    private static final int MOST_SECTIONS = 12;
    private static final double EXACT = 0.011;

    /** A section as it is written. */
    public record PartText(
            @Nullable String name,
            Scene.@Nullable Role role,
            @Nullable String purpose,
            @Nullable Double share) {}

    /** What holds for a request that does not say. */
    public record DefaultsText(
            @Nullable String style, @Nullable String tone) {}

    /** @throws CodedException {@code FIELD_INVALID}, with all that is wrong */
    Template checked(String id, int version, boolean own) {
        var errors = new ArrayList<FieldError>();
        var parts = parts(errors);
        var known = Manners.all().hooks().keySet();
        var opening = new ArrayList<String>();
        for (var hook : hooks == null ? List.<@Nullable String>of() : hooks) {
            if (hook == null || !known.contains(hook)) {
                errors.add(new FieldError(
                        "/hooks/" + opening.size(),
                        "'%s' (expected: one of %s)"
                                .formatted(hook, known.stream().sorted().toList())));
            }
            opening.add(String.valueOf(hook));
        }
        var opens = parts.stream().anyMatch(part -> part.role() == Scene.Role.HOOK);
        if (opens && opening.isEmpty()) {
            errors.add(new FieldError("/hooks", "none (expected: at least one, as a section is a hook)"));
        }
        var calls = parts.stream().anyMatch(part -> part.role() == Scene.Role.CALL_TO_ACTION);
        if (calls && (callToAction == null || callToAction.isBlank())) {
            errors.add(new FieldError("/call_to_action", "blank (expected: what to do, as a section asks for it)"));
        }
        var template = new Template(
                id,
                text(name, "/name", 1, LONGEST_NAME, errors),
                version,
                own,
                text(description, "/description", 1, LONGEST_TEXT, errors),
                parts,
                opening,
                text(callToAction, "/call_to_action", 0, LONGEST_TEXT, errors),
                new Template.Defaults(
                        text(defaults == null ? null : defaults.style(), "/defaults/style", 1, LONGEST_NAME, errors),
                        text(defaults == null ? null : defaults.tone(), "/defaults/tone", 1, LONGEST_NAME, errors)),
                text(prompt, "/prompt", 0, LONGEST_PROMPT, errors));
        if (!errors.isEmpty()) {
            throw CodedException.ofFields(CommonErrorCode.FIELD_INVALID, errors);
        }
        return template;
    }

    private List<Template.Part> parts(List<FieldError> errors) {
        var parts = new ArrayList<Template.Part>();
        var given = sections == null ? List.<@Nullable PartText>of() : sections;
        if (given.isEmpty() || given.size() > MOST_SECTIONS) {
            errors.add(new FieldError("/sections", "%d (expected: 1 to %d)".formatted(given.size(), MOST_SECTIONS)));
            return List.of();
        }
        var whole = 0.0;
        for (var part : given) {
            var pointer = "/sections/" + parts.size();
            var read = part(part == null ? new PartText(null, null, null, null) : part, pointer, errors);
            if (read.role() == Scene.Role.HOOK && !parts.isEmpty()) {
                errors.add(new FieldError(pointer + "/role", "hook (expected: in the first section only)"));
            }
            if (read.role() == Scene.Role.CALL_TO_ACTION && parts.size() + 1 < given.size()) {
                errors.add(new FieldError(pointer + "/role", "call_to_action (expected: in the last section only)"));
            }
            parts.add(read);
            whole += read.share();
        }
        if (Math.abs(whole - 1) > EXACT) {
            errors.add(new FieldError("/sections", "the shares are %.2f together (expected: 1)".formatted(whole)));
        }
        return parts;
    }

    private static Template.Part part(PartText given, String pointer, List<FieldError> errors) {
        var share = given.share() == null ? 0 : given.share();
        if (!(share > 0 && share <= 1)) {
            errors.add(new FieldError(
                    pointer + "/share", "%s (expected: more than 0, at most 1)".formatted(given.share())));
        }
        return new Template.Part(
                text(given.name(), pointer + "/name", 1, LONGEST_NAME, errors),
                given.role() == null ? Scene.Role.BODY : given.role(),
                text(given.purpose(), pointer + "/purpose", 1, LONGEST_TEXT, errors),
                share);
    }

    private static String text(
            @Nullable String given, String pointer, int shortest, int longest, List<FieldError> errors) {
        var text = given == null
                ? ""
                : given.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n]]", " ").strip();
        if (text.length() < shortest || text.length() > longest) {
            errors.add(new FieldError(
                    pointer, "%d characters (expected: %d to %d)".formatted(text.length(), shortest, longest)));
        }
        return text;
    }
}
