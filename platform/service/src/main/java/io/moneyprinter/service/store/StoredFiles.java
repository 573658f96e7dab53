package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Hands out files of the store over HTTP, or sends people to where they lie. Ranges, HEAD and conditional requests of
 * files that we hand out are Spring's.
 */
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
        var said = new HttpHeaders();
        more.accept(said);
        var elsewhere = isHead() ? Optional.<URI>empty() : store.detour(key, type, disposition(said));
        if (elsewhere.isPresent()) {
            // The address ends before the answer would: nobody may keep it.
            return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                    .location(elsewhere.get())
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                // Keys name content: equal keys are equal bytes.
                .eTag("\"" + Digests.of(key).substring(0, 32) + "\"")
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .headers(more)
                .body(new FileSystemResource(store.file(key)));
    }

    private static @Nullable ContentDisposition disposition(HttpHeaders said) {
        return said.containsHeader(HttpHeaders.CONTENT_DISPOSITION) ? said.getContentDisposition() : null;
    }

    /** A link works for the one method that it was made for. */
    private static boolean isHead() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getRequest().getMethod().equals("HEAD");
    }
}
