package io.moneyprinter.contracts.content;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Says finished scripts in other languages, sentence by sentence. */
@HttpExchange
public interface ScriptTranslation {

    /**
     * A language model is paid once for the same idempotency key. With a translation that is given none is asked, and
     * the same request has the same answer.
     *
     * @return the same sections and sentences, with the same pauses and voices
     */
    @PostExchange("/internal/content/translations")
    TranslatedScript translate(@RequestBody TranslationRequest request);

    /**
     * Checks, without writing anything, that {@link #translate} can start: the language is one, and not that of the
     * script, and there is a language model unless the translation is given.
     *
     * @return what could be told without writing
     */
    @PostExchange("/internal/content/translations/check")
    ContentEstimate check(@RequestBody TranslationRequest request);
}
