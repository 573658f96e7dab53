package io.moneyprinter.content.api;

import io.moneyprinter.content.translation.Translator;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.ScriptTranslation;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.content.TranslationRequest;
import org.springframework.web.bind.annotation.RestController;

/** Translates for other services. What somebody else has translated is free, so nothing of it is kept. */
@RestController
class TranslationController implements ScriptTranslation {

    private final Translator translator;
    private final PaidScripts paid;

    TranslationController(Translator translator, PaidScripts paid) {
        this.translator = translator;
        this.paid = paid;
    }

    @Override
    public TranslatedScript translate(TranslationRequest request) {
        return request.given() == null
                ? paid.once(request, () -> translator.translate(request))
                : translator.translate(request);
    }

    @Override
    public ContentEstimate check(TranslationRequest request) {
        return translator.check(request);
    }
}
