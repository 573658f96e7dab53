package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** A document that is a zip archive, unpacked part by part and never to more than was agreed. */
final class ZippedFile implements AutoCloseable {

    private static final int LARGEST_PART = 32 << 20;
    private static final long LARGEST_SUM = 96L << 20;

    private final ZipFile zip;
    private long sum;

    ZippedFile(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** @throws SourceFailure {@code DOCUMENT_DAMAGED} when there is no such part, or {@code SOURCE_TOO_COMPLEX} */
    ByteArrayInputStream part(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new SourceFailure(ContentErrorCode.DOCUMENT_DAMAGED, "the document has no part %s".formatted(name));
        }
        if ((entry.getSize() > LARGEST_PART)) {
            throw tooLarge();
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(LARGEST_PART + 1);
            sum += bytes.length;
            if (bytes.length > LARGEST_PART || sum > LARGEST_SUM) {
                throw tooLarge();
            }
            return new ByteArrayInputStream(bytes);
        }
    }

    private static SourceFailure tooLarge() {
        return new SourceFailure(
                ContentErrorCode.SOURCE_TOO_COMPLEX,
                "the document unpacks to more than %d bytes".formatted(LARGEST_PART));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
