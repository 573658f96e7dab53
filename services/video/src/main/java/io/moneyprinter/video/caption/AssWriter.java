package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionSettings.Animation;
import io.moneyprinter.contracts.video.CaptionSettings.Highlight;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.RationalTime;
import java.util.Locale;

/**
 * Writes ASS: the look as far as that format has it, and the time of every word as karaoke. Boxes of single words and
 * movements other than fading are left out, as players differ in them.
 */
final class AssWriter {

    /** A font's line is higher than its em; this is what players scale. */
    private static final double LINE = 1.17;

    private final CaptionStyle style;
    private final CaptionLayout layout;

    private AssWriter(CaptionStyle style, CaptionLayout layout) {
        this.style = style;
        this.layout = layout;
    }

    /** @param track as it is shown, in the case of the style */
    static String write(CaptionTrack track, CaptionStyle style, CaptionLayout layout) {
        return new AssWriter(style, layout).write(track);
    }

    private String write(CaptionTrack track) {
        var text = new StringBuilder();
        text.append("[Script Info]\nScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes\n");
        text.append("PlayResX: %d\nPlayResY: %d\n".formatted(layout.canvasWidth(), layout.canvasHeight()));
        text.append("YCbCr Matrix: TV.709\nLanguage: ").append(track.language()).append("\n\n");
        text.append("[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour,"
                + " BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle,"
                + " Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n");
        text.append(style()).append("\n\n");
        text.append("[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n");
        track.cues().forEach(cue -> text.append(event(cue)).append('\n'));
        return text.toString();
    }

    private String style() {
        var look = style.appearance();
        var stroke = look.stroke();
        var shadow = look.shadow();
        var active = look.highlight() == Highlight.BOX ? look.activeBoxColor() : look.activeColor();
        var outline = look.boxed() ? look.boxPadding() : stroke == null ? 0 : stroke.width();
        var outlineColor = look.boxed() ? look.boxColor() : stroke == null ? 0 : stroke.color();
        var margin = (layout.canvasWidth() - layout.textWidth()) / 2;
        return String.format(
                Locale.ROOT,
                "Style: Default,%s,%.1f,%s,%s,%s,%s,%d,0,0,0,100,100,0,0,%d,%.1f,%.1f,5,%d,%d,0,1",
                look.family().typeface(),
                LINE * layout.size(),
                color(active),
                color(look.color()),
                color(outlineColor),
                color(shadow == null ? 0 : shadow.color()),
                look.weight() >= 600 ? -1 : 0,
                look.boxed() ? 3 : 1,
                outline * layout.size(),
                shadow == null ? 0 : shadow.y() * layout.size(),
                margin,
                margin);
    }

    /** {@code &HAABBGGRR}, where an alpha of 0 is opaque. */
    private static String color(int argb) {
        return "&H%02X%02X%02X%02X".formatted(255 - (argb >>> 24), argb & 0xff, argb >> 8 & 0xff, argb >> 16 & 0xff);
    }

    private String event(Cue cue) {
        var start = centiseconds(cue.range().start());
        var end = Math.max(start + 1, centiseconds(cue.range().endExclusive()));
        var text = new StringBuilder();
        text.append("{\\pos(%d,%d)".formatted(Math.round(layout.centerX()), Math.round(layout.centerY())));
        text.append(style.appearance().animation() == Animation.FADE ? "\\fad(200,0)}" : "}");
        var at = 0;
        var from = start;
        for (var i = 0; i < cue.words().size(); i++) {
            var last = i + 1 == cue.words().size();
            // As in the picture, a word is the active one until the next one begins.
            var until = last ? end : centiseconds(cue.words().get(i + 1).range().start());
            var textEnd = last ? cue.text().length() : cue.words().get(i + 1).start();
            text.append("{\\k%d}".formatted(until - from))
                    .append(neutral(cue.text().substring(at, textEnd)));
            at = textEnd;
            from = until;
        }
        text.append(neutral(cue.text().substring(at)));
        return "Dialogue: 0,%s,%s,Default,,0,0,0,,%s".formatted(time(start), time(end), text);
    }

    /** No character of the text can begin a tag or an escape, and none ends the line. */
    private static String neutral(String text) {
        return text.replace('{', '\uFF5B')
                .replace('}', '\uFF5D')
                .replace("\\", "\\\u2060")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static long centiseconds(RationalTime time) {
        return (time.toDuration().toNanos() + 5_000_000) / 10_000_000;
    }

    private static String time(long centiseconds) {
        return "%d:%02d:%02d.%02d"
                .formatted(
                        centiseconds / 360_000, centiseconds / 6_000 % 60, centiseconds / 100 % 60, centiseconds % 100);
    }
}
