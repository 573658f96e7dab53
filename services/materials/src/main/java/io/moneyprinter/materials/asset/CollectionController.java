package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's collections. What is in one is listed by {@code GET /api/v1/materials?collection=…}. */
@RestController
final class CollectionController {

    private static final String PATH = "/api/v1/materials/collections";

    private final JdbcCollections collections;
    private final Assets assets;

    CollectionController(JdbcCollections collections, Assets assets) {
        this.collections = collections;
        this.assets = assets;
    }

    /** @param description an empty one takes back what was said */
    record Named(
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 1_000) String description) {

        @Nullable
        String clean(@Nullable String text) {
            return text == null ? null : text.replaceAll("\\p{Cntrl}+", " ").strip();
        }
    }

    /**
     * Some collections, newest first.
     *
     * @param nextCursor give it back as {@code cursor} to get the next ones, null at the end
     */
    record CollectionPage(
            List<Collection> collections, @Nullable String nextCursor) {}

    @PostMapping(PATH)
    ResponseEntity<Collection> create(Caller caller, @Valid @RequestBody Named wanted) {
        var created = collections.add(
                caller.userId(), named(wanted.clean(wanted.name())), wanted.clean(wanted.description()));
        return ResponseEntity.created(URI.create(PATH + "/" + created.collectionId()))
                .body(created);
    }

    @GetMapping(PATH)
    CollectionPage list(
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var found = collections.list(caller.userId(), cursor, limit);
        return new CollectionPage(
                found, found.size() < limit ? null : found.getLast().collectionId());
    }

    @GetMapping(PATH + "/{collection_id}")
    Collection get(Caller caller, @PathVariable("collection_id") String id) {
        return collections.get(caller.userId(), id);
    }

    @PatchMapping(PATH + "/{collection_id}")
    Collection change(Caller caller, @PathVariable("collection_id") String id, @Valid @RequestBody Named wanted) {
        return collections.change(caller.userId(), id, name(wanted), wanted.clean(wanted.description()));
    }

    /** Its files stay. */
    @DeleteMapping(PATH + "/{collection_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("collection_id") String id) {
        collections.delete(caller.userId(), id);
    }

    @PutMapping(PATH + "/{collection_id}/materials/{asset_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(Caller caller, @PathVariable("collection_id") String id, @PathVariable("asset_id") String asset) {
        collections.put(collections.get(caller.userId(), id), asset(caller, asset));
    }

    @DeleteMapping(PATH + "/{collection_id}/materials/{asset_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable("collection_id") String id, @PathVariable("asset_id") String asset) {
        collections.remove(collections.get(caller.userId(), id), asset(caller, asset));
    }

    private AssetId asset(Caller caller, String id) {
        return assets.get(caller.userId(), MaterialController.id(id)).asset().assetId();
    }

    /** Null leaves it, where there is one. */
    /** Null to leave it as it is. */
    private static @Nullable String name(Named wanted) {
        var name = wanted.clean(wanted.name());
        return name == null ? null : named(name);
    }

    private static String named(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw CodedException.ofField(CommonErrorCode.FIELD_INVALID, "/name", "missing (expected: some words)");
        }
        return name;
    }
}
