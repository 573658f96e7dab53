package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.ScriptInput;
import io.moneyprinter.orchestration.job.UnitKey;
import org.springframework.stereotype.Component;

/** What is spoken. */
@Component
class Scripts {

    private final ScriptWriting scripts;
    private final Inputs inputs;

    Scripts(ScriptWriting scripts, Inputs inputs) {
        this.scripts = scripts;
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
}
