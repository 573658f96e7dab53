package io.moneyprinter.content.api;

import io.moneyprinter.content.prompt.Mark;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.template.Outline;
import io.moneyprinter.content.template.Template;
import io.moneyprinter.content.template.TemplateText;
import io.moneyprinter.content.template.Templates;
import io.moneyprinter.content.topic.ScriptPrompt;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How videos of a kind are built: those of the library, and the caller's own. */
@RestController
@RequestMapping("/api/v1/content/templates")
class TemplateController {

    private final Templates templates;
    private final Briefs briefs;

    TemplateController(Templates templates, Briefs briefs) {
        this.templates = templates;
        this.briefs = briefs;
    }

    /** @param templates by id */
    record TemplateList(List<Template> templates) {}

    /**
     * What a template makes of a request, without a model.
     *
     * @param outline what to say when, for whoever writes it himself
     * @param system what a model would be told of itself and of what it has to keep to
     * @param user the task that it would be given
     */
    record Preview(Template template, List<Outline.Step> outline, String system, String user) {

        static Preview of(Template template, List<Outline.Step> outline, Prompt prompt) {
            return new Preview(template, outline, prompt.system(), prompt.user());
        }
    }

    @GetMapping
    TemplateList all(Caller caller) {
        return new TemplateList(templates.of(caller.userId()));
    }

    /** Without a version the latest; the caller's own comes before that of the library. */
    @GetMapping("/{template_id}")
    Template get(
            Caller caller,
            @PathVariable("template_id") String id,
            @RequestParam(required = false) @Nullable Integer version) {
        return templates.find(caller.userId(), id, version);
    }

    /** Adds a template, or the next version of one. One with the id of the library's takes its place for the caller. */
    @PutMapping("/{template_id}")
    Template put(Caller caller, @PathVariable("template_id") String id, @RequestBody TemplateText template) {
        return templates.put(caller.userId(), id, template);
    }

    /** Removes the caller's own template with all its versions. */
    @DeleteMapping("/{template_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("template_id") String id) {
        templates.delete(caller.userId(), id);
    }

    /** The outline and the prompt that a request would get. Asks no model; the template of the path is taken. */
    @PostMapping("/{template_id}/preview")
    Preview preview(
            Caller caller, @PathVariable("template_id") String id, @Valid @RequestBody GenerateRequest request) {
        var brief = briefs.of(caller.userId(), request.with(id));
        var template = Objects.requireNonNull(brief.template());
        return Preview.of(
                template, Outline.of(template, brief.seconds(), brief.hook()), ScriptPrompt.of(brief, Mark.random()));
    }
}
