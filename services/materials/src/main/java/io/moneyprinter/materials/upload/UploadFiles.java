package io.moneyprinter.materials.upload;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.home.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What has come of uploads so far, a file each, whose length is where the upload is. One process writes to the
 * directory.
 */
@Component
class UploadFiles {

    private static final int BUFFER = 1 << 16;
    private static final String PIECE = ".piece";

    private final Path directory;

    /**
     * Who writes now. A connection that broke may not know it for a while; whoever comes after it takes over, and the
     * old one stops at its next write.
     */
    private final ConcurrentHashMap<String, Object> writers = new ConcurrentHashMap<>();

    @Autowired
    UploadFiles(DataDirectory home) {
        this(home.directory("resumable"));
    }

    UploadFiles(Path directory) {
        this.directory = directory;
    }

    /** What may be read once all has come. */
    Path file(String id) {
        return directory.resolve(id);
    }

    void create(String id) {
        try {
            Files.createFile(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot begin an upload", e);
        }
    }

    long size(String id) {
        try {
            return Files.exists(file(id)) ? Files.size(file(id)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an upload", e);
        }
    }

    /**
     * Appends a piece, durably. Of a piece without checksum all stays that came before a failure, of one with a
     * checksum nothing.
     *
     * @param offset where the client takes the upload to be
     * @param length that the upload may have in all
     * @return where the upload is now
     * @throws CodedException {@code UPLOAD_CONFLICT}, {@code UPLOAD_TOO_LARGE} or {@code CHECKSUM_MISMATCH}
     */
    long append(String id, long offset, long length, InputStream body, @Nullable Checksum checksum) throws IOException {
        // Whoever is wrong about where the upload is does not take it from whoever is right.
        checkOffset(offset, size(id));
        var writer = new Object();
        writers.put(id, writer);
        try {
            if (checksum == null) {
                return write(id, writer, offset, length, body);
            }
            var piece = directory.resolve(id + "-" + UUID.randomUUID() + PIECE);
            try {
                receive(body, piece, length - offset, checksum);
                try (var checked = Files.newInputStream(piece)) {
                    return write(id, writer, offset, length, checked);
                }
            } finally {
                Files.deleteIfExists(piece);
            }
        } finally {
            writers.remove(id, writer);
        }
    }

    private static void receive(InputStream body, Path piece, long max, Checksum checksum) throws IOException {
        try (var out = Files.newOutputStream(piece)) {
            var buffer = new byte[BUFFER];
            var left = max;
            for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                left -= count;
                if (left < 0) {
                    throw tooLarge();
                }
                checksum.update(buffer, count);
                out.write(buffer, 0, count);
            }
        }
        checksum.check();
    }

    private long write(String id, Object writer, long offset, long length, InputStream body) throws IOException {
        var at = offset;
        try (var channel = FileChannel.open(file(id), StandardOpenOption.WRITE)) {
            try {
                var buffer = new byte[BUFFER];
                for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                    if (at + count > length) {
                        throw tooLarge();
                    }
                    write(id, writer, channel, at, ByteBuffer.wrap(buffer, 0, count));
                    at += count;
                }
            } finally {
                channel.force(true);
            }
        }
        return at;
    }

    private void write(String id, Object writer, FileChannel channel, long at, ByteBuffer bytes) {
        // Nobody takes over in the middle of a write.
        var current = writers.computeIfPresent(id, (name, now) -> {
            if (now == writer) {
                write(channel, at, bytes);
            }
            return now;
        });
        if (current != writer) {
            throw new CodedException(MaterialsErrorCode.UPLOAD_CONFLICT, "another request goes on with the upload");
        }
    }

    private static void write(FileChannel channel, long at, ByteBuffer bytes) {
        try {
            checkOffset(at, channel.size());
            for (var next = at; bytes.hasRemaining(); ) {
                next += channel.write(bytes, next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write an upload", e);
        }
    }

    private static void checkOffset(long offset, long size) {
        if (offset != size) {
            throw new CodedException(
                    MaterialsErrorCode.UPLOAD_CONFLICT, "the upload is at %d, not at %d".formatted(size, offset));
        }
    }

    private static CodedException tooLarge() {
        return new CodedException(MaterialsErrorCode.UPLOAD_TOO_LARGE, "more came than the upload has room for");
    }

    void delete(String id) {
        writers.remove(id);
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete an upload", e);
        }
    }

    /** The uploads to which nothing was written since then, and pieces that a dead process left. */
    List<String> untouchedSince(Instant then) {
        var untouched = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
                    untouched.add(String.valueOf(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for old uploads", e);
        }
        return untouched;
    }
}
