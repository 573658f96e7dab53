package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptTranslation;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.ScriptInput;
import io.moneyprinter.orchestration.job.TranslationInput;
import io.moneyprinter.orchestration.job.UnitKey;
import org.springframework.stereotype.Component;

/** What is spoken. */
@Component
class Scripts {

    private final ScriptWriting scripts;
    private final ScriptTranslation translation;
    private final Inputs inputs;

    Scripts(ScriptWriting scripts, ScriptTranslation translation, Inputs inputs) {
        this.scripts = scripts;
        this.translation = translation;
        this.inputs = inputs;
    }

    GeneratedContent of(Job job, UnitKey key) {
        var request = ContentRequests.of(job.userId(), job.request(), key.toString());
        var content = scripts.generate(inputs.find(key, ScriptInput.class)
                .map(input -> request.withDurationTarget(input.seconds()))
                .orElse(request));
        if (content.sentences().isEmpty()) {
            throw new IllegalStateException("script of %s: no sentence (expected: at least one)".formatted(key));
        }
        return content;
    }

    /** Of a video that is a translation. */
    TranslatedScript translated(Job job, UnitKey key) {
        var input = inputs.find(key, TranslationInput.class)
                .orElseThrow(() -> new IllegalStateException("%s: nothing to translate".formatted(key)));
        return translation.translate(new TranslationRequest(
                job.userId(), input.content(), input.texts(), input.language(), null, key.toString()));
    }
}
