package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
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
 * Hands out files of the store over HTTP, or sends people to where they lie. Ranges and conditional requests of files
 * that we hand out are Spring's, save for {@code If-Range}, which it does not know.
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
        return answerHere(key, type, CacheControl.maxAge(FRESH).cachePrivate(), more);
    }

    /**
     * The same, and nobody is sent elsewhere: for what others may keep for longer than an address is good.
     *
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND}
     */
    public ResponseEntity<Resource> answerHere(
            ObjectKey key, MediaType type, CacheControl cache, Consumer<HttpHeaders> more) {
        // Keys name content: equal keys are equal bytes.
        var tag = "\"" + Digests.of(key).substring(0, 32) + "\"";
        var answer = ResponseEntity.ok()
                .contentType(type)
                .eTag(tag)
                .cacheControl(cache)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .headers(more);
        if (isHead()) {
            return answer.contentLength(store.size(key)).build();
        }
        var file = new FileSystemResource(store.file(key));
        return goesOn(tag) ? answer.body(file) : whole(answer, file);
    }

    /** False when the client has parts of something else, which a part of this must not be added to. */
    private static boolean goesOn(String tag) {
        var request = request();
        var wanted = request == null ? null : request.getHeader(HttpHeaders.IF_RANGE);
        return wanted == null || wanted.equals(tag);
    }

    /** Spring cuts no ranges out of this. */
    private static ResponseEntity<Resource> whole(ResponseEntity.BodyBuilder answer, FileSystemResource file) {
        try {
            return answer.contentLength(file.contentLength()).body(new InputStreamResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static @Nullable ContentDisposition disposition(HttpHeaders said) {
        return said.containsHeader(HttpHeaders.CONTENT_DISPOSITION) ? said.getContentDisposition() : null;
    }

    /** A link works for the one method that it was made for. */
    private static boolean isHead() {
        var request = request();
        return request != null && request.getMethod().equals("HEAD");
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest()
                : null;
    }
}
