package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out files of the store over HTTP. Ranges, HEAD and conditional requests are Spring's. */
public final class StoredFiles {

    private static final Duration FRESH = Duration.ofHours(1);

    private final ObjectStore store;

    public StoredFiles(ObjectStore store) {
        this.store = store;
    }

    /** @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND} */
    public ResponseEntity<Resource> answer(ObjectKey key, MediaType type) {
        return answer(key, type, headers -> {});
    }

    /**
     * @param more sets further headers
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND}
     */
    public ResponseEntity<Resource> answer(ObjectKey key, MediaType type, Consumer<HttpHeaders> more) {
        return ResponseEntity.ok()
                .contentType(type)
                // Keys name content: equal keys are equal bytes.
                .eTag("\"" + Digests.of(key).substring(0, 32) + "\"")
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .headers(more)
                .body(new FileSystemResource(store.file(key)));
    }
}
