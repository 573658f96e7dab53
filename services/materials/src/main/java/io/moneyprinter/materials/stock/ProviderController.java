package io.moneyprinter.materials.stock;

import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.materials.image.ImageModels;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the providers of pictures are doing. */
@RestController
class ProviderController {

    private final Sources sources;
    private final ImageModels models;

    ProviderController(Sources sources, ImageModels models) {
        this.sources = sources;
        this.models = models;
    }

    /** Every provider, also those that are not asked: of stock, then those that make pictures. */
    @GetMapping("/api/v1/materials/providers")
    List<PictureProvider> providers() {
        return Stream.concat(sources.list().stream(), models.list().stream()).toList();
    }
}
