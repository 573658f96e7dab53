package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.common.ObjectKey;
import java.util.List;

/**
 * A part of the film that is rendered alone.
 *
 * @param segments in order; together as long as the chunk
 * @param captions the cues that are seen in it, with times from the start of the chunk; none when none are burnt in
 * @param key digest of all it shows, and of nothing else
 */
public record ChunkPlan(
        int index,
        long firstFrame,
        long frames,
        List<View> views,
        List<Segment> segments,
        Look look,
        List<CueSlice> captions,
        ObjectKey key) {

    public ChunkPlan {
        views = List.copyOf(views);
        segments = List.copyOf(segments);
        captions = List.copyOf(captions);
        var sum = segments.stream().mapToLong(Segment::frames).sum();
        if (sum != frames) {
            throw new IllegalArgumentException("segments: %d frames (expected: %d)".formatted(sum, frames));
        }
    }

    ChunkPlan at(ObjectKey other) {
        return new ChunkPlan(index, firstFrame, frames, views, segments, look, captions, other);
    }
}
