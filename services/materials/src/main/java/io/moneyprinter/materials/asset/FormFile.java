package io.moneyprinter.materials.asset;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The part {@code file} of a form. */
final class FormFile {

    private FormFile() {}

    /** What is to be done with it; it is gone afterwards. */
    interface Work<T> {
        T with(Path received, @Nullable String name);
    }

    /** @throws CodedException {@code FIELD_INVALID} when there is none */
    static <T> T receive(@Nullable MultipartFile file, ObjectStore store, Work<T> work) throws IOException {
        if (file == null) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/file", "there is no file in the form (expected: a part 'file')");
        }
        var received = store.newFile("upload");
        try {
            // To a file, not to a path: then it is moved there instead of copied.
            file.transferTo(received.toFile());
            return work.with(received, file.getOriginalFilename());
        } finally {
            store.discard(received);
        }
    }
}
