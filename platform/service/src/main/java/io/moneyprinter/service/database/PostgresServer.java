package io.moneyprinter.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL below the data directory that all processes of one home share: the first starts it, the others attach,
 * the last to leave stops it. A server that outlived its processes is attached to again.
 *
 * <p>{@code turn} is locked while somebody starts or stops; {@code in-use} is locked, shared, as long as a process
 * uses the server. The operating system frees both when a process dies.
 */
public final class PostgresServer implements AutoCloseable {

    /** File locks belong to the process, so the process counts its own users. */
    private static final Map<Path, Membership> MEMBERSHIPS = new HashMap<>();

    private final Membership membership;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(Membership membership) {
        this.membership = membership;
    }

    /** Returns when the server in this directory answers; creates all that is missing. */
    public static PostgresServer start(Path directory) {
        synchronized (MEMBERSHIPS) {
            try {
                var path = directory.toAbsolutePath().normalize();
                var membership = MEMBERSHIPS.get(path);
                if (membership == null) {
                    membership = Membership.join(path);
                    MEMBERSHIPS.put(path, membership);
                }
                membership.users++;
                return new PostgresServer(membership);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start the database: " + e.getMessage(), e);
            }
        }
    }

    public String url() {
        return membership.url;
    }

    /** Owner of the database; may create others, is no superuser. */
    public String username() {
        return PostgresCluster.USER;
    }

    public String password() {
        return membership.password;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        synchronized (MEMBERSHIPS) {
            if (--membership.users == 0) {
                MEMBERSHIPS.remove(membership.directory);
                try {
                    membership.leave();
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot stop the database", e);
                }
            }
        }
    }

    /** This process among those that use the server. */
    private static final class Membership {

        private final Path directory;
        private final FileChannel inUse;
        private final FileLock mark;
        private final String url;
        private final String password;
        private int users;

        private Membership(Path directory, FileChannel inUse, FileLock mark, String url, String password) {
            this.directory = directory;
            this.inUse = inUse;
            this.mark = mark;
            this.url = url;
            this.password = password;
        }

        static Membership join(Path directory) throws IOException {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            try (var turn = open(directory.resolve("turn"))) {
                turn.lock();
                var cluster = new PostgresCluster(directory);
                cluster.start();
                var inUse = open(directory.resolve("in-use"));
                var mark = inUse.lock(0, Long.MAX_VALUE, true);
                return new Membership(directory, inUse, mark, cluster.url(), cluster.password());
            }
        }

        void leave() throws IOException {
            if (!Files.isDirectory(directory)) {
                inUse.close();
                return;
            }
            try (var turn = open(directory.resolve("turn"));
                    inUse) {
                turn.lock();
                mark.release();
                var alone = inUse.tryLock();
                if (alone != null) {
                    new PostgresCluster(directory).stop();
                }
            }
        }

        private static FileChannel open(Path file) throws IOException {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
    }
}
