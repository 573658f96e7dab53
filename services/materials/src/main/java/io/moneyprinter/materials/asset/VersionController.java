package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredFiles;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the caller's own files were before, and what they become. */
@RestController
final class VersionController {

    private static final String PATH = "/api/v1/materials/{asset_id}/versions";

    private final Assets assets;
    private final ObjectStore store;
    private final StoredFiles files;
    private final AttachedFiles attached;

    VersionController(Assets assets, ObjectStore store, AttachedFiles attached) {
        this.assets = assets;
        this.store = store;
        this.files = new StoredFiles(store);
        this.attached = attached;
    }

    /** What it is now first, then what it was, the latest first. */
    record VersionList(List<AssetVersion> versions) {}

    @GetMapping(PATH)
    VersionList list(Caller caller, @PathVariable("asset_id") String id) {
        return new VersionList(assets.versions(caller.userId(), id(id)));
    }

    /** Another file of the same type for what it is; all that was said of it stays. */
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Asset replace(
            Caller caller,
            @PathVariable("asset_id") String id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Pattern(regexp = MaterialController.SHA256) @Nullable String sha256)
            throws IOException {
        return FormFile.receive(
                file, store, (received, name) -> assets.replace(caller.userId(), id(id), received, name, sha256));
    }

    @GetMapping(PATH + "/{version}/content")
    ResponseEntity<Resource> content(
            Caller caller, @PathVariable("asset_id") String id, @PathVariable @Min(1) int version) {
        var asset = assets.get(caller.userId(), id(id)).asset();
        var wanted = assets.version(caller.userId(), asset.assetId(), version);
        var name = "%s-%d.%s".formatted(asset.assetId(), version, wanted.media().extension());
        if (asset.fileType() == Asset.Type.DOCUMENT) {
            return attached.answer(wanted.media(), name);
        }
        return files.answer(
                wanted.media(),
                MediaType.parseMediaType(wanted.mimeType()),
                headers -> MaterialController.guard(headers, name));
    }

    /** Becomes what it is; what it is now becomes an earlier version. */
    @PostMapping(PATH + "/{version}/restore")
    Asset restore(Caller caller, @PathVariable("asset_id") String id, @PathVariable @Min(1) int version) {
        return assets.restoreVersion(caller.userId(), id(id), version);
    }

    @DeleteMapping(PATH + "/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("asset_id") String id, @PathVariable @Min(1) int version) {
        assets.dropVersion(caller.userId(), id(id), version);
    }

    private static AssetId id(String id) {
        return MaterialController.id(id);
    }
}
