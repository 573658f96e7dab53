package io.moneyprinter.tts.health;

import io.moneyprinter.contracts.tts.VoiceProvider;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the providers of voices are doing. */
@RestController
class ProviderController {

    private final Providers providers;

    ProviderController(Providers providers) {
        this.providers = providers;
    }

    /** Every provider, also those that are not switched on. */
    @GetMapping("/api/v1/tts/providers")
    List<VoiceProvider> providers() {
        return providers.list();
    }
}
