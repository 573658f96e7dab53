package io.moneyprinter.app.cli;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.client.MoneyPrinterClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server that does the work for a command: the one that runs already, or one of our own until we are done. */
final class Host implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final URI uri;
    private final Path home;
    private final @Nullable Server own;
    private final @Nullable HostLock lock;

    private Host(URI uri, Path home, @Nullable Server own, @Nullable HostLock lock) {
        this.uri = uri;
        this.home = home;
        this.own = own;
        this.lock = lock;
    }

    /** Finds the server of this data directory, waits for one that is just starting, or starts one. */
    static Host find(Path home, Report report) {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            var running = HostFile.read(home).map(HostFile::uri).filter(Host::isReady);
            if (running.isPresent()) {
                return new Host(running.get(), home, null, null);
            }
            var lock = HostLock.tryAcquire(home);
            if (lock != null) {
                report.note("starting");
                return start(home, lock);
            }
            pause();
        }
        throw new IllegalStateException(
                "another process uses %s but does not answer; see its log in %s".formatted(home, home.resolve("logs")));
    }

    private static Host start(Path home, HostLock lock) {
        try {
            var server = Server.start(ServerOptions.everything(home).withPort(0));
            HostFile.ofThisProcess(server.port()).write(home);
            return new Host(URI.create("http://127.0.0.1:" + server.port()), home, server, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    URI uri() {
        return uri;
    }

    /** Whether the server lives in this process and ends with it. */
    boolean isOwn() {
        return own != null;
    }

    @Override
    public void close() {
        if (own != null && lock != null) {
            HostFile.delete(home);
            own.close();
            lock.close();
        }
    }

    private static boolean isReady(URI uri) {
        try (var client = new MoneyPrinterClient(uri)) {
            return client.isReady();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
