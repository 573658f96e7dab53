package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.video.ConversionRequest;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.Extract;
import io.moneyprinter.contracts.video.ExtractRequest;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.UnitKey;
import org.springframework.stereotype.Component;

/** Has further files made of a finished film. What they are made of is asked for first: the video service keeps it. */
@Component
class OutputWork {

    private final VideoRendering rendering;
    private final FilmPieces film;
    private final Inputs inputs;

    OutputWork(VideoRendering rendering, FilmPieces film, Inputs inputs) {
        this.rendering = rendering;
        this.film = film;
        this.inputs = inputs;
    }

    Rendition converted(Job job, UnitKey key) {
        var piece = film.request(job);
        rendering.mix(piece);
        return rendering.convert(new ConversionRequest(
                job.userId(), job.videoId(), piece.plan(), wanted(key, ConversionSettings.class)));
    }

    Rendition extracted(Job job, UnitKey key) {
        var piece = film.request(job);
        var wanted = wanted(key, Extract.class);
        rendering.mix(piece);
        if (!wanted.heard()) {
            film.joined(job);
        }
        return rendering.extract(new ExtractRequest(job.userId(), job.videoId(), piece.plan(), wanted));
    }

    private <T> T wanted(UnitKey key, Class<T> type) {
        return inputs.find(key, type)
                .orElseThrow(() -> new IllegalStateException("%s: no request (expected: one)".formatted(key)));
    }
}
