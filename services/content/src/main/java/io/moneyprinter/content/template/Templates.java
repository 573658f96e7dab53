package io.moneyprinter.content.template;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What there is to choose from: the library, and over it what the user has written. */
@Component
public class Templates {

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");

    private final Library library = Library.read();
    private final JdbcTemplates own;

    Templates(JdbcTemplates own) {
        this.own = own;
    }

    /** By id. */
    public List<Template> of(UserId user) {
        var all = new TreeMap<>(library.templates());
        own.latest(user).forEach(template -> all.put(template.id(), template));
        return List.copyOf(all.values());
    }

    /**
     * @param version null for the latest
     * @throws CodedException {@code TEMPLATE_NOT_FOUND}, also for those of others
     */
    public Template find(UserId user, String id, @Nullable Integer version) {
        var written = own.find(user, id, version);
        if (written.isPresent()) {
            return written.get();
        }
        var template = library.templates().get(id);
        if (template == null || (version != null && version != template.version())) {
            throw notFound(user, new Edition(id, version));
        }
        return template;
    }

    private CodedException notFound(UserId user, Edition wanted) {
        return new CodedException(
                ContentErrorCode.TEMPLATE_NOT_FOUND,
                "There is no template %s (expected: one of %s)."
                        .formatted(
                                wanted,
                                of(user).stream()
                                        .map(known -> "%s (%d)".formatted(known.id(), known.version()))
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * Adds a template, or the next version of one. One with the id of the library's takes its place for this user.
     *
     * @throws CodedException {@code FIELD_INVALID} or {@code TEMPLATES_FULL}
     */
    public Template put(UserId user, String id, TemplateText text) {
        if (!ID.matcher(id).matches()) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/id",
                    "'%s' (expected: letters a to z, digits and hyphens, at most 60)".formatted(id));
        }
        return own.put(user, text.checked(id, 1, true));
    }

    /**
     * Removes a template of the user with all its versions; the library's stays.
     *
     * @throws CodedException {@code TEMPLATE_NOT_FOUND}
     */
    public void delete(UserId user, String id) {
        if (!own.delete(user, id)) {
            throw new CodedException(
                    ContentErrorCode.TEMPLATE_NOT_FOUND, "You have no template '%s' of your own.".formatted(id));
        }
    }
}
