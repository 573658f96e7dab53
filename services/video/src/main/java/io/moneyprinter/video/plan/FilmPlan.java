package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.video.encode.Profile;
import java.time.Duration;
import java.util.List;

/**
 * A film laid out in time, as it is stored: everything its pieces need.
 *
 * @param language BCP 47
 * @param captions what captions look like; what they say is in the chunks
 * @param chunks in order; together they are the whole film
 */
public record FilmPlan(
        String title,
        String language,
        Canvas canvas,
        Profile profile,
        CaptionSettings captions,
        long frames,
        List<ChunkPlan> chunks,
        SoundPlan sound) {

    public FilmPlan {
        chunks = List.copyOf(chunks);
    }

    /** The same film, written in another way. */
    public FilmPlan withProfile(Profile other) {
        var others =
                chunks.stream().map(chunk -> chunk.at(other.chunk(chunk.key()))).toList();
        return new FilmPlan(title, language, canvas, other, captions, frames, others, sound);
    }

    public FrameRate rate() {
        return FrameRate.of(canvas.fps());
    }

    public Duration duration() {
        return new RationalTime(frames, rate()).toDuration();
    }
}
