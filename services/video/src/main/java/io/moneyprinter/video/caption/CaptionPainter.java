package io.moneyprinter.video.caption;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.RRect;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.drawing.TextBlock;
import io.moneyprinter.drawing.TextSpec;
import io.moneyprinter.drawing.TypeStyle;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.CaptionStrip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws captions: one picture per look, that is, per active word. */
final class CaptionPainter {

    /** Part of the identity of everything that shows captions; bumped when they look different. */
    static final String VERSION = "1";

    private final Path home;

    CaptionPainter(Path home) {
        this.home = home;
    }

    /**
     * Makes sure that every character can be drawn, before anything is.
     *
     * @throws CodedException {@link CaptionErrorCode#CHARACTERS_NOT_DRAWABLE} that names all that cannot
     */
    void requireDrawable(List<String> texts) {
        var missing = fonts().missing(String.join("\n", texts));
        if (!missing.isEmpty()) {
            var named = missing.stream()
                    .limit(20)
                    .map(character -> "%s (U+%04X)".formatted(character, character.codePointAt(0)))
                    .collect(Collectors.joining(", "));
            throw new CodedException(
                    CaptionErrorCode.CHARACTERS_NOT_DRAWABLE, "no font can draw these characters: " + named);
        }
    }

    /**
     * Draws what is seen during a range.
     *
     * @param directory where the pictures go; what is there already under the same digest is not drawn again
     */
    CaptionStrip paint(CaptionTrack track, CaptionStyle style, CaptionLayout layout, TimeRange range, Path directory) {
        var pictures = new ArrayList<CaptionStrip.Picture>();
        var end = range.endExclusive().value();
        var at = range.start().value();
        for (var cue : track.cues()) {
            var cueStart = cue.range().start().value();
            var cueEnd = Math.min(end, cue.range().endExclusive().value());
            if (cueEnd <= at || cueStart >= end) {
                continue;
            }
            if (cueStart > at) {
                pictures.add(new CaptionStrip.Picture(empty(layout, directory), cueStart - at));
                at = cueStart;
            }
            try (var sheet = new Sheet(cue, track.language(), style, layout, directory)) {
                while (at < cueEnd) {
                    var active = active(cue, at);
                    var until = Math.min(cueEnd, nextStart(cue, active));
                    pictures.add(new CaptionStrip.Picture(sheet.picture(active), until - at));
                    at = until;
                }
            }
        }
        if (at < end && !pictures.isEmpty()) {
            pictures.add(new CaptionStrip.Picture(empty(layout, directory), end - at));
        }
        return new CaptionStrip(layout.x(), layout.y(), pictures);
    }

    /** The word that was begun last; it stays active over the short silence after it. */
    private static int active(Cue cue, long frame) {
        var active = -1;
        for (var i = 0; i < cue.words().size(); i++) {
            if (cue.words().get(i).range().start().value() <= frame) {
                active = i;
            }
        }
        return active;
    }

    private static long nextStart(Cue cue, int active) {
        return active + 1 < cue.words().size()
                ? cue.words().get(active + 1).range().start().value()
                : Long.MAX_VALUE;
    }

    private static Path empty(CaptionLayout layout, Path directory) {
        return drawn(directory, Digests.of("empty", layout), layout, canvas -> {});
    }

    private FontLibrary fonts() {
        return FontLibrary.open(home);
    }

    private static Path drawn(Path directory, String name, CaptionLayout layout, Consumer<Canvas> drawing) {
        var file = directory.resolve(name + ".png");
        if (Files.exists(file)) {
            return file;
        }
        try (var raster = Raster.draw(layout.width(), layout.height(), drawing)) {
            Files.createDirectories(directory);
            Files.write(file, raster.png());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** One cue, set once and painted for every word of it. */
    private final class Sheet implements AutoCloseable {

        private final Cue cue;
        private final String language;
        private final CaptionStyle style;
        private final CaptionLayout layout;
        private final Path directory;
        private final TextBlock block;

        /** The cue without a highlight, which costs most: drawn when it is first needed. */
        private @Nullable Raster plain;

        Sheet(Cue cue, String language, CaptionStyle style, CaptionLayout layout, Path directory) {
            this.cue = cue;
            this.language = language;
            this.style = style;
            this.layout = layout;
            this.directory = directory;
            var type = TypeStyle.of(style.family(), style.weight(), (float) layout.size())
                    .withLineHeight(CaptionLayout.LINE_HEIGHT);
            var room = TextSpec.of(
                    cue.text(), language, type, TextSpec.Align.CENTER, layout.textWidth(), style.maxLines());
            this.block = fonts().set(room.withMaxHeight(
                    (float) (style.maxLines() * CaptionLayout.LINE_HEIGHT * layout.size() + 1)));
        }

        Path picture(int active) {
            var word = active < 0 || style.highlight() == CaptionStyle.Highlight.NONE
                    ? null
                    : cue.words().get(active);
            var marked = word == null ? "" : word.start() + "-" + word.end();
            var name = Digests.of("caption", VERSION, cue.text(), marked, language, style, layout);
            return drawn(directory, name, layout, canvas -> {
                var x = (layout.width() - block.width()) / 2;
                var y = (layout.height() - block.height()) / 2;
                if (word == null || style.highlight() == CaptionStyle.Highlight.BOX) {
                    plain(x, y).paint(canvas, 0, 0);
                }
                if (word != null) {
                    var accents = List.of(new Ink.Accent(word.start(), word.end(), style.activeColor()));
                    if (style.highlight() == CaptionStyle.Highlight.BOX) {
                        box(canvas, x, y, word);
                        block.paint(canvas, x, y, Ink.of(0), accents);
                    } else {
                        block.paint(canvas, x, y, ink(), accents);
                    }
                }
            });
        }

        private Raster plain(float x, float y) {
            var drawn = plain;
            if (drawn == null) {
                drawn = Raster.draw(layout.width(), layout.height(), canvas -> block.paint(canvas, x, y, ink()));
                plain = drawn;
            }
            return drawn;
        }

        @Override
        public void close() {
            if (plain != null) {
                plain.close();
            }
        }

        private Ink ink() {
            var stroke =
                    style.strokeWidth() > 0 ? new Ink.Stroke(style.strokeColor(), (float) style.strokeWidth()) : null;
            return new Ink(style.color(), stroke, new Ink.Shadow(style.shadowColor(), 0, 0.05f, 0.09f));
        }

        private void box(Canvas canvas, float x, float y, Cue.Word word) {
            try (var paint = new Paint().setColor(style.boxColor()).setAntiAlias(true)) {
                for (var place : block.boxes(word.start(), word.end())) {
                    var size = block.size();
                    var box = place.moved(x, y);
                    canvas.drawRRect(
                            RRect.makeLTRB(
                                    box.left() - (followsSpace(word.start()) ? 0.14f : 0.03f) * size,
                                    box.top() + 0.02f * size,
                                    box.right() + (followsSpace(word.end() + 1) ? 0.14f : 0.03f) * size,
                                    box.bottom() - 0.02f * size,
                                    (float) (style.boxRadius() * size)),
                            paint);
                }
            }
        }

        /** Chinese words stand close: their box must not cover the neighbours. */
        private boolean followsSpace(int offset) {
            var text = cue.text();
            return offset <= 0 || offset > text.length() || Character.isWhitespace(text.charAt(offset - 1));
        }
    }
}
