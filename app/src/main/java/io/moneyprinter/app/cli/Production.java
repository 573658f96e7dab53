package io.moneyprinter.app.cli;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.BrandKit;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One video over the API, from the request to the files. When this process is told to end, the video is cancelled. */
final class Production implements AutoCloseable {

    /** What was asked for, before the server has answered. */
    private record Order(VideoRequest request, String key) {}

    private final Report report;
    private final Connection connection;
    private final Delivery delivery;
    private volatile @Nullable Order order;
    private volatile @Nullable VideoId unfinished;

    Production(Report report) {
        this.report = report;
        this.connection = new Connection(report, this::cancel);
        this.delivery = new Delivery(report, connection);
    }

    void connect() {
        connection.open();
    }

    Asset upload(Path file) {
        report.note("uploading " + file.getFileName());
        return connection.reliably(server -> server.upload(file));
    }

    List<BrandKit> brands() {
        return connection.reliably(MoneyPrinterClient::brands);
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
        var status = delivery.follow(accepted.videoId());
        unfinished = null;
        if (status.status() != JobStatus.COMPLETED) {
            report.ended(status);
            return false;
        }
        delivery.fetch(status, connection.reliably(server -> server.video(accepted.videoId())), target);
        return true;
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
