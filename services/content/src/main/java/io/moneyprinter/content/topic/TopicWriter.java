package io.moneyprinter.content.topic;

import io.moneyprinter.content.prompt.Dialogue;
import io.moneyprinter.content.prompt.Mark;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a model write about a topic and checks what comes back: an answer is data, and may be anything. */
@Component
public class TopicWriter {

    private static final String PURPOSE = "script";

    private final Dialogue dialogue;

    TopicWriter(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** Hears a script while it is written. */
    public interface Listener {

        /** The next scene. Nothing is checked against the whole yet. */
        void scene(GeneratedScene scene);

        /** All scenes so far are worth nothing. */
        void startOver();
    }

    /** Whether it can be asked; null for any. */
    public void requireModel(@Nullable String provider) {
        requireModel(provider, provider == null ? "/topic" : "/provider");
    }

    /** @param pointer of the field that asks for a model */
    public void requireModel(@Nullable String provider, String pointer) {
        try {
            dialogue.require(provider);
        } catch (CodedException none) {
            throw CodedException.ofField(none.code(), pointer, String.valueOf(none.getMessage()));
        }
    }

    /**
     * @param listener null when nobody is in a hurry
     * @throws CodedException with one of the {@code LLM_} codes
     */
    public GeneratedContent write(Brief brief, @Nullable Listener listener) {
        var prompt = ScriptPrompt.of(brief, Mark.random());
        var reply = dialogue.ask(
                prompt,
                new Dialogue.Client(brief.user(), PURPOSE, brief.provider()),
                new ScriptCheck(brief, prompt),
                listener == null ? null : new SceneReader(brief, prompt, listener));
        var written = reply.value();
        var keywords = new ArrayList<>(brief.keywords());
        keywords.addAll(written.keywords());
        return written.manuscript()
                .toContent(
                        brief.title() == null && !written.title().isEmpty()
                                ? Headline.title(written.title())
                                : written.manuscript().titleOr(brief.title()),
                        written.description().isEmpty() ? null : written.description(),
                        keywords,
                        metadata(brief, reply),
                        written.scenes());
    }

    private static Map<String, String> metadata(Brief brief, Dialogue.Reply<ScriptCheck.Written> reply) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("source", brief.material() == null ? "topic" : "material");
        metadata.putAll(reply.metadata());
        metadata.put("style", brief.style());
        metadata.put("tone", brief.tone());
        metadata.put("target_audience", brief.audience());
        if (brief.opening() != null) {
            metadata.put("hook", brief.opening());
        }
        if (brief.template() != null) {
            metadata.put("template", brief.template().id());
            metadata.put("template_version", Integer.toString(brief.template().version()));
        }
        if (reply.value().dropped() > 0) {
            metadata.put("dropped", Integer.toString(reply.value().dropped()));
        }
        return metadata;
    }
}
