package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.video.device.EncoderChoice;
import io.moneyprinter.video.device.FilmEncoder;
import io.moneyprinter.video.encode.Profile;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A film laid out in time, as it is stored: everything its pieces need.
 *
 * @param language BCP 47
 * @param captions what captions look like; what they say is in the chunks
 * @param chunks in order; together they are the whole film
 * @param encoder of a device that is to encode it, as FFmpeg calls it; null for the processor
 * @param encoderNote why it is not the device that was wanted; null when all is as wanted
 */
public record FilmPlan(
        String title,
        String language,
        Canvas canvas,
        Profile profile,
        CaptionSettings captions,
        long frames,
        List<ChunkPlan> chunks,
        SoundPlan sound,
        @Nullable String encoder,
        @Nullable String encoderNote) {

    public FilmPlan {
        chunks = List.copyOf(chunks);
    }

    /** The same film, written in another way by the processor. */
    public FilmPlan withProfile(Profile other) {
        var others =
                chunks.stream().map(chunk -> chunk.at(other.chunk(chunk.key()))).toList();
        return new FilmPlan(title, language, canvas, other, captions, frames, others, sound, null, null);
    }

    /** The same film by another encoder. */
    public FilmPlan by(EncoderChoice choice) {
        return new FilmPlan(
                title, language, canvas, profile, captions, frames, chunks, sound, choice.encoder(), choice.note());
    }

    /** Where its chunks are when the processor encodes them. */
    public List<ObjectKey> processorKeys() {
        return chunks.stream().map(ChunkPlan::key).toList();
    }

    /** The film as a device encodes it; null when none is to. */
    public @Nullable FilmEncoder onDevice() {
        return encoder == null ? null : new FilmEncoder(encoder, processorKeys());
    }

    /** Where its chunks will be if all goes as planned. */
    public List<ObjectKey> keys() {
        var device = onDevice();
        return device == null ? processorKeys() : device.keys();
    }

    public FrameRate rate() {
        return FrameRate.of(canvas.fps());
    }

    public Duration duration() {
        return new RationalTime(frames, rate()).toDuration();
    }
}
