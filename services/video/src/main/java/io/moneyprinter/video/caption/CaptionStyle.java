package io.moneyprinter.video.caption;

import static java.util.Objects.requireNonNull;

import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.CaptionSettings.Mode;
import io.moneyprinter.contracts.video.CaptionSettings.TextCase;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.Ink;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What settings come down to, nothing left open.
 *
 * @param mode how much is shown at a time
 * @param textCase how letters are written
 * @param placement where captions stand and how large they are
 * @param appearance what they look like there
 */
record CaptionStyle(Mode mode, TextCase textCase, Placement placement, Appearance appearance) {

    /** Whole sentences are read more calmly: smaller, on more lines. */
    private static final double SENTENCE_SCALE = 0.8;

    private static final int SENTENCE_LINES = 4;

    /** A single word has the screen for itself. */
    private static final double WORD_SCALE = 1.25;

    /** What is shown when nothing is said. */
    static final CaptionStyle DEFAULT = of(CaptionSettings.DEFAULT);

    /** @throws io.moneyprinter.problem.CodedException when the preset does not exist */
    static CaptionStyle of(CaptionSettings wanted) {
        var settings = wanted.withoutSubtitles();
        var all = CaptionPresets.complete(settings);
        var presetMode =
                requireNonNull(CaptionPresets.preset(settings).settings().mode());
        var mode = requireNonNull(all.mode());
        var changed = mode != presetMode;
        var scale = requireNonNull(all.size());
        var lines = requireNonNull(all.maxLines());
        if (changed && settings.size() == null) {
            scale *= mode == Mode.SENTENCE ? SENTENCE_SCALE : mode == Mode.WORD ? WORD_SCALE : 1;
        }
        if (changed && settings.maxLines() == null) {
            lines = mode == Mode.SENTENCE ? SENTENCE_LINES : mode == Mode.WORD ? 1 : 2;
        }
        var width = all.maxWidth();
        var placement = new Placement(
                requireNonNull(all.position()),
                requireNonNull(all.positionPercent()),
                requireNonNull(all.safeArea()),
                scale,
                lines,
                width == null ? 0 : width);
        return new CaptionStyle(mode, requireNonNull(all.textCase()), placement, appearance(all));
    }

    private static Appearance appearance(CaptionSettings all) {
        var color = color(all.color());
        var stroke = new Ink.Stroke(
                color(all.strokeColor()), requireNonNull(all.strokeWidth()).floatValue());
        var shadow = new Ink.Shadow(
                color(all.shadowColor()),
                0,
                requireNonNull(all.shadowOffset()).floatValue(),
                requireNonNull(all.shadowBlur()).floatValue());
        var highlight = requireNonNull(all.highlight());
        var marked = highlight != CaptionSettings.Highlight.NONE;
        var boxed = highlight == CaptionSettings.Highlight.BOX;
        var box = color(all.boxColor());
        var radius = requireNonNull(all.boxRadius()).floatValue();
        // What is not seen is made equal, so that it does not tell looks apart that are the same.
        return new Appearance(
                FontFamily.valueOf(requireNonNull(all.font()).toUpperCase(Locale.ROOT)),
                requireNonNull(all.weight()),
                color,
                stroke.width() == 0 || transparent(stroke.color()) ? null : stroke,
                transparent(shadow.color()) ? null : shadow,
                transparent(box) ? 0 : box,
                transparent(box) ? 0 : requireNonNull(all.boxPadding()).floatValue(),
                transparent(box) && !boxed ? 0 : radius,
                highlight,
                marked ? color(all.highlightColor()) : color,
                boxed ? color(all.highlightBoxColor()) : 0,
                requireNonNull(all.animation()));
    }

    private static boolean transparent(int color) {
        return color >>> 24 == 0;
    }

    /** {@code #RRGGBB} or {@code #RRGGBBAA} as {@code 0xAARRGGBB}. */
    private static int color(@Nullable String text) {
        var digits = requireNonNull(text).substring(1);
        var alpha = digits.length() == 8 ? Integer.parseInt(digits.substring(6), 16) : 0xff;
        return alpha << 24 | Integer.parseInt(digits.substring(0, 6), 16);
    }
}
