package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.video.check.Coding;
import io.moneyprinter.video.check.Wish;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.FilmPlan;
import java.util.List;

/**
 * A film as its encoded parts, in order.
 *
 * @param wish what the whole has to be
 */
record Sequence(String title, Canvas canvas, Profile profile, List<Part> parts, Wish wish) {

    Sequence {
        parts = List.copyOf(parts);
    }

    /** Pictures that lie in one file. */
    record Part(ObjectKey key, long firstFrame, long frames) {

        long endFrame() {
            return firstFrame + frames;
        }
    }

    /** @param keys where the plan's chunks are */
    static Sequence of(FilmPlan plan, List<ObjectKey> keys) {
        var parts = plan.chunks().stream()
                .map(chunk -> new Part(keys.get(chunk.index()), chunk.firstFrame(), chunk.frames()))
                .toList();
        return new Sequence(
                plan.title(),
                plan.canvas(),
                plan.profile(),
                parts,
                Wish.of(plan).as(Coding.of(plan.profile())));
    }

    long frames() {
        return parts.getLast().endFrame();
    }

    Pieces.Shape shape() {
        return Pieces.Shape.film(canvas, frames());
    }

    List<ObjectKey> keys() {
        return parts.stream().map(Part::key).toList();
    }
}
