package io.moneyprinter.app.cli;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.video.ConversionSettings;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversion of a film over the API, from the request to the file. When this process is told to end, the conversion
 * is deleted.
 */
final class Conversion implements AutoCloseable {

    private record Order(VideoId videoId, ConversionSettings settings, String key) {

        VideoOutput place(MoneyPrinterClient server) {
            return server.convert(videoId, settings, key);
        }
    }

    private final Report report;
    private final Connection connection;
    private volatile @Nullable Order order;

    Conversion(Report report) {
        this.report = report;
        this.connection = new Connection(report, this::cancel);
    }

    /** Whether the film was converted. */
    boolean make(VideoId videoId, ConversionSettings settings, Path target) {
        connection.open();
        var placed = new Order(videoId, settings, UUID.randomUUID().toString());
        order = placed;
        var output = follow(connection.reliably(placed::place));
        order = null;
        var file = output.file();
        if (file == null) {
            report.ended(output);
            return false;
        }
        connection.reliably(server -> {
            server.download(file.content(), target);
            return target;
        });
        report.completed(output, target);
        return true;
    }

    private VideoOutput follow(VideoOutput accepted) {
        var output = accepted;
        while (true) {
            report.progressed(output);
            if (output.status().terminal()) {
                return output;
            }
            Connection.pause();
            output = connection.reliably(server -> server.conversion(accepted.videoId(), accepted.id()));
        }
    }

    /** The same order again gives the same conversion, whether or not the server had taken it. */
    private void cancel(MoneyPrinterClient server) {
        var placed = order;
        if (placed == null) {
            return;
        }
        var output = placed.place(server);
        if (!output.status().terminal()) {
            server.deleteConversion(output.videoId(), output.id());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
