package io.moneyprinter.materials.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a file that all processes of an installation share: the newest and the one before, each on a line with the
 * second since 1970 in which it was made. Whoever finds the newest too old makes another one.
 */
final class StoredLinkKeys implements LinkKeys {

    private static final int KEPT = 2;
    private static final int BYTES = 32;

    private final Path file;
    private final Duration rotateAfter;
    private final Clock clock;
    private @Nullable Loaded loaded;

    StoredLinkKeys(Path directory, Duration rotateAfter, Clock clock) {
        this.file = directory.resolve("links.key");
        this.rotateAfter = rotateAfter;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // Keys are used, never compared as records.
    private record Key(Instant made, byte[] secret) {}

    private record Loaded(FileTime written, List<Key> keys) {}

    @Override
    public synchronized List<byte[]> all() {
        try {
            var keys = current();
            if (isTooOld(keys)) {
                keys = rotate();
            }
            return keys.stream().map(Key::secret).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    private boolean isTooOld(List<Key> keys) {
        return keys.isEmpty() || keys.getFirst().made().plus(rotateAfter).isBefore(clock.instant());
    }

    private List<Key> current() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var written = Files.getLastModifiedTime(file);
        if (loaded == null || !loaded.written().equals(written)) {
            loaded = new Loaded(written, read());
        }
        return loaded.keys();
    }

    private List<Key> read() throws IOException {
        var keys = new ArrayList<Key>();
        for (var line : Files.readAllLines(file)) {
            var parts = line.split(" ", 2);
            keys.add(new Key(
                    Instant.ofEpochSecond(Long.parseLong(parts[0])),
                    HexFormat.of().parseHex(parts[1])));
        }
        return List.copyOf(keys);
    }

    /** One process at a time; those that come after it find its key. */
    private List<Key> rotate() throws IOException {
        try (var channel = FileChannel.open(
                        file.resolveSibling("links.key.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            var before = Files.exists(file) ? read() : List.<Key>of();
            if (lock.isValid() && !isTooOld(before)) {
                loaded = null;
                return before;
            }
            var secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            var keys = new ArrayList<Key>();
            keys.add(new Key(clock.instant(), secret));
            keys.addAll(before.subList(0, Math.min(before.size(), KEPT - 1)));
            write(keys);
            loaded = null;
            return List.copyOf(keys);
        }
    }

    /** The file is there as a whole, before and after. */
    private void write(List<Key> keys) throws IOException {
        var own = file.resolveSibling("links.key." + UUID.randomUUID());
        Files.createFile(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(
                    own,
                    keys.stream()
                            .map(key -> "%d %s"
                                    .formatted(
                                            key.made().getEpochSecond(),
                                            HexFormat.of().formatHex(key.secret())))
                            .toList());
            try (var written = FileChannel.open(own, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(own);
        }
    }
}
