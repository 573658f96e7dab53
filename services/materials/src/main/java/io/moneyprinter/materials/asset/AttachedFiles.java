package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredFiles;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Hands back what came in as it came: to be saved and never shown, kept by nobody on the way, and read here even where
 * the store would let people read from somewhere else.
 */
@Component
class AttachedFiles {

    private final StoredFiles files;

    AttachedFiles(ObjectStore store) {
        files = new StoredFiles(store);
    }

    /**
     * @param filename to save it under
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND}
     */
    ResponseEntity<Resource> answer(ObjectKey key, String filename) {
        var disposition = ContentDisposition.attachment()
                .filename(filename, StandardCharsets.UTF_8)
                .build();
        // Whatever it is: a type would let a browser do something with it.
        return files.answerHere(
                key,
                MediaType.APPLICATION_OCTET_STREAM,
                CacheControl.noStore().cachePrivate(),
                headers -> MaterialController.guard(headers, disposition));
    }
}
