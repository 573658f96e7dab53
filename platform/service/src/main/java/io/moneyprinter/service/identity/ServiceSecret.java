package io.moneyprinter.service.identity;

import io.moneyprinter.service.home.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** The secret that all processes of one installation share. */
final class ServiceSecret {

    private ServiceSecret() {}

    static byte[] of(String configured) {
        return configured.getBytes(StandardCharsets.UTF_8);
    }

    /** The one in the data directory, made by whoever comes first. */
    static byte[] of(DataDirectory home) {
        var file = home.directory(".").normalize().resolve("service.key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip().getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** A link appears with its content or not at all, and never replaces what another process made meanwhile. */
    private static void create(Path file) throws IOException {
        var own = file.resolveSibling("service.key." + UUID.randomUUID());
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.createFile(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(own, HexFormat.of().formatHex(secret), StandardOpenOption.TRUNCATE_EXISTING);
            Files.createLink(file, own);
        } catch (FileAlreadyExistsException theirs) {
            // Another process was faster; its secret is as good.
        } finally {
            Files.delete(own);
        }
    }
}
