package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A film laid out in time.
 *
 * @param plan the stored plan, from which every piece is made
 * @param frames exact length of the film in pictures
 * @param duration the same in time
 * @param chunks in order; together they are the whole film; none where nothing is seen
 * @param captionsSrt the captions as SubRip
 * @param captionsVtt the captions as WebVTT
 * @param captionsAss the captions as ASS, which looks like those in the film as far as players can
 * @param words the times of the words, as {@link NarrationWords}; null in plans that were stored before they were kept
 * @param pacing how it came to its length
 * @param music what is heard besides the voice, and why; null in plans that were stored before that was kept
 */
public record RenderPlan(
        ObjectKey plan,
        long frames,
        Duration duration,
        List<Chunk> chunks,
        ObjectKey captionsSrt,
        ObjectKey captionsVtt,
        ObjectKey captionsAss,
        @Nullable ObjectKey words,
        Pacing pacing,
        @Nullable MusicChoice music) {

    /** Of whose music nothing is told. */
    public RenderPlan(
            ObjectKey plan,
            long frames,
            Duration duration,
            List<Chunk> chunks,
            ObjectKey captionsSrt,
            ObjectKey captionsVtt,
            ObjectKey captionsAss,
            @Nullable ObjectKey words,
            Pacing pacing) {
        this(plan, frames, duration, chunks, captionsSrt, captionsVtt, captionsAss, words, pacing, null);
    }

    public RenderPlan {
        // Plans that were stored before there was any have none.
        pacing = Objects.requireNonNullElse(pacing, Pacing.NATURAL);
        chunks = List.copyOf(chunks);
    }

    /**
     * A part of the film that is rendered alone.
     *
     * @param index from 0
     * @param key where the rendered chunk is, or will be if all goes as planned
     * @param shows names what is seen in it, whatever encodes it
     */
    public record Chunk(int index, long firstFrame, long frames, ObjectKey key, String shows) {

        public Chunk {
            // Plans that were stored before there were devices have one name for both.
            shows = Objects.requireNonNullElseGet(shows, key::value);
        }

        public Chunk(int index, long firstFrame, long frames, ObjectKey key) {
            this(index, firstFrame, frames, key, key.value());
        }
    }
}
