package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.Extract;
import io.moneyprinter.contracts.video.ExtractRequest;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.job.Film;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.problem.CodedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is made once for a whole film, and what it is made from. */
@Component
class FilmPieces {

    /** What the video service says of a chunk that is not in the store. */
    private static final String PIECE_MISSING = "PIECE_MISSING";

    private final VideoRendering rendering;
    private final SpeechSynthesis speech;
    private final Results results;

    FilmPieces(VideoRendering rendering, SpeechSynthesis speech, Results results) {
        this.rendering = rendering;
        this.speech = speech;
        this.results = results;
    }

    RenderPlan plan(Job job) {
        return results.plan(job.videoId());
    }

    PieceRequest request(Job job) {
        return new PieceRequest(job.userId(), job.videoId(), plan(job).plan());
    }

    /** Chunks that nobody has used for long may be gone by the time they are joined; they are rendered once more. */
    Rendition joined(Job job) {
        try {
            return rendering.join(request(job));
        } catch (CodedException e) {
            if (!e.code().name().equals(PIECE_MISSING)) {
                throw e;
            }
        }
        var plan = plan(job);
        for (var chunk : plan.chunks()) {
            rendering.chunk(new ChunkRequest(job.userId(), job.videoId(), plan.plan(), chunk.index()));
        }
        return rendering.join(request(job));
    }

    /** The finished sound of a video without pictures. */
    Rendition sound(Job job) {
        var format = SoundSettings.of(job.request().videoSettings()).format();
        var extract = switch (Objects.requireNonNullElse(format, SoundFormat.M4A)) {
            case M4A -> Extract.M4A;
            case MP3 -> Extract.MP3;
            case OPUS -> Extract.OPUS;
            case WAV -> Extract.WAV;
        };
        return rendering.extract(
                new ExtractRequest(job.userId(), job.videoId(), plan(job).plan(), extract));
    }

    /** What has come of it all. */
    Film film(Job job) {
        return switch (job.produces()) {
            case VIDEO ->
                film(
                        job,
                        rendition(job, StepKind.OPTIMISE),
                        rendition(job, StepKind.PREVIEW).key(),
                        rendition(job, StepKind.THUMBNAIL).key());
            case AUDIO -> film(job, rendition(job, StepKind.SOUND), null, null);
            case CAPTIONS -> film(job, null, null, null);
        };
    }

    private Film film(
            Job job, @Nullable Rendition content, @Nullable ObjectKey preview, @Nullable ObjectKey thumbnail) {
        var plan = plan(job);
        return new Film(
                plan.duration(),
                content == null ? 0 : content.width(),
                content == null ? 0 : content.height(),
                content == null ? null : content.key(),
                preview,
                thumbnail,
                plan.captionsVtt(),
                plan.captionsSrt(),
                plan.captionsAss(),
                plan.words(),
                // Also what was spoken in vain, before another voice took over.
                speech.charged(job.userId(), job.videoId().value()));
    }

    private Rendition rendition(Job job, StepKind kind) {
        return results.get(new UnitKey(job.videoId(), kind, 0), Rendition.class);
    }
}
