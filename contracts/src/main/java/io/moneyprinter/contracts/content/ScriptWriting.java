package io.moneyprinter.contracts.content;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Turns a topic, a script, an article, texts from elsewhere or a draft into something to speak. */
@HttpExchange
public interface ScriptWriting {

    /**
     * Same request, same answer, except from a topic and from addresses: a language model may answer differently each
     * time, unless the request carries an idempotency key, and pages change.
     */
    @PostExchange("/internal/content/scripts")
    GeneratedContent generate(@RequestBody ContentRequest request);

    /**
     * Checks, without asking a language model, that {@link #generate} can start: the text has something to speak, the
     * draft or template that is named is there, and so is a language model, if one is needed.
     *
     * @return what could be told without a model; where none is needed, what {@link #generate} would answer, too
     */
    @PostExchange("/internal/content/scripts/check")
    ContentEstimate check(@RequestBody ContentRequest request);
}
