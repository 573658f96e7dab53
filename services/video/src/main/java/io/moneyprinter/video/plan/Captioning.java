package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.TimeRange;
import java.nio.file.Path;
import java.util.List;

/** Makes captions from spoken words. Instances are shared between threads. */
public interface Captioning {

    /** Changes whenever the same captions would look different: part of the name of all that shows them. */
    String version();

    /** The cues for what is spoken, at the frame rate of the canvas. */
    CaptionTrack cues(String language, Canvas canvas, List<Utterance> utterances);

    /** The track as SubRip. */
    String srt(CaptionTrack track);

    /** The track as WebVTT. */
    String vtt(CaptionTrack track);

    /**
     * Paints what is seen during {@code range}, one picture per look, into {@code directory}.
     *
     * @param track at least the cues that are seen during the range
     */
    CaptionStrip paint(CaptionTrack track, Canvas canvas, TimeRange range, Path directory);
}
