package io.moneyprinter.app.cli;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.orchestration.VideoTranslation;
import io.moneyprinter.contracts.orchestration.VideoTranslations;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.contracts.video.SoundSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A finished video in other languages over the API, from the request to the files. When this process is told to end,
 * what is not finished is cancelled.
 */
final class Dubbing implements AutoCloseable {

    private record Order(VideoId videoId, TranslationOrder languages, String key) {

        VideoTranslations place(MoneyPrinterClient server) {
            return server.translate(videoId, languages, key);
        }
    }

    private final Report report;
    private final Connection connection;
    private final Delivery delivery;
    private final List<VideoId> unfinished = new CopyOnWriteArrayList<>();
    private volatile @Nullable Order order;

    Dubbing(Report report) {
        this.report = report;
        this.connection = new Connection(report, this::cancel);
        this.delivery = new Delivery(report, connection);
    }

    /** Whether all of them were made; what was made is in the folder. */
    boolean make(VideoId videoId, TranslationOrder languages, Path folder) {
        connection.open();
        var placed = new Order(videoId, languages, UUID.randomUUID().toString());
        order = placed;
        var translations = connection.reliably(placed::place).translations();
        translations.forEach(translation -> unfinished.add(translation.videoId()));
        order = null;
        var made = 0;
        for (var translation : translations) {
            report.note("%s is video %s".formatted(translation.language(), translation.videoId()));
            made += finish(translation, folder) ? 1 : 0;
        }
        return made == translations.size();
    }

    private boolean finish(VideoTranslation translation, Path folder) {
        var status = delivery.follow(translation.videoId());
        unfinished.remove(translation.videoId());
        if (status.status() != JobStatus.COMPLETED) {
            report.ended(status);
            return false;
        }
        var view = connection.reliably(server -> server.video(translation.videoId()));
        delivery.fetch(status, view, target(view, translation.language(), folder));
        return true;
    }

    private static Target target(VideoView view, String language, Path folder) {
        var format = SoundSettings.of(view.request().videoSettings()).format();
        var endings = Target.endings(view.request().produced());
        var wanted = format == null ? "" : format.name().toLowerCase(Locale.ROOT);
        var ending = endings.contains(wanted) ? wanted : endings.getFirst();
        var name = "%s.%s.%s".formatted(Target.name(view.title()), language, ending);
        return Target.of(folder.resolve(name), ending);
    }

    /** The same order again gives the same videos, whether or not the server had taken it. */
    private void cancel(MoneyPrinterClient server) {
        var placed = order;
        if (placed != null) {
            placed.place(server).translations().forEach(translation -> unfinished.add(translation.videoId()));
        }
        unfinished.forEach(server::cancel);
    }

    @Override
    public void close() {
        connection.close();
    }
}
