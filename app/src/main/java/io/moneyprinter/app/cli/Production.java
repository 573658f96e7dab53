package io.moneyprinter.app.cli;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One video over the API, from the request to the files. When the server goes away in the middle, another one is
 * found or started and the same video goes on: it is durable. When this process is told to end, the video is cancelled.
 */
final class Production implements AutoCloseable {

    private static final long POLL_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What was asked for, before the server has answered. */
    private record Order(VideoRequest request, String key) {}

    private final Path home = Home.of(System.getenv());
    private final Report report;
    private final Thread onSignal = new Thread(this::abort, "abort");
    private @Nullable Host host;
    private @Nullable MoneyPrinterClient client;
    private volatile @Nullable Order order;
    private volatile @Nullable VideoId unfinished;
    private volatile boolean aborted;

    Production(Report report) {
        this.report = report;
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    void connect() {
        disconnect();
        var found = Host.find(home, report);
        host = found;
        client = new MoneyPrinterClient(found.uri());
    }

    Asset upload(Path file) {
        report.note("uploading " + file.getFileName());
        return reliably(server -> server.upload(file));
    }

    /** Whether the video was made. */
    boolean make(VideoRequest request, Target target) {
        report.estimated(reliably(server -> server.estimate(request)));
        var placed = new Order(request, UUID.randomUUID().toString());
        order = placed;
        var accepted = reliably(server -> server.create(placed.request, placed.key));
        unfinished = accepted.videoId();
        order = null;
        report.accepted(accepted);
        var status = follow(accepted.videoId());
        unfinished = null;
        if (status.status() != JobStatus.COMPLETED) {
            report.ended(status);
            return false;
        }
        var view = reliably(server -> server.video(accepted.videoId()));
        report.completed(status, view.charge(), fetch(view, target));
        return true;
    }

    private VideoStatus follow(VideoId videoId) {
        while (true) {
            var status = reliably(server -> server.status(videoId));
            report.progressed(status);
            if (status.status().terminal()) {
                return status;
            }
            sleep();
        }
    }

    private Map<String, Path> fetch(VideoView view, Target target) {
        var links = Objects.requireNonNull(view.links(), "a completed video has links");
        var produce = view.request().produced();
        var main = target.main(view.title());
        var files = new LinkedHashMap<String, Path>();
        put(files, produce == Produce.VIDEO ? "video" : "audio", links.content(), main);
        put(files, "thumbnail", links.thumbnail(), target.beside(main, "jpg"));
        put(files, "srt", links.captionsSrt(), target.beside(main, "srt"));
        put(files, "vtt", links.captionsVtt(), target.beside(main, "vtt"));
        if (produce != Produce.VIDEO) {
            put(files, "ass", links.captionsAss(), target.beside(main, "ass"));
            put(files, "words", links.words(), target.beside(main, "words.json"));
        }
        return files;
    }

    /** @param path null where there is no such file */
    private void put(Map<String, Path> files, String name, @Nullable String path, Path file) {
        if (path != null) {
            files.put(name, reliably(server -> {
                server.download(path, file);
                return file;
            }));
        }
    }

    /**
     * Asks until there is an answer: a server that is gone is replaced, one that cannot answer now is asked again for
     * a while.
     */
    private <T> T reliably(Function<MoneyPrinterClient, T> question) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.apply(Objects.requireNonNull(client, "connect() comes first"));
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
                sleep();
                if (gone) {
                    report.note("the server is gone, going on with another one");
                    connect();
                }
            }
        }
    }

    /** Runs when the process is told to end: cancels the video and ends the server, and with it all that it started. */
    private void abort() {
        aborted = true;
        var server = client;
        if (server != null) {
            try {
                cancel(server);
            } catch (CodedException unreachable) {
                report.note("cannot reach the server to cancel the video");
            }
        }
        disconnect();
    }

    private void cancel(MoneyPrinterClient server) {
        var placed = order;
        // The same order again gives the same video, whether or not the server had taken it.
        var video = placed == null
                ? unfinished
                : server.create(placed.request, placed.key).videoId();
        if (video == null) {
            return;
        }
        var status = server.cancel(video);
        for (var i = 0; i < 40 && !status.status().terminal(); i++) {
            sleep();
            status = server.status(video);
        }
        report.ended(status);
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

    private static void sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "interrupted", e);
        }
    }
}
