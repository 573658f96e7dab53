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
    private final Screening screening;

    TranslationController(Translator translator, PaidScripts paid, Screening screening) {
        this.translator = translator;
        this.paid = paid;
        this.screening = screening;
    }

    @Override
    public TranslatedScript translate(TranslationRequest request) {
        var given = request.given();
        if (given == null) {
            return screening.written(paid.once(request, () -> translator.translate(request)));
        }
        screening.check(given, request.language());
        return translator.translate(request);
    }

    @Override
    public ContentEstimate check(TranslationRequest request) {
        return translator.check(request);
    }
}
