package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredFiles;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands out films, and what was taken from them. */
@Component
class FilmFiles {

    private final StoredFiles files;

    FilmFiles(ObjectStore store) {
        this.files = new StoredFiles(store);
    }

    /**
     * @param name of the file without its extension
     * @param download given to have it saved instead of shown
     */
    ResponseEntity<Resource> answer(ObjectKey key, MediaType type, String name, @Nullable String download) {
        if (download == null || download.equals("false")) {
            return files.answer(key, type);
        }
        var saved = ContentDisposition.attachment()
                .filename(name + "." + key.extension(), StandardCharsets.UTF_8)
                .build();
        return files.answer(key, type, headers -> headers.setContentDisposition(saved));
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
