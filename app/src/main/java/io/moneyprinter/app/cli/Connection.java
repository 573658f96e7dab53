package io.moneyprinter.app.cli;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server to ask. When it goes away, another one is found or started, and what was asked for goes on: it is durable.
 * When this process is told to end, what was asked for is called off.
 */
final class Connection implements AutoCloseable {

    private static final long POLL_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home = Home.of(System.getenv());
    private final Report report;
    private final Consumer<MoneyPrinterClient> callOff;
    private final Thread onSignal = new Thread(this::abort, "abort");
    private @Nullable Host host;
    private @Nullable MoneyPrinterClient client;
    private volatile boolean aborted;

    /** @param callOff ends what was asked for */
    Connection(Report report, Consumer<MoneyPrinterClient> callOff) {
        this.report = report;
        this.callOff = callOff;
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    void open() {
        disconnect();
        var found = Host.find(home, report);
        host = found;
        client = new MoneyPrinterClient(found.uri());
    }

    /**
     * Asks until there is an answer: a server that is gone is replaced, one that cannot answer now is asked again for
     * a while.
     */
    <T> T reliably(Function<MoneyPrinterClient, T> question) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.apply(Objects.requireNonNull(client, "open() comes first"));
            } catch (CodedException e) {
                if (aborted) {
                    awaitExit();
                }
                if (!e.code().kind().retryable() || System.nanoTime() > deadline) {
                    throw e;
                }
                // The client's own code: there was no answer at all.
                var gone = e.code() == CommonErrorCode.SERVICE_UNREACHABLE;
                if (gone && host != null && host.isOwn()) {
                    throw e;
                }
                pause();
                if (gone) {
                    report.note("the server is gone, going on with another one");
                    open();
                }
            }
        }
    }

    /** Until it is worth asking again. */
    static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "interrupted", e);
        }
    }

    /** Runs when the process is told to end: calls off and ends the server, and with it all that it started. */
    private void abort() {
        aborted = true;
        var server = client;
        if (server != null) {
            try {
                callOff.accept(server);
            } catch (CodedException unreachable) {
                report.note("cannot reach the server to cancel the video");
            }
        }
        disconnect();
    }

    /** The process is ending, and whoever ends it tells why: there is nothing more to say here. */
    private static void awaitExit() {
        while (true) {
            LockSupport.park();
        }
    }

    private void disconnect() {
        if (client != null) {
            client.close();
        }
        if (host != null) {
            host.close();
        }
        client = null;
        host = null;
    }

    @Override
    public void close() {
        if (aborted) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException endingAlready) {
            return; // The hook cleans up.
        }
        disconnect();
    }
}
