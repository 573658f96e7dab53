package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.CaptionStrip;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.Utterance;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Captions in our own fonts, the active word highlighted. */
@Component
class DrawnCaptioning implements Captioning {

    private final CaptionStyle style = CaptionStyle.DEFAULT;
    private final CaptionPainter painter;

    DrawnCaptioning(DataDirectory home) {
        this.painter = new CaptionPainter(home.root());
    }

    @Override
    public String version() {
        return "drawn-" + CaptionPainter.VERSION + " " + style;
    }

    /** @throws io.moneyprinter.problem.CodedException that names the characters which no font can draw */
    @Override
    public CaptionTrack cues(String language, Canvas canvas, List<Utterance> utterances) {
        painter.requireDrawable(utterances.stream().map(Utterance::text).toList());
        var layout = CaptionLayout.of(canvas.width(), canvas.height(), style);
        return CueBuilder.build(language, utterances, FrameRate.of(canvas.fps()), layout.columns(style));
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
    public CaptionStrip paint(CaptionTrack track, Canvas canvas, TimeRange range, Path directory) {
        var layout = CaptionLayout.of(canvas.width(), canvas.height(), style);
        return painter.paint(track, style, layout, range, directory);
    }
}
