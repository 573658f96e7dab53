package io.moneyprinter.materials.intake;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.document.DocumentFormat;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.MadeObjects;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores documents as they come: only their words are used, and whoever reads those takes them for what they are, a
 * stranger's file.
 */
@Component
public final class DocumentIntake {

    static final long LARGEST = 50L << 20;

    private final MadeObjects objects;

    DocumentIntake(ObjectStore store) {
        this.objects = new MadeObjects(store);
    }

    /** A document as it is stored. */
    public record Document(ObjectKey key, DocumentFormat format, long fileSize) {}

    /**
     * Stores a document; null when {@code file} is none. The file itself is only read.
     *
     * @param sha256 of the file
     * @param extension what its name promises, without dot; null when it has no name
     * @throws CodedException {@code MEDIA_UNSUPPORTED} or {@code MEDIA_TOO_LARGE}
     */
    public @Nullable Document take(Path file, String sha256, @Nullable String extension) {
        try {
            var size = Files.size(file);
            // The list of an archive is read at once: a long one is not even looked at.
            var format = size <= LARGEST || !DocumentFormat.isArchive(file) ? DocumentFormat.of(file) : null;
            if (format == null) {
                return null;
            }
            if (extension != null && !extension.equals(format.extension())) {
                throw new CodedException(
                        FfmpegErrorCode.MEDIA_UNSUPPORTED,
                        "the name ends in .%s, but the file is %s".formatted(extension, format));
            }
            if (size > LARGEST) {
                throw new CodedException(
                        FfmpegErrorCode.MEDIA_TOO_LARGE,
                        "the document has %d bytes (expected: at most %d)".formatted(size, LARGEST));
            }
            var key = new ObjectKey("materials/%s.%s".formatted(Digests.of("document", sha256), format.extension()));
            objects.get(key, copy -> Files.copy(file, copy));
            return new Document(key, format, size);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
