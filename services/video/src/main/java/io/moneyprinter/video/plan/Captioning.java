package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.TimeRange;
import java.nio.file.Path;
import java.util.List;

/** Makes captions from spoken words. Instances are shared between threads. */
public interface Captioning {

    /** Changes whenever the same captions would look different: part of the name of all that shows them. */
    String version();

    /**
     * Names all that settings decide on how a cue looks, and nothing else: equal for settings that draw the same.
     *
     * @throws io.moneyprinter.problem.CodedException when the preset does not exist
     */
    String look(Canvas canvas, CaptionSettings settings);

    /**
     * The cues for what is spoken, or those that the user brought, at the frame rate of the canvas and as written.
     *
     * @param frames length of the film
     * @throws io.moneyprinter.problem.CodedException when the preset does not exist or the user's subtitles cannot be
     *     read
     */
    CaptionTrack cues(
            String language, Canvas canvas, CaptionSettings settings, List<Utterance> utterances, long frames);

    /**
     * The track as it is drawn, that is, with the letters in the case that the settings want.
     *
     * @throws io.moneyprinter.problem.CodedException that names the characters which no font can draw
     */
    CaptionTrack shown(CaptionTrack track, CaptionSettings settings);

    /**
     * Says what would stand in the way of captions, before there is a film.
     *
     * @param burnt whether they are to be drawn into the film
     * @throws io.moneyprinter.problem.CodedException as {@link #cues} and {@link #shown} do
     */
    void check(CaptionSettings settings, boolean burnt);

    /** The characters of texts that no font can draw, each once. */
    List<String> undrawable(List<String> texts);

    /** The track as SubRip. */
    String srt(CaptionTrack track);

    /** The track as WebVTT. */
    String vtt(CaptionTrack track);

    /** The track as ASS, looking like the drawn captions as far as players can. */
    String ass(CaptionTrack track, Canvas canvas, CaptionSettings settings);

    /**
     * Paints what is seen during {@code range}, one picture per look, into {@code directory}.
     *
     * @param track at least the cues that are seen during the range, as {@link #shown} returned them
     */
    CaptionStrip paint(CaptionTrack track, Canvas canvas, CaptionSettings settings, TimeRange range, Path directory);
}
