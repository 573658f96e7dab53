package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.link.Links;
import io.moneyprinter.materials.picture.Fit;
import io.moneyprinter.materials.picture.Resize;
import io.moneyprinter.materials.variant.Variant;
import io.moneyprinter.materials.variant.VariantState;
import io.moneyprinter.materials.variant.VariantType;
import io.moneyprinter.materials.variant.Variants;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is made of the caller's own files, and links to it. */
@RestController
final class VariantController {

    private static final String PATH = "/api/v1/materials/{asset_id}";

    private static final CacheControl PRIVATE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Assets assets;
    private final Variants variants;
    private final AssetLinks links;
    private final Links limits;
    private final LinkedFiles files;

    VariantController(Assets assets, Variants variants, AssetLinks links, Links limits, LinkedFiles files) {
        this.assets = assets;
        this.variants = variants;
        this.links = links;
        this.limits = limits;
        this.files = files;
    }

    /**
     * What is made of a file.
     *
     * @param status whether more is to come
     * @param failures what could not be made
     */
    record VariantList(List<VariantView> variants, VariantState.Status status, List<VariantState.Failure> failures) {}

    /**
     * A variant.
     *
     * @param width pixels, null for sound
     * @param height pixels, null for sound
     * @param fileSize bytes
     * @param cdnUrl a link that needs no login and expires
     */
    record VariantView(
            VariantType variantType,
            String mimeType,
            @Nullable Integer width,
            @Nullable Integer height,
            long fileSize,
            String cdnUrl,
            Instant createdAt) {}

    @GetMapping(PATH + "/variants")
    VariantList list(Caller caller, @PathVariable("asset_id") String id) {
        var assetId = stored(caller, id).asset().assetId();
        // Read first: what is made in between is listed, and said to be still to come.
        var state = variants.state(assetId);
        return new VariantList(
                variants.of(assetId).stream()
                        .map(variant -> view(assetId, variant))
                        .toList(),
                state.status(),
                state.failures());
    }

    private VariantView view(AssetId id, Variant variant) {
        return new VariantView(
                variant.type(),
                variant.mimeType(),
                variant.width() == 0 ? null : variant.width(),
                variant.height() == 0 ? null : variant.height(),
                variant.fileSize(),
                links.to(id, variant.type().word(), variant.media(), null).url(),
                variant.createdAt());
    }

    /** The file itself; pictures in the format that the client likes best. */
    @GetMapping(PATH + "/variants/{variant_type}")
    ResponseEntity<Resource> file(
            Caller caller,
            @PathVariable("asset_id") String id,
            @PathVariable("variant_type") String type,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var stored = stored(caller, id);
        return files.variant(variants.get(stored.asset().assetId(), type(type)), accept, PRIVATE);
    }

    /**
     * What a link is wanted to.
     *
     * @param variant {@code original} or a type of variant; null for a picture in another size
     * @param width of the picture in pixels, which is not enlarged for it
     * @param height of the picture in pixels
     * @param fit how a picture of another shape fills the size; {@code contain} when null
     * @param expiresIn seconds for which the link is good at least; as long as usual when null
     */
    record LinkRequest(
            @Nullable String variant,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Fit fit,
            @Nullable Long expiresIn) {}

    /** @param url is good for everybody who has it, without a login, until it expires */
    record LinkView(String url, Instant expiresAt) {}

    @PostMapping(PATH + "/links")
    @ResponseStatus(HttpStatus.CREATED)
    LinkView link(Caller caller, @PathVariable("asset_id") String id, @Valid @RequestBody LinkRequest request) {
        var stored = stored(caller, id);
        var asset = stored.asset();
        var lifetime = lifetime(request.expiresIn());
        if (request.variant() == null) {
            LinkedFiles.checkPicture(asset);
            var resize = new Resize(
                    request.width(), request.height(), Objects.requireNonNullElse(request.fit(), Fit.CONTAIN));
            return view(links.to(asset.assetId(), resize, stored.media(), lifetime));
        }
        if (request.width() != null || request.height() != null || request.fit() != null) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/variant",
                    "a variant has its size (expected: either variant, or width and height)");
        }
        if (asset.fileType() == Asset.Type.DOCUMENT) {
            throw new CodedException(
                    MaterialsErrorCode.VARIANT_NOT_FOUND, "documents are handed back to their owner only");
        }
        return view(links.to(asset.assetId(), linkable(asset.assetId(), request.variant()), stored.media(), lifetime));
    }

    private String linkable(AssetId id, String variant) {
        if (variant.equals(AssetLinks.ORIGINAL)) {
            return variant;
        }
        var known = Arrays.stream(VariantType.values())
                .filter(type -> type != VariantType.MIDDLE && type.word().equals(variant))
                .findFirst()
                .orElseThrow(() -> CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID,
                        "/variant",
                        "unknown (expected: original, thumbnail, preview or optimized)"));
        return variants.get(id, known).type().word();
    }

    private @Nullable Duration lifetime(@Nullable Long seconds) {
        if (seconds == null) {
            return null;
        }
        if (seconds < SHORTEST.toSeconds() || seconds > limits.longest().toSeconds()) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/expires_in",
                    "%d (expected: %d to %d seconds)"
                            .formatted(
                                    seconds,
                                    SHORTEST.toSeconds(),
                                    limits.longest().toSeconds()));
        }
        return Duration.ofSeconds(seconds);
    }

    private static LinkView view(Links.Link link) {
        return new LinkView(link.url(), link.expiresAt());
    }

    private static VariantType type(String word) {
        return Arrays.stream(VariantType.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new CodedException(MaterialsErrorCode.VARIANT_NOT_FOUND, "there are no such variants"));
    }

    private StoredAsset stored(Caller caller, String id) {
        return assets.get(caller.userId(), MaterialController.id(id));
    }
}
