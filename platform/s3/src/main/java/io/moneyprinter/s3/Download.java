package io.moneyprinter.s3;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.s3.Bucket.Head;
import io.moneyprinter.service.store.Checksum;
import io.moneyprinter.service.store.StoreErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.Abortable;

/** Reads an object to its end, going on where a connection broke, and proves that it is the one that was stored. */
final class Download {

    /** How often a connection may break before a byte has come over it. */
    private static final int PATIENCE = 3;

    private static final int BUFFER = 1 << 16;

    private final Bucket bucket;
    private final ObjectKey key;
    private Head head;
    private final CRC32C crc = new CRC32C();
    private long at;

    Download(Bucket bucket, ObjectKey key, Head head) {
        this.bucket = bucket;
        this.key = key;
        this.head = head;
    }

    /** @throws CodedException {@code STORE_…} or {@code OBJECT_DAMAGED} */
    Checksum to(OutputStream out) throws IOException {
        var failures = 0;
        while (at < head.size()) {
            var before = at;
            var broken = receive(out);
            if (broken != null) {
                failures = at > before ? 1 : failures + 1;
                if (failures == PATIENCE) {
                    throw new CodedException(
                            StoreErrorCode.STORE_UNAVAILABLE,
                            "the object store breaks off after %d of %d bytes of %s".formatted(at, head.size(), key),
                            broken);
                }
            }
        }
        var found = Checksum.of(crc);
        if (head.checksum() != null && !found.equals(head.checksum())) {
            throw new CodedException(
                    StoreErrorCode.OBJECT_DAMAGED,
                    "%s has the checksum %s (expected: %s)".formatted(key, found, head.checksum()));
        }
        return found;
    }

    /** What broke the connection; null if all came. What goes wrong with {@code out} is thrown. */
    private @Nullable Exception receive(OutputStream out) throws IOException {
        var found = bucket.read(key, head, at);
        if (found.isEmpty()) {
            return goOnWith(bucket.head(key).orElseThrow(() -> S3ObjectStore.notFound(key)));
        }
        try (var in = found.get()) {
            var buffer = new byte[BUFFER];
            while (at < head.size()) {
                int count;
                try {
                    count = in.read(buffer, 0, (int) Math.min(buffer.length, head.size() - at));
                } catch (IOException | SdkException e) {
                    abort(in);
                    return e;
                }
                if (count < 0) {
                    return new IOException("the answer is too short");
                }
                out.write(buffer, 0, count);
                crc.update(buffer, 0, count);
                at += count;
            }
            return null;
        }
    }

    /** Who found it in use made it new meanwhile, which gives many objects another tag, and none another content. */
    private Exception goOnWith(Head now) {
        if (at > 0
                && (now.size() != head.size()
                        || now.checksum() == null
                        || !now.checksum().equals(head.checksum()))) {
            throw new CodedException(
                    StoreErrorCode.STORE_UNAVAILABLE, "%s was stored anew while it was read".formatted(key));
        }
        head = now;
        return new IOException("the object was made new");
    }

    /** Closing would read what is left, which does not come. */
    private static void abort(InputStream in) {
        if (in instanceof Abortable abortable) {
            abortable.abort();
        }
    }
}
