package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.download.Downloads;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.fetch.WebAddress;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredFiles;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The caller's own files. */
@RestController
final class MaterialController {

    private static final String PATH = "/api/v1/materials";
    static final String SHA256 = "[0-9a-fA-F]{64}";

    private final Assets assets;
    private final JdbcCollections collections;
    private final Downloads downloads;
    private final ObjectStore store;
    private final StoredFiles files;
    private final AttachedFiles attached;

    MaterialController(
            Assets assets,
            JdbcCollections collections,
            Downloads downloads,
            ObjectStore store,
            AttachedFiles attached) {
        this.assets = assets;
        this.collections = collections;
        this.downloads = downloads;
        this.store = store;
        this.files = new StoredFiles(store);
        this.attached = attached;
    }

    /**
     * Some files, newest first.
     *
     * @param nextCursor give it back as {@code cursor} to get the next ones, null at the end
     */
    record MaterialPage(List<Asset> materials, @Nullable AssetId nextCursor) {}

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Asset> upload(
            Caller caller,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Pattern(regexp = SHA256) @Nullable String sha256)
            throws IOException {
        return FormFile.receive(
                file, store, (received, name) -> answer(assets.add(caller.userId(), received, name, sha256)));
    }

    /**
     * Where a file is.
     *
     * @param url of the web, no address of the inside
     * @param filename to show; the last part of the address when null
     * @param sha256 that the file should have, in hexadecimal; null when it is not known
     */
    record ImportRequest(
            @NotNull String url,
            @Size(max = 1_000) @Nullable String filename,
            @Pattern(regexp = SHA256) @Nullable String sha256) {}

    /** Fetches a file, and takes it in like any other. */
    @PostMapping(PATH + "/imports")
    ResponseEntity<Asset> importFile(Caller caller, @Valid @RequestBody ImportRequest request) throws IOException {
        var address = WebAddress.parse(request.url());
        var received = store.newFile("download");
        try {
            downloads.fetch(address, received);
            var name = request.filename() == null ? lastPart(address) : request.filename();
            return answer(assets.addForeign(caller.userId(), received, name, request.sha256()));
        } finally {
            store.discard(received);
        }
    }

    private static @Nullable String lastPart(URI address) {
        var path = address.getPath();
        return path == null ? null : path.substring(path.lastIndexOf('/') + 1);
    }

    /** 201 for what is new, 200 for what was there. */
    private static ResponseEntity<Asset> answer(Assets.Added added) {
        return ResponseEntity.status(added.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(PATH + "/" + added.asset().assetId()))
                .body(added.asset());
    }

    @GetMapping(PATH)
    MaterialPage list(
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable AssetId cursor,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = "false") boolean favourite,
            @RequestParam(required = false) @Nullable String collection) {
        var wanted = new JdbcAssets.Wanted(
                deleted,
                favourite,
                collection == null
                        ? null
                        : collections.get(caller.userId(), collection).collectionId());
        var found = assets.list(caller.userId(), wanted, cursor, limit);
        return new MaterialPage(
                found, found.size() < limit ? null : found.getLast().assetId());
    }

    @GetMapping(PATH + "/{asset_id}")
    Asset get(Caller caller, @PathVariable("asset_id") String id) {
        return stored(caller, id).asset();
    }

    /**
     * What we made of the file. A browser shows it, and runs nothing that may be hidden in it. Documents are as they came
     * in: they are handed back and never shown.
     */
    @GetMapping(PATH + "/{asset_id}/content")
    ResponseEntity<Resource> content(Caller caller, @PathVariable("asset_id") String id) {
        var stored = stored(caller, id);
        var name = stored.asset().assetId() + "." + stored.media().extension();
        if (stored.asset().fileType() == Asset.Type.DOCUMENT) {
            return attached.answer(stored.media(), name);
        }
        return files.answer(
                stored.media(), MediaType.parseMediaType(stored.asset().mimeType()), headers -> guard(headers, name));
    }

    static void guard(HttpHeaders headers, String name) {
        guard(headers, ContentDisposition.inline().filename(name).build());
    }

    /** What came from users is shown alone: it runs nothing, and is taken for nothing else. */
    static void guard(HttpHeaders headers, ContentDisposition disposition) {
        headers.setContentDisposition(disposition);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /** Changes what its owner says of it; what is not named stays, and an empty text takes back what was said. */
    @PatchMapping(PATH + "/{asset_id}")
    Asset change(Caller caller, @PathVariable("asset_id") String id, @Valid @RequestBody AssetChange change) {
        return assets.change(caller.userId(), id(id), change);
    }

    /** Into the bin, from where it can be restored for a while; for good when that is asked for. */
    @DeleteMapping(PATH + "/{asset_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Caller caller,
            @PathVariable("asset_id") String id,
            @RequestParam(defaultValue = "false") boolean permanent) {
        if (permanent) {
            assets.purge(caller.userId(), id(id));
        } else {
            assets.delete(caller.userId(), id(id));
        }
    }

    @PostMapping(PATH + "/{asset_id}/restore")
    Asset restore(Caller caller, @PathVariable("asset_id") String id) {
        return assets.restore(caller.userId(), id(id));
    }

    private StoredAsset stored(Caller caller, String id) {
        return assets.get(caller.userId(), id(id));
    }

    /** An id that cannot be one is as unknown as any other. */
    static AssetId id(String id) {
        try {
            return new AssetId(id);
        } catch (IllegalArgumentException e) {
            throw new CodedException(MaterialsErrorCode.ASSET_NOT_FOUND, "no such material", e);
        }
    }
}
