package io.moneyprinter.contracts.content;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Refuses texts that whoever runs this does not want. Scripts are looked at where they are written. */
@HttpExchange
public interface TextModeration {

    /** The code of a refusal, which no attempt can change. */
    String REFUSED = "MODERATION_REFUSED";

    /** Fails, about the first text that is not wanted; does nothing where moderation is off. */
    @PostExchange("/internal/content/moderation")
    void check(@RequestBody ModerationRequest request);
}
