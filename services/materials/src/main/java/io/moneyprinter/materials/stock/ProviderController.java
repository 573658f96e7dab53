package io.moneyprinter.materials.stock;

import io.moneyprinter.contracts.materials.PictureProvider;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the providers of stock footage are doing. */
@RestController
class ProviderController {

    private final Sources sources;

    ProviderController(Sources sources) {
        this.sources = sources;
    }

    /** Every provider, also those that are not asked. */
    @GetMapping("/api/v1/materials/providers")
    List<PictureProvider> providers() {
        return sources.list();
    }
}
