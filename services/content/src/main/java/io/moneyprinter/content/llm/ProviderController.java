package io.moneyprinter.content.llm;

import io.moneyprinter.contracts.content.ModelProvider;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the providers of language models are doing. */
@RestController
class ProviderController {

    private final LanguageModels models;

    ProviderController(LanguageModels models) {
        this.models = models;
    }

    /** Every provider, also those that are not configured. */
    @GetMapping("/api/v1/content/providers")
    List<ModelProvider> providers() {
        return models.health();
    }
}
