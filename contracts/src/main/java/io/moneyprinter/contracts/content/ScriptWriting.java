package io.moneyprinter.contracts.content;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Turns a topic, a script, an article or texts from elsewhere into something to speak. */
@HttpExchange
public interface ScriptWriting {

    /**
     * Same request, same answer, except from a topic and from addresses: a language model may answer differently each
     * time, unless the request carries an idempotency key, and pages change.
     */
    @PostExchange("/internal/content/scripts")
    GeneratedContent generate(@RequestBody ContentRequest request);

    /**
     * Checks, without writing anything, that {@link #generate} can start: the text has something to speak, and a
     * topic has a language model to write about it.
     *
     * @return what could be told without writing
     */
    @PostExchange("/internal/content/scripts/check")
    ContentEstimate check(@RequestBody ContentRequest request);
}
