package io.moneyprinter.service.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * CRC-32C of an object's bytes, as eight hexadecimal digits: keys name what an object was made of, so only this tells
 * whether its bytes are still those that were stored. It costs next to nothing, and is no proof against malice.
 */
public record Checksum(String value) {

    private static final String ATTRIBUTE = "crc32c";
    private static final int BUFFER = 1 << 18;

    public Checksum {
        if (!value.matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException("checksum: '%s' (expected: 8 hexadecimal digits)".formatted(value));
        }
    }

    public static Checksum of(Path file) throws IOException {
        var crc = new CRC32C();
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocate(BUFFER);
            while (channel.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        return of(crc);
    }

    public static Checksum of(CRC32C crc) {
        return new Checksum(HexFormat.of().toHexDigits((int) crc.getValue()));
    }

    /** Writes it beside the content; nowhere if the file system has no place for it. */
    void attachTo(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            view.write(ATTRIBUTE, ByteBuffer.wrap(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.nio.file.FileSystemException unsupported) {
            // Such files cannot be checked later, which is told then.
        }
    }

    /** That the file was stored with; empty where that is not known. */
    static Optional<Checksum> attachedTo(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        try {
            if (view == null || !view.list().contains(ATTRIBUTE)) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.allocate(view.size(ATTRIBUTE));
            view.read(ATTRIBUTE, buffer);
            return Optional.of(new Checksum(new String(buffer.array(), StandardCharsets.US_ASCII)));
        } catch (java.nio.file.NoSuchFileException gone) {
            throw gone;
        } catch (java.nio.file.FileSystemException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
