package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.problem.CodedException;
import org.springframework.stereotype.Component;

/** What is made once for a whole film, and what it is made from. */
@Component
class FilmPieces {

    /** What the video service says of a chunk that is not in the store. */
    private static final String PIECE_MISSING = "PIECE_MISSING";

    private final VideoRendering rendering;
    private final Results results;

    FilmPieces(VideoRendering rendering, Results results) {
        this.rendering = rendering;
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
}
