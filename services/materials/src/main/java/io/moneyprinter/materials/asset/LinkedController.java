package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.link.Links;
import io.moneyprinter.materials.picture.Fit;
import io.moneyprinter.materials.picture.Resize;
import io.moneyprinter.materials.variant.VariantType;
import io.moneyprinter.materials.variant.Variants;
import io.moneyprinter.problem.CodedException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Files for whoever has a link to them. Nobody is asked who they are: the signature is the permission. */
@RestController
final class LinkedController {

    /** What stays in a browser when a link is good for longer. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Links links;
    private final Assets assets;
    private final Variants variants;
    private final LinkedFiles files;

    LinkedController(Links links, Assets assets, Variants variants, LinkedFiles files) {
        this.links = links;
        this.assets = assets;
        this.variants = variants;
        this.files = files;
    }

    @GetMapping(AssetLinks.FILES + "/{asset_id}/{variant}")
    ResponseEntity<Resource> file(
            HttpServletRequest request,
            @PathVariable("asset_id") String id,
            @PathVariable String variant,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var left = checked(request);
        var stored = assets.linked(MaterialController.id(id));
        if (!variant.equals(AssetLinks.ORIGINAL)) {
            var type = VariantType.valueOf(variant.toUpperCase(Locale.ROOT));
            var made = variants.get(stored.asset().assetId(), type);
            return files.variant(made, accept, cache(request, made.media(), left));
        }
        if (stored.asset().fileType() == Asset.Type.DOCUMENT) {
            throw new CodedException(MaterialsErrorCode.VARIANT_NOT_FOUND, "documents are not shown");
        }
        return files.original(stored, cache(request, stored.media(), left));
    }

    @GetMapping(AssetLinks.IMAGES + "/{asset_id}")
    ResponseEntity<Resource> image(
            HttpServletRequest request,
            @PathVariable("asset_id") String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var left = checked(request);
        var resize = new Resize(
                size(request.getParameter("w")),
                size(request.getParameter("h")),
                Fit.valueOf(request.getParameter("fit").toUpperCase(Locale.ROOT)));
        var stored = assets.linked(MaterialController.id(id));
        return files.resized(stored, resize, accept, cache(request, stored.media(), left));
    }

    /** After this all of the address is as we wrote it. */
    private Duration checked(HttpServletRequest request) {
        return links.check(request.getRequestURI(), request.getParameterMap());
    }

    /**
     * An address whose answer never changes is one of what the asset was then. Links that are older than that are good
     * for what it is now, and nobody keeps it without asking.
     */
    private static CacheControl cache(HttpServletRequest request, ObjectKey media, Duration left) {
        return AssetLinks.isTo(media, request)
                ? CacheControl.maxAge(left.compareTo(LONGEST) < 0 ? left : LONGEST)
                        .cachePublic()
                        .immutable()
                : CacheControl.noCache().cachePublic();
    }

    private static @Nullable Integer size(@Nullable String pixels) {
        return pixels == null ? null : Integer.valueOf(pixels);
    }
}
