package io.moneyprinter.app.cli;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One video over the API, from the request to the files. When this process is told to end, the video is cancelled. */
final class Production implements AutoCloseable {

    /** What was asked for, before the server has answered. */
    private record Order(VideoRequest request, String key) {}

    private final Report report;
    private final Connection connection;
    private volatile @Nullable Order order;
    private volatile @Nullable VideoId unfinished;

    Production(Report report) {
        this.report = report;
        this.connection = new Connection(report, this::cancel);
    }

    void connect() {
        connection.open();
    }

    Asset upload(Path file) {
        report.note("uploading " + file.getFileName());
        return connection.reliably(server -> server.upload(file));
    }

    /** Whether the video was made. */
    boolean make(VideoRequest request, Target target) {
        report.estimated(connection.reliably(server -> server.estimate(request)));
        var placed = new Order(request, UUID.randomUUID().toString());
        order = placed;
        var accepted = connection.reliably(server -> server.create(placed.request, placed.key));
        unfinished = accepted.videoId();
        order = null;
        report.accepted(accepted);
        var status = follow(accepted.videoId());
        unfinished = null;
        if (status.status() != JobStatus.COMPLETED) {
            report.ended(status);
            return false;
        }
        var view = connection.reliably(server -> server.video(accepted.videoId()));
        report.completed(status, view, fetch(view, target));
        return true;
    }

    private VideoStatus follow(VideoId videoId) {
        while (true) {
            var status = connection.reliably(server -> server.status(videoId));
            report.progressed(status);
            if (status.status().terminal()) {
                return status;
            }
            Connection.pause();
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
            files.put(name, connection.reliably(server -> {
                server.download(path, file);
                return file;
            }));
        }
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
            Connection.pause();
            status = server.status(video);
        }
        report.ended(status);
    }

    @Override
    public void close() {
        connection.close();
    }
}
