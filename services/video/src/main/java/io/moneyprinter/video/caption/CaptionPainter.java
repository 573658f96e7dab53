package io.moneyprinter.video.caption;

import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Raster;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Draws captions: one picture per look, cut to what any of them covers. */
final class CaptionPainter {

    /** Part of the identity of everything that shows captions; bumped when they look different. */
    static final String VERSION = "2";

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
        var missing = undrawable(texts);
        if (!missing.isEmpty()) {
            throw new CodedException(CaptionErrorCode.CHARACTERS_NOT_DRAWABLE, refused(missing));
        }
    }

    /** The characters that no font can draw, each once. */
    List<String> undrawable(List<String> texts) {
        return fonts().missing(String.join("\n", texts));
    }

    static String refused(List<String> missing) {
        return missing.stream()
                .limit(20)
                .map(character -> "%s (U+%04X)".formatted(character, character.codePointAt(0)))
                .collect(Collectors.joining(", ", "no font can draw these characters: ", ""));
    }

    /**
     * Draws what is seen during a range.
     *
     * @param directory where the pictures go; what is there already under the same digest is not drawn again
     */
    CaptionStrip paint(
            CaptionTrack track, Appearance appearance, CaptionLayout layout, TimeRange range, Path directory) {
        var cues =
                track.cues().stream().filter(cue -> cue.range().overlaps(range)).toList();
        if (cues.isEmpty()) {
            return new CaptionStrip(0, 0, List.of());
        }
        var painters = cues.stream()
                .map(cue -> new CuePainter(fonts(), cue, track.language(), appearance, layout))
                .toList();
        var area = painters.stream()
                .map(CuePainter::area)
                .reduce(CaptionPainter::union)
                .orElseThrow();

        var strip = new Strip(appearance, area, directory);
        var at = range.start().value();
        var end = range.endExclusive().value();
        for (var i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            strip.empty(cue.range().start().value() - at);
            at = Math.max(at, cue.range().start().value());
            var cueEnd = Math.min(end, cue.range().endExclusive().value());
            var naming = Digests.of("caption", VERSION, cue.text(), track.language(), appearance, layout, area);
            try (var painter = painters.get(i)) {
                strip.add(cue, painter, naming, at, cueEnd);
            }
            at = cueEnd;
        }
        strip.empty(end - at);
        return new CaptionStrip(area.left(), area.top(), strip.pictures);
    }

    private static Raster.Crop union(Raster.Crop one, Raster.Crop other) {
        return new Raster.Crop(
                Math.min(one.left(), other.left()),
                Math.min(one.top(), other.top()),
                Math.max(one.right(), other.right()),
                Math.max(one.bottom(), other.bottom()));
    }

    private FontLibrary fonts() {
        return FontLibrary.open(home);
    }

    /** The pictures so far. */
    private static final class Strip {

        private final Appearance appearance;
        private final Raster.Crop area;
        private final Path directory;
        private final List<CaptionStrip.Picture> pictures = new ArrayList<>();

        Strip(Appearance appearance, Raster.Crop area, Path directory) {
            this.appearance = appearance;
            this.area = area;
            this.directory = directory;
        }

        void empty(long frames) {
            if (frames > 0) {
                var file = drawn(Digests.of("empty", area), () -> {
                    try (var nothing = Raster.draw(area.width(), area.height(), canvas -> {})) {
                        return nothing.png();
                    }
                });
                pictures.add(new CaptionStrip.Picture(file, frames));
            }
        }

        /** @param naming digest of all that its looks have in common */
        void add(Cue cue, CuePainter painter, String naming, long from, long to) {
            var looks = new CueLooks(cue, appearance);
            var at = from;
            while (at < to) {
                var look = looks.at(at);
                var until = at + 1;
                while (until < to && looks.at(until).equals(look)) {
                    until++;
                }
                var word = look.active() < 0 ? null : cue.words().get(look.active());
                var marked = word == null ? "" : word.start() + "-" + word.end();
                var name = Digests.of(naming, marked, look.pop(), look.shown(), look.motion());
                pictures.add(new CaptionStrip.Picture(drawn(name, () -> painter.png(look, area)), until - at));
                at = until;
            }
        }

        private Path drawn(String name, Supplier<byte[]> png) {
            var file = directory.resolve(name + ".png");
            if (Files.exists(file)) {
                return file;
            }
            try {
                Files.createDirectories(directory);
                Files.write(file, png.get());
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }
}
