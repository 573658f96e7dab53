package io.moneyprinter.materials.asset;

import io.moneyprinter.service.identity.Caller;
import jakarta.validation.constraints.Min;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own files as they came in. */
@RestController
final class OriginalController {

    private static final String OF_ASSET = "/api/v1/materials/{asset_id}/original";
    private static final String OF_VERSION = "/api/v1/materials/{asset_id}/versions/{version}/original";

    private final Assets assets;
    private final AttachedFiles files;

    OriginalController(Assets assets, AttachedFiles files) {
        this.assets = assets;
        this.files = files;
    }

    /** Byte for byte, whatever it tells of places and people. To be saved: a browser does not show it. */
    @GetMapping(OF_ASSET)
    ResponseEntity<Resource> get(Caller caller, @PathVariable("asset_id") String id) {
        return answer(assets.original(caller.userId(), MaterialController.id(id), null));
    }

    @GetMapping(OF_VERSION)
    ResponseEntity<Resource> get(
            Caller caller, @PathVariable("asset_id") String id, @PathVariable @Min(1) int version) {
        return answer(assets.original(caller.userId(), MaterialController.id(id), version));
    }

    private ResponseEntity<Resource> answer(StoredOriginal original) {
        return files.answer(original.key(), original.filename());
    }

    /** The original alone: the file itself stays, as it was made anew. */
    @DeleteMapping(OF_ASSET)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("asset_id") String id) {
        assets.deleteOriginal(caller.userId(), MaterialController.id(id), null);
    }

    @DeleteMapping(OF_VERSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("asset_id") String id, @PathVariable @Min(1) int version) {
        assets.deleteOriginal(caller.userId(), MaterialController.id(id), version);
    }
}
