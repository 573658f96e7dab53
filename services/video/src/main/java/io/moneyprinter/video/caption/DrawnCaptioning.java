package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.CaptionStrip;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.Utterance;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Captions in our own fonts, in the style that the settings ask for. */
@Component
class DrawnCaptioning implements Captioning {

    private final CaptionPainter painter;

    DrawnCaptioning(DataDirectory home) {
        this.painter = new CaptionPainter(home.root());
    }

    @Override
    public String version() {
        return "drawn-" + CaptionPainter.VERSION;
    }

    @Override
    public String look(Canvas canvas, CaptionSettings settings) {
        var style = CaptionStyle.of(settings);
        return style.appearance() + " " + layout(canvas, style);
    }

    @Override
    public CaptionTrack cues(
            String language, Canvas canvas, CaptionSettings settings, List<Utterance> utterances, long frames) {
        var style = CaptionStyle.of(settings);
        var rate = FrameRate.of(canvas.fps());
        var passages = passages(language, settings, utterances, new RationalTime(frames, rate));
        var columns = layout(canvas, style).columns(style);
        return CueBuilder.build(language, passages, rate, style.mode(), columns);
    }

    private static List<Passage> passages(
            String language, CaptionSettings settings, List<Utterance> utterances, RationalTime end) {
        var own = settings.subtitles();
        if (own != null) {
            return UserSubtitles.passages(SubtitleReader.read(own), language, end.toDuration());
        }
        return utterances.stream()
                .map(utterance -> Passage.of(utterance, language))
                .toList();
    }

    @Override
    public CaptionTrack shown(CaptionTrack track, CaptionSettings settings) {
        var shown = TextCasing.apply(track, CaptionStyle.of(settings).textCase());
        painter.requireDrawable(shown.cues().stream().map(cue -> cue.text()).toList());
        return shown;
    }

    @Override
    public void check(CaptionSettings settings, boolean burnt) {
        CaptionStyle.of(settings);
        var own = settings.subtitles();
        if (own == null) {
            return;
        }
        var missing =
                undrawable(SubtitleReader.read(own).stream().map(Subtitle::text).toList());
        if (burnt && !missing.isEmpty()) {
            throw CodedException.ofField(
                    CaptionErrorCode.CHARACTERS_NOT_DRAWABLE,
                    "/video_settings/captions/subtitles",
                    CaptionPainter.refused(missing));
        }
    }

    @Override
    public List<String> undrawable(List<String> texts) {
        return painter.undrawable(texts);
    }

    @Override
    public String srt(CaptionTrack track) {
        return Subtitles.srt(Subtitles.of(track));
    }

    @Override
    public String vtt(CaptionTrack track) {
        return Subtitles.vtt(Subtitles.of(track), track.language());
    }

    @Override
    public String ass(CaptionTrack track, Canvas canvas, CaptionSettings settings) {
        var style = CaptionStyle.of(settings);
        return AssWriter.write(TextCasing.apply(track, style.textCase()), style, layout(canvas, style));
    }

    @Override
    public CaptionStrip paint(
            CaptionTrack track, Canvas canvas, CaptionSettings settings, TimeRange range, Path directory) {
        var style = CaptionStyle.of(settings);
        return painter.paint(track, style.appearance(), layout(canvas, style), range, directory);
    }

    private static CaptionLayout layout(Canvas canvas, CaptionStyle style) {
        return CaptionLayout.of(canvas.width(), canvas.height(), style);
    }
}
