package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands out files of the store. */
@Component
class StoredFiles {

    private final ObjectStore store;

    StoredFiles(ObjectStore store) {
        this.store = store;
    }

    /**
     * @param name of the file without its extension
     * @param download given to have it saved instead of shown
     */
    ResponseEntity<Resource> answer(ObjectKey key, MediaType type, String name, @Nullable String download) {
        var response = ResponseEntity.ok()
                .contentType(type)
                // Keys name content: equal keys are equal bytes.
                .eTag("\"" + Digests.of(key).substring(0, 32) + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate());
        if (download != null && !download.equals("false")) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + "." + key.extension(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
        }
        return response.body(new FileSystemResource(store.file(key)));
    }

    /** What a film, or what was taken from one, is. */
    static MediaType type(ObjectKey key) {
        return MediaType.parseMediaType(
                switch (key.extension()) {
                    case "mov" -> "video/quicktime";
                    case "webm" -> "video/webm";
                    case "jpg" -> "image/jpeg";
                    case "gif" -> "image/gif";
                    case "webp" -> "image/webp";
                    case "m4a" -> "audio/mp4";
                    case "mp3" -> "audio/mpeg";
                    case "opus" -> "audio/ogg";
                    case "wav" -> "audio/wav";
                    default -> "video/mp4";
                });
    }
}
