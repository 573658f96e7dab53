package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.picture.Accepted;
import io.moneyprinter.materials.picture.PictureFormat;
import io.moneyprinter.materials.picture.Pictures;
import io.moneyprinter.materials.picture.Pictures.Origin;
import io.moneyprinter.materials.picture.Resize;
import io.moneyprinter.materials.variant.Variant;
import io.moneyprinter.materials.variant.Variants;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with what is made of assets, in the format that the client likes best. */
@Component
class LinkedFiles {

    private final Pictures pictures;
    private final Variants variants;
    private final ObjectStore store;

    LinkedFiles(Pictures pictures, Variants variants, ObjectStore store) {
        this.pictures = pictures;
        this.variants = variants;
        this.store = store;
    }

    ResponseEntity<Resource> original(StoredAsset stored, CacheControl cache) {
        return answer(stored.media(), stored.asset().mimeType(), cache, false);
    }

    /** @throws CodedException {@code VARIANT_NOT_FOUND} for one whose object is gone, until it is made again */
    ResponseEntity<Resource> variant(Variant variant, @Nullable String accept, CacheControl cache) {
        try {
            return answer(variant, accept, cache);
        } catch (CodedException e) {
            if (e.code() == CommonErrorCode.OBJECT_NOT_FOUND) {
                variants.requireStored(variant);
            }
            throw e;
        }
    }

    private ResponseEntity<Resource> answer(Variant variant, @Nullable String accept, CacheControl cache) {
        if (!variant.picture()) {
            return answer(variant.key(), variant.mimeType(), cache, false);
        }
        var alpha = variant.transparent();
        var format = pictures.best(Accepted.parse(accept), alpha);
        var key = format == PictureFormat.usual(alpha)
                ? variant.key()
                : pictures.of(
                        new Origin(variant.media(), variant.key(), variant.width(), variant.height(), alpha),
                        null,
                        format);
        return answer(key, format.mimeType(), cache, true);
    }

    /** @throws CodedException {@code VARIANT_NOT_FOUND} for what is no picture */
    ResponseEntity<Resource> resized(StoredAsset stored, Resize resize, @Nullable String accept, CacheControl cache) {
        var asset = stored.asset();
        checkPicture(asset);
        var alpha = stored.media().extension().equals("png");
        var format = pictures.best(Accepted.parse(accept), alpha);
        var origin = new Origin(
                stored.media(),
                stored.media(),
                Objects.requireNonNull(asset.width()),
                Objects.requireNonNull(asset.height()),
                alpha);
        return answer(pictures.of(origin, resize, format), format.mimeType(), cache, true);
    }

    static void checkPicture(Asset asset) {
        if (asset.fileType() != Asset.Type.IMAGE) {
            throw new CodedException(
                    MaterialsErrorCode.VARIANT_NOT_FOUND, "only images are given in other sizes; this is none");
        }
    }

    /**
     * Read here, even where the store would let the client read from somewhere else: what is answered may be kept by
     * others for longer than such an address is good.
     */
    private ResponseEntity<Resource> answer(ObjectKey key, String mimeType, CacheControl cache, boolean negotiated) {
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mimeType))
                // Keys name content: equal keys are equal bytes.
                .eTag("\"" + Digests.of(key).substring(0, 32) + "\"")
                .cacheControl(cache)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString());
        if (negotiated) {
            answer.varyBy(HttpHeaders.ACCEPT);
        }
        return answer.body(new FileSystemResource(store.file(key)));
    }
}
