package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the server's acceptance of a video to its files. */
final class Delivery {

    private final Report report;
    private final Connection connection;

    Delivery(Report report, Connection connection) {
        this.report = report;
        this.connection = connection;
    }

    /** Writes the files of a completed video. */
    void fetch(VideoStatus status, VideoView view, Target target) {
        report.completed(status, view, files(view, target));
    }

    /** Until it has ended. */
    VideoStatus follow(VideoId videoId) {
        while (true) {
            var status = connection.reliably(server -> server.status(videoId));
            report.progressed(status);
            if (status.status().terminal()) {
                return status;
            }
            Connection.pause();
        }
    }

    private Map<String, Path> files(VideoView view, Target target) {
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
}
