package io.moneyprinter.materials.designed;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.text.Bidi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Chooses how a sentence is shown. Sentences are drawn one at a time and in any order, so neighbours cannot look at
 * each other: even and odd sentences, and the second halves of long ones, choose from different layouts, and never
 * look like the one before.
 */
@Component
class DrawnVisuals implements DesignedVisuals {

    /** A picture that stands longer than this gets dull. */
    private static final Duration LONG = Duration.ofSeconds(6);

    private final Path home;
    private final Pictures pictures;

    DrawnVisuals(DataDirectory home, ObjectStore store) {
        this.home = home.root();
        this.pictures = new Pictures(store);
    }

    @Override
    public Shot shot(ShotRequest request) {
        var theme = Theme.of(request.seed());
        var visuals = new ArrayList<Visual>();
        if (request.duration().compareTo(LONG) > 0) {
            var half = request.duration().dividedBy(2);
            var cut = middle(request.text());
            visuals.add(first(request, theme, request.text().substring(0, cut), half));
            visuals.add(second(request, theme, request.text().substring(cut), half));
        } else {
            visuals.add(first(request, theme, request.text(), request.duration()));
        }
        return new Shot(visuals, "designed", null);
    }

    private Visual first(ShotRequest request, Theme theme, String text, Duration duration) {
        var gist = gist(request, text);
        var slot = request.index();
        var turn = Math.floorMod(slot / 2 + theme.seed(), 2) == 0;
        if (slot == 0) {
            var on = composer(request, theme, duration).ground(0, 0).ornaments(0);
            new Layouts(on).title(request.title(), titleWord(request));
            return on.composition();
        }
        if (slot % 2 == 0) {
            var on = composer(request, theme, duration)
                    .ground(slot / 2 % 2, slot)
                    .ornaments(slot);
            var layouts = new Layouts(on);
            section(request, layouts);
            var number = gist.number();
            if (number != null) {
                layouts.number(gist, number);
            } else if (turn) {
                layouts.illustration(gist, pictogram(request, theme, gist));
            } else {
                layouts.kinetic(gist);
            }
            return on.composition();
        }
        var number = gist.number();
        if (number != null || turn && !gist.brief()) {
            var on = composer(request, theme.inverted(), duration)
                    .ground(0, slot)
                    .ornaments(slot);
            if (number != null) {
                new Layouts(on).bigNumber(gist, number);
            } else {
                new Layouts(on).bigWord(gist);
            }
            return on.composition();
        }
        var on = composer(request, theme, duration).ground(1, slot).ornaments(slot);
        new Layouts(on).card(gist);
        return on.composition();
    }

    private Visual second(ShotRequest request, Theme theme, String text, Duration duration) {
        var on = composer(request, theme, duration)
                .ground(1, request.index() + 1)
                .ornaments(request.index() + 2);
        var layouts = new Layouts(on);
        section(request, layouts);
        layouts.split(gist(request, text));
        return on.composition();
    }

    private static Gist gist(ShotRequest request, String text) {
        return Gist.of(text, request.keywords(), request.language());
    }

    private static Pictogram pictogram(ShotRequest request, Theme theme, Gist gist) {
        var words = new ArrayList<String>();
        words.addAll(List.of(gist.phrase().split("[\\s\\p{Punct}]+")));
        request.keywords().forEach(keyword -> words.addAll(List.of(keyword.split("\\s+"))));
        return Pictogram.of(words, (int) (theme.seed() % 97) + request.index());
    }

    private static void section(ShotRequest request, Layouts layouts) {
        var heading = request.heading();
        if (heading != null && !heading.isBlank()) {
            layouts.section(heading.strip());
        }
    }

    /** The word of the title that is in the accent. */
    private static String titleWord(ShotRequest request) {
        return Gist.of(request.title(), request.keywords(), request.language()).word();
    }

    private Composer composer(ShotRequest request, Theme theme, Duration duration) {
        return new Composer(
                FontLibrary.open(home),
                pictures,
                theme,
                new Stage(request.width(), request.height()),
                request.language(),
                !new Bidi(request.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight(),
                duration);
    }

    /** Where a long sentence is cut: at the comma nearest to its middle, else between two words. */
    private static int middle(String text) {
        var half = text.length() / 2;
        var best = -1;
        for (var i = text.length() / 4; i < text.length() * 3 / 4; i++) {
            var good = ",;:–—，、；：،".indexOf(text.charAt(i)) >= 0;
            if (good && (best < 0 || Math.abs(i - half) < Math.abs(best - half))) {
                best = i + 1;
            }
        }
        if (best < 0) {
            var space = text.indexOf(' ', half);
            best = space < 0 ? text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2) : space;
        }
        return Math.max(1, Math.min(text.length() - 1, best));
    }
}
