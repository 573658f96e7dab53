package io.moneyprinter.video.render;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.CueSlice;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds the frames of a film that may stand for it: nothing comes, goes or turns into something else in them. */
final class PosterFrames {

    /** How far from a change of pictures. */
    private static final Duration MARGIN = Duration.ofMillis(200);

    /** Captions may take so long to come in, */
    private static final Duration ENTRANCE = Duration.ofMillis(500);

    /** so long to go, */
    private static final Duration EXIT = Duration.ofMillis(300);

    /** and so long to pass from word to word. */
    private static final Duration WORD = Duration.ofMillis(150);

    private final int fps;

    private PosterFrames(int fps) {
        this.fps = fps;
    }

    /** At most so many, spread over the film; never none. */
    static List<Long> of(FilmPlan plan, int most) {
        var frames = new PosterFrames(plan.canvas().fps());
        var calm = new ArrayList<Long>();
        var steady = new ArrayList<Long>();
        for (var chunk : plan.chunks()) {
            for (var frame : frames.steady(chunk)) {
                steady.add(chunk.firstFrame() + frame);
                if (chunk.captions().stream().allMatch(cue -> frames.isCalm(cue, frame))) {
                    calm.add(chunk.firstFrame() + frame);
                }
            }
        }
        if (!calm.isEmpty()) {
            return spread(calm, most);
        }
        return steady.isEmpty() ? List.of(plan.frames() / 2) : spread(steady, most);
    }

    /** The frames of a chunk in which one visual alone is seen, and nothing of it comes in. */
    private List<Long> steady(ChunkPlan chunk) {
        var steady = new ArrayList<Long>();
        var at = 0L;
        for (var segment : chunk.segments()) {
            if (segment instanceof Segment.Body body) {
                var view = chunk.views().get(body.view());
                var first = view.from() + body.from();
                var still = Math.max(0, entered(view.visual()) - first);
                var margin = Math.min(frames(MARGIN), (body.frames() - 1) / 2);
                for (var i = Math.max(margin, still); i < body.frames() - margin; i++) {
                    steady.add(at + i);
                }
            }
            at += segment.frames();
        }
        return steady;
    }

    /** The frame of a visual from which on all its layers are there. */
    private long entered(Visual visual) {
        return visual instanceof Visual.Composition composition
                ? composition.layers().stream()
                        .mapToLong(layer -> frames(
                                layer.entrance().delay().plus(layer.entrance().duration())))
                        .max()
                        .orElse(0)
                : 0;
    }

    private boolean isCalm(CueSlice cue, long frame) {
        var since = frame - cue.start();
        var left = cue.start() + cue.frames() - 1 - frame;
        if (since < 0 || left < 0) {
            return true;
        }
        return since >= frames(ENTRANCE)
                && left >= frames(EXIT)
                && cue.words().stream()
                        .map(word -> frame - word.start())
                        .noneMatch(passed -> passed >= 0 && passed < frames(WORD));
    }

    private long frames(Duration duration) {
        return Math.ceilDiv(duration.toMillis() * fps, 1_000L);
    }

    static List<Long> spread(List<Long> frames, int most) {
        if (frames.size() <= most) {
            return List.copyOf(frames);
        }
        var chosen = new ArrayList<Long>();
        for (var i = 0; i < most; i++) {
            chosen.add(frames.get((int) ((2L * i + 1) * frames.size() / (2L * most))));
        }
        return List.copyOf(chosen);
    }
}
