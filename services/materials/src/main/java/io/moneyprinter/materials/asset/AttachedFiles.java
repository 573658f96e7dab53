package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Hands back what came in as it came: to be saved and never shown, kept by nobody on the way, and read here even where
 * the store would let people read from somewhere else.
 */
@Component
class AttachedFiles {

    private final ObjectStore store;

    AttachedFiles(ObjectStore store) {
        this.store = store;
    }

    /**
     * @param filename to save it under
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND}
     */
    ResponseEntity<Resource> answer(ObjectKey key, String filename) {
        return ResponseEntity.ok()
                // Whatever it is: a type would let a browser do something with it.
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                // For whoever goes on where a connection broke.
                .eTag("\"" + Digests.of(key).substring(0, 32) + "\"")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(filename, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new FileSystemResource(store.file(key)));
    }
}
